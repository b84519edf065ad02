// The finder of templates/finder.html: a text box, filters with counts, results as you type. The choice lives in
// the page's address, so it can be sent to a colleague and "back" works. The index (search.js) loads at the first
// touch; results are put together from text nodes only.
(() => {
  'use strict';
  const at = (id) => document.getElementById(id);
  const form = at('finder');
  if (!form) return;
  const { root, one, few, many, advice } = form.dataset;
  const fixed = Object.fromEntries(new URLSearchParams(form.dataset.fixed));
  const box = at('finder-q');
  const found = at('found');
  const results = at('finder-results');
  const message = at('finder-message');
  const hits = at('finder-hits');
  const more = at('finder-more');
  const rest = at('finder-rest');
  const slash = at('finder-slash');
  const selects = [...form.querySelectorAll('select')];
  const kStep = 20;
  const kPause = 150;
  const kSlow = 400;
  // The engine takes a word for the beginning of another one from four letters on.
  const kBeginning = /(^|[^\p{L}])\p{L}{1,3}$/u;
  const kSlashKey = 'metodaktiv-slash';

  let engine = null;
  let turn = 0;  // of the last question: answers to earlier ones are dropped
  let shown = 0;
  let timer = 0;
  let touched = null;  // the field of the last step in the history

  // ------------------------------------------------------------------ small things
  const create = (tag, text = '', name = '') => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (name) node.className = name;
    return node;
  };
  const button = (text, act) => {
    const node = create('button', text, 'button');
    node.type = 'button';
    node.addEventListener('click', act);
    return node;
  };
  const with_marks = (node, parts) => {
    for (const [text, marked] of parts) node.append(marked ? create('mark', text) : text);
    return node;
  };
  const grouped = (n) => (n > 9999 ? n.toLocaleString('ru-RU') : String(n));
  const counted = (n) => {
    const tens = n % 100;
    const ones = n % 10;
    const teen = tens > 10 && tens < 20;
    return `${grouped(n)}\u00a0${!teen && ones === 1 ? one : !teen && ones > 1 && ones < 5 ? few : many}`;
  };
  const select_of = (name) => selects.find((select) => select.name === name);
  const title_of = (option) => option.dataset.title ?? option.text;
  // What was typed and chosen, as the address holds it.
  const chosen = () => {
    const state = new URLSearchParams();
    if (box.value.trim()) state.set('q', box.value.trim());
    for (const { name, value } of selects) if (value) state.set(name, value);
    return state;
  };
  const find = async (state, from, count) => {
    engine ??= window.metodaktivSearch(root);
    const { q = '', ...filters } = Object.fromEntries(state);
    return engine.find({ text: q, filters: { ...filters, ...fixed }, from, count });
  };

  // ------------------------------------------------------------------ what the page shows
  // Results take the place of the page's lists; `beside`: the lists stay, below a message.
  const show_results = (active, beside = false) => {
    results.hidden = !active;
    results.classList.toggle('beside', beside);
    if (rest) rest.hidden = active && !beside;
    form.classList.toggle('active', active);
  };
  const show_counts = (facets) => {
    for (const select of selects) {
      const counts = new Map(facets[select.name]?.map(({ value, count }) => [value, count]));
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.title ??= option.text;
        option.text = `${option.dataset.title} — ${grouped(counts.get(option.value) ?? 0)}`;
      }
    }
  };
  const show_hits = (list) => {
    for (const hit of list) {
      const link = with_marks(create('a'), hit.title);
      link.href = root + hit.url;
      const title = create('h3');
      title.append(link);
      const facts = create('p', '', 'facts');
      if (!fixed.kind) facts.append(create('span', hit.kindTitle, 'tag'), ' ');
      facts.append(hit.facts);
      const item = create('li', '', 'hit');
      item.append(title, facts);
      if (hit.excerpt.length > 0) item.append(with_marks(create('p', '', 'excerpt'), hit.excerpt));
      hits.append(item);
    }
    shown += list.length;
  };
  const show_message = (...nodes) => {
    show_results(true, true);
    hits.replaceChildren();
    more.hidden = true;
    message.replaceChildren(...nodes);
  };

  // Nothing in the chosen municipality: what its territory has, or all the others.
  const nearby = async (state) => {
    const place = select_of('municipality')?.selectedOptions[0];
    if (!place?.value) return null;
    const near = (select_of('territory') && place.dataset.near) || '';
    for (const territory of new Set([near, ''])) {
      const wider = new URLSearchParams(state);
      wider.delete('municipality');
      wider.delete('territory');
      if (territory) wider.set('territory', territory);
      const { total } = await find(wider, 0, 0);
      if (total > 0) return { place: title_of(place), territory, total };
    }
    return null;
  };
  const show_nothing = (near) => {
    if (!near) {
      show_message(create('p', 'Ничего не нашлось.', 'nothing'), create('p', advice));
      return;
    }
    const area = select_of('territory');
    const title = near.territory && title_of([...area.options].find(({ value }) => value === near.territory));
    const where = title ? `Рядом, территория «${title}»` : 'В других муниципалитетах';
    show_message(
      create('p', `По этим условиям в муниципалитете «${near.place}» пока пусто. ${where}: ${counted(near.total)}.`, 'nothing'),
      button(title ? `Показать рядом: ${title}` : 'Показать во всех муниципалитетах', () => {
        select_of('municipality').value = '';
        if (area) area.value = near.territory;
        box.focus();
        go(null);
      }),
      create('p', advice),
    );
  };
  const show_error = () => {
    found.textContent = 'Поиск не загрузился.';
    show_message(
      create('p', 'Нет связи, или часть файлов недоступна. Попробуйте ещё раз или откройте списки ниже.', 'nothing'),
      button('Попробовать ещё раз', () => {
        box.focus();
        run();
      }),
    );
  };

  // ------------------------------------------------------------------ searching
  const run = async (count = kStep) => {
    turn += 1;
    const mine = turn;
    const state = chosen();
    const active = state.toString() !== '';
    show_results(active);
    if (!active) found.textContent = '';
    results.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => {
      if (!active || mine !== turn) return;
      found.textContent = 'Ищем…';
      results.classList.add('slow');
    }, kSlow);
    try {
      const answer = await find(state, 0, active ? count : 0);
      if (mine !== turn) return;
      show_counts(answer.facets);
      if (!active) return;
      if (answer.total === 0 && kBeginning.test(box.value)) {
        found.textContent = 'Продолжайте набирать: начало слова ищется с четырёх букв.';
        show_message();
        return;
      }
      const near = answer.total === 0 ? await nearby(state) : null;
      if (mine !== turn) return;
      shown = 0;
      hits.replaceChildren();
      message.replaceChildren();
      show_hits(answer.hits);
      more.hidden = shown >= answer.total;
      const words = [`Найдено: ${counted(answer.total)}.`];
      const fixes = answer.corrected.map(([typed, used]) => `${typed} → ${used}`);
      if (fixes.length > 0) words.push(`Исправлено: ${fixes.join(', ')}.`);
      if (answer.loose) words.push('Всех слов вместе нет нигде: показано самое близкое.');
      found.textContent = words.join(' ');
      if (answer.total === 0) show_nothing(near);
    } catch {
      if (mine === turn && active) show_error();
    } finally {
      clearTimeout(slow);
      if (mine === turn) {
        results.classList.remove('slow');
        results.setAttribute('aria-busy', 'false');
      }
    }
  };

  // A change of a field is a step of the history; further changes of the same field belong to it.
  const go = (field) => {
    clearTimeout(timer);
    const query = chosen().toString();
    if (query !== new URLSearchParams(location.search).toString()) {
      const step = field === null || field !== touched;
      history[step ? 'pushState' : 'replaceState'](null, '', location.pathname + (query ? `?${query}` : ''));
      touched = field;
    }
    run();
  };
  const read_address = () => {
    const state = new URLSearchParams(location.search);
    box.value = state.get('q') ?? '';
    for (const select of selects) {
      select.value = state.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    return chosen();
  };

  // ------------------------------------------------------------------ events
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => go(box), kPause);
  });
  for (const select of selects) select.addEventListener('change', () => go(select));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (matchMedia('(pointer: coarse)').matches) box.blur();
    go(box);
  });
  form.addEventListener('reset', () => {
    setTimeout(() => {
      box.focus();
      go(null);
    });
  });
  more.addEventListener('click', async () => {
    const mine = turn;
    try {
      const { total, hits: list } = await find(chosen(), shown, kStep);
      if (mine !== turn) return;
      const first = hits.children.length;
      show_hits(list);
      more.hidden = shown >= total;
      history.replaceState({ shown }, '');
      hits.children[first]?.querySelector('a').focus();
    } catch {
      if (mine === turn) found.textContent = 'Продолжение не загрузилось. Попробуйте ещё раз.';
    }
  });
  addEventListener('popstate', (event) => {
    touched = null;
    const before = chosen().toString();
    if (read_address().toString() !== before) run(event.state?.shown);
  });

  // The arrows walk through what was found, Esc goes back to the text box and then clears it.
  addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const links = [...hits.querySelectorAll('a')];
    const place = links.indexOf(target);
    if (key === 'Escape' && place >= 0) {
      box.focus();
    } else if (key === 'Escape' && target === box && box.value) {
      event.preventDefault();
      box.value = '';
      go(null);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && (place >= 0 || target === box)) {
      const next = place + (key === 'ArrowDown' ? 1 : -1);
      if (next < -1 || next >= links.length) return;
      event.preventDefault();
      (links[next] ?? box).focus();
    } else if (slash.checked && (key === '/' || (event.code === 'Slash' && !event.shiftKey)) &&
               !target.closest?.('input, select, textarea, [contenteditable]')) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
  try {
    slash.checked = localStorage.getItem(kSlashKey) !== 'off';
    slash.addEventListener('change', () => localStorage.setItem(kSlashKey, slash.checked ? 'on' : 'off'));
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }

  // ------------------------------------------------------------------ start
  const warm_up = () => {
    if (turn === 0) run();
  };
  form.addEventListener('focusin', warm_up, { once: true });
  form.addEventListener('pointerenter', warm_up, { once: true });
  if (read_address().toString() !== '') run(history.state?.shown);
})();
