// A hand-made site for self_test.mjs: a page without a fault, and pages with one fault each.

const kStyle = `
  body { margin: 0; color: #222; background: #fff; overflow-wrap: anywhere }
  a { color: #14548a; display: inline-block; padding: 6px }
  :focus-visible { outline: 3px solid #b3340f }
  .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  summary, label, button { display: inline-block; min-height: 24px; min-width: 24px; font: inherit }
  :root[data-size="200"] { font-size: 200% }
  :root[data-colours="white-on-black"] body { color: #fff; background: #000 }
  :root[data-colours="white-on-black"] :is(a, button) { color: #fff; background: #000 }
  :root[data-colours="blue-on-cyan"] body { color: #000060; background: #9de5ff }
  :root[data-colours="blue-on-cyan"] a { color: #000060 }
  @media (min-width: 40rem) { .menu { display: none } }
  @media print { header, .skip { display: none } }
`;
const kSettings = `
  const key = 'metodaktiv-view';
  const show = (view) => Object.assign(document.documentElement.dataset, { size: '100', ...view });
  show(JSON.parse(localStorage.getItem(key) ?? '{}'));
  addEventListener('change', ({ target }) => {
    localStorage.setItem(key, JSON.stringify({ size: target.value }));
    show({ size: target.value });
  });
  addEventListener('reset', () => { localStorage.removeItem(key); show({}); });
`;
const kHeader = `
  <a class="skip" href="#main">К содержанию</a>
  <header>
    <details class="menu"><summary>Разделы</summary><nav aria-label="Меню"><a href="index.html">Первая</a></nav></details>
    <a href="search.html">Поиск</a>
    <details id="view"><summary>Вид</summary><form><fieldset><legend>Размер</legend>
      <input type="radio" name="size" value="100" id="size-100" checked><label for="size-100">Обычный</label>
      <input type="radio" name="size" value="150" id="size-150"><label for="size-150">Крупнее</label>
      <input type="radio" name="size" value="200" id="size-200"><label for="size-200">Крупный</label>
    </fieldset><button type="reset" id="view-reset">Как было</button></form></details>
  </header>`;

export function fault_page(body, head = '', header = kHeader, settings = kSettings) {
  return `<!DOCTYPE html>
<html lang="ru">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Методический актив</title>
    <link rel="icon" href="data:,">
    <style>${kStyle}</style>
    <script>${settings}</script>
    ${head}
  </head>
  <body>${header}<main id="main" tabindex="-1"><h1>Методический актив</h1>${body}</main></body>
</html>
`;
}

const small = (name) =>
  `<button type="button" style="width:9px;height:9px;min-width:0;min-height:0;padding:0;border:0" aria-label="${name}"></button>`;

// Page → its body, its head or header, the modes that visit it (or the keyboard), and what must be
// found there; null: nothing.
export const kFaultPages = {
  'index.html': { body: '<p><a href="404.html">Страница</a> без ошибок.</p>', found: null },
  'contrast.html': { body: '<p style="color: #ccc">Бледно</p>', modes: ['phone'], found: /phone.*axe color-contrast/ },
  'target.html': { body: `<p>${small('а')}${small('б')}</p>`, modes: ['phone'], found: /axe target-size/ },
  'landmark.html': { body: '</main><p>Вне всех областей</p><main>', modes: ['phone'], found: /axe region/ },
  'dark.html': {
    body: '<p class="x">Бледно в темноте</p>',
    head: '<style>@media (prefers-color-scheme: dark) { .x { color: #ddd } }</style>',
    modes: ['dark'], found: /\(dark\).*axe color-contrast/,
  },
  'large.html': {
    body: '<p class="x">Широко при крупном тексте</p>',
    head: '<style>:root[data-size="200"] .x { width: 1600px }</style>',
    modes: ['low-vision'], found: /\(low-vision\).*scrolls sideways/,
  },
  'wide.html': { body: '<div style="width: 2000px">Широко</div>', modes: ['phone'], found: /scrolls sideways: 2000 px/ },
  'narrow.html': { body: '<div style="width: 340px">Шире</div>', modes: ['phone'], found: /320 px: scrolls sideways/ },
  'zoom.html': {
    body: '<p class="x">Широко</p>',
    head: '<style>@media (min-width: 600px) { .x { width: 700px } }</style>',
    modes: ['desktop'], found: /zoom 200 %: scrolls sideways/,
  },
  'cut.html': {
    body: '<p style="height: 1em; overflow: hidden">Строка<br>и ещё одна</p>',
    modes: ['phone'], found: /text is cut/,
  },
  'printed.html': { body: '<nav aria-label="Ещё"><a href="404.html">Х</a></nav>', modes: ['print'], found: /navigation is printed: nav/ },
  'paper.html': {
    body: '<p tabindex="0" style="overflow-x: auto; white-space: nowrap">' + 'Длинная строка '.repeat(20) + '</p>',
    modes: ['print'], found: /\(print\).*text is cut/,
  },
  'dead.html': { body: '<p><button type="button">Отбор</button></p>', modes: ['no scripts'], found: /does nothing without scripts: button/ },
  'policy.html': {
    body: '<p>Правила</p>',
    head: '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'"><link rel="icon" href="x.png">' +
      '<script>onload = () => { new Image().src = "x.png"; };</script>',
    modes: ['phone'], found: /policy violated: img-src/,
  },
  'disk.html': { body: '<p><img src="/picture.svg" alt="Схема"></p>', modes: ['from disk'], found: /\(from disk\).*not loaded/ },
  'error.html': { body: '<p>Ошибка</p>', head: '<script>absent_function();</script>', modes: ['phone', 'no scripts'], found: /script: / },
  'console.html': { body: '<p>Ошибка</p>', head: '<script>console.error("x");</script>', modes: ['phone'], found: /console: x/ },
  'outside.html': {
    body: '<p>Чужой адрес</p>',
    head: '<link rel="stylesheet" href="http://127.0.0.1:9/style.css">',
    modes: ['phone'], found: /request leaves the site/,
  },
  'missing.html': { body: '<p><img src="absent.png" alt="Схема"></p>', modes: ['phone'], found: /not loaded \(404\)/ },
  'markup.html': { body: '<p><div>Блок в абзаце</div></p>', found: /no-implicit-close/ },
  'focus.html': {
    body: '<p><a href="404.html" style="outline: none">Страница</a></p>',
    keyboard: true, found: /keyboard.*focus is not visible/,
  },
  'pale_focus.html': {
    body: '<p><a href="404.html" style="outline-color: #ccc">Страница</a></p>',
    keyboard: true, found: /keyboard.*focus is not visible/,
  },
  'covered.html': {
    body: '<p><a href="404.html">Страница</a></p><div style="position: fixed; inset: 0; background: #fff">Х</div>',
    keyboard: true, found: /keyboard.*focus is covered/,
  },
  'outside_window.html': {
    body: '<p><a href="404.html" style="position: fixed; left: -900px">Страница</a></p>',
    keyboard: true, found: /keyboard.*focus is outside/,
  },
  'no_skip.html': { body: '<p>Без ссылки</p>', header: kHeader.replace('class="skip"', 'class="x"'), keyboard: true, found: /no skip link/ },
};

// Home pages whose header does not do what it should.
export const kFaultHeaders = {
  'the skip link does not lead': { header: kHeader.replace('href="#main"', 'href="#absent"') },
  'the menu does not open by Enter': { header: kHeader.replace('<summary>Разделы', '<summary onclick="return false">Разделы') },
  'Tab does not reach the panel': { header: kHeader.replace('<summary>Вид', '<summary tabindex="-1">Вид') },
  'the chosen text size is forgotten': { settings: kSettings.replace("localStorage.getItem(key) ?? '{}'", "'{}'") },
  'becomes 16 px at 200 %': { settings: '' },
  'does not restore the text size': { settings: kSettings.replace("addEventListener('reset'", "addEventListener('x'") },
  'Tab does not reach the search': { header: kHeader.replace('search.html', 'index.html') },
};
