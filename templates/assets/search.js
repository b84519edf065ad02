// The search engine: finds documents in the index that generator/search writes below search/, loading only the scripts
// a query needs. After search-words.js. Its format and this interface: docs/search.md. It makes no HTML and no nodes but <script>.
(() => {
  'use strict';
  const kDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const kPrefix = 4;
  const kOneMistake = 4;
  const kTwoMistakes = 8;
  const kCandidates = 4;
  const kImpacts = 63;
  const kEnd = '\uffff';
  const { kRussian, normal, stem_of, folded, family, parse, marked_parts, excerpt_of } = window.metodaktivWords;
  const digit = Object.fromEntries([...kDigits].map((sign, value) => [sign, value]));

  // ------------------------------------------------------------------ scripts
  const arrived = new Map();
  const loading = new Map();
  window.metodaktivSearchData = (name, stamp, ...parts) => arrived.set(name, { stamp, parts });

  const load = (root, name, stamp) => {
    const src = `${root}search/${name}.js${stamp ? `?v=${stamp}` : ''}`;
    if (loading.has(src)) return loading.get(src);
    const promise = new Promise((resolve, reject) => {
      const fail = (why) => {
        loading.delete(src);
        reject(new Error(why));
      };
      const script = document.createElement('script');
      script.src = src;
      script.onload = () => {
        script.remove();
        const data = arrived.get(name);
        arrived.delete(name);
        if (!data) fail(`Часть поиска не прочитана: ${name}`);
        else if (stamp && data.stamp !== stamp) fail('Сайт обновился. Перезагрузите страницу.');
        else resolve(data);
      };
      script.onerror = () => {
        script.remove();
        fail(`Часть поиска не загрузилась: ${name}`);
      };
      document.head.append(script);
    });
    loading.set(src, promise);
    return promise;
  };

  // ------------------------------------------------------------------ decoding
  const numbers = (text) => {
    const list = [];
    let value = 0;
    let shift = 0;
    for (const sign of text) {
      const part = digit[sign];
      value += (part & 31) << shift;
      shift += 5;
      if (part < 32) {
        list.push(value);
        value = 0;
        shift = 0;
      }
    }
    return list;
  };
  const front_coded = (text) => {
    let before = '';
    return text.split(' ').filter(Boolean).map((entry) => {
      before = before.slice(0, digit[entry[0]]) + entry.slice(1);
      return before;
    });
  };
  const reversed = (word) => [...word].reverse().join('');

  // A sorted list in shards named prefix0, prefix1, …; `borders` tell them apart.
  const sorted_list = (prefix, borders, fetch, decode) => {
    const starts = ['', ...borders.split(' ').filter(Boolean)];
    const shards = new Map();
    const shard = (i) => {
      if (!shards.has(i)) {
        const promise = fetch(prefix + i).then(decode);
        shards.set(i, promise);
        promise.catch(() => shards.delete(i));
      }
      return shards.get(i);
    };
    // Entries from `first` to `last`, both included.
    return async (first, last) => {
      const wanted = [];
      for (let i = 0; i < starts.length; i += 1) {
        const before_last = starts[i] <= last;
        const ends_after = i + 1 === starts.length || starts[i + 1] > first;
        if (before_last && ends_after) wanted.push(shard(i));
      }
      const lists = await Promise.all(wanted);
      return lists.flatMap((list) => list.filter(({ key }) => key >= first && key <= last));
    };
  };

  const decode_terms = ({ parts: [keys, postings] }) => {
    const values = postings.split(' ');
    return front_coded(keys).map((key, i) => {
      let at = -1;
      let documents = null;
      return {
        key,
        documents: () => (documents ??= numbers(values[2 * i]).map((step) => (at += step + 1))),
        impacts: values[2 * i + 1],
      };
    });
  };
  const decode_spellings = (backwards) => ({ parts: [entries] }) => {
    const beside = [];
    const keys = entries.replace(/,([^, ]*),([^ ]*)/g, (_, ending, count) => {
      beside.push([ending, numbers(count)[0]]);
      return '';
    });
    return front_coded(keys).map((key, i) => {
      const stem = backwards ? reversed(key) : key;
      return { key, stem, word: stem + beside[i][0], count: beside[i][1] };
    });
  };

  // ------------------------------------------------------------------ misspelt words
  // Edits between two words, swapped neighbours being one; `open`: `b` may go on after `a` ends.
  const edits = (a, b, most, open = false) => {
    if (a.length - b.length > most || (!open && b.length - a.length > most)) return most + 1;
    let two_above = [];
    let above = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], two_above[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return most + 1;
      two_above = above;
      above = row;
    }
    return open ? Math.min(...above) : above[b.length];
  };

  // ------------------------------------------------------------------ the engine
  window.metodaktivSearch = (root) => {
    let prepared = null;

    const prepare = async () => {
      const { stamp, parts: [core] } = await load(root, 'core');
      const fetch = (name) => load(root, name, stamp);
      const facets = await Promise.all(core.facets.map(async ([key, values, width, sets]) => {
        const { parts: [text] } = await fetch(`f-${key}`);
        const column = new Uint32Array(core.documents);
        for (let i = 0; i < column.length; i += 1) {
          for (let k = 0; k < width; k += 1) column[i] = column[i] * 64 + digit[text[i * width + k]];
        }
        return { key, values, sets, column };
      }));
      const starts = [0];
      for (const count of numbers(core.shards)) starts.push(starts.at(-1) + count);
      return {
        size: core.documents,
        kinds: core.kinds,
        facets,
        starts,
        stop: new Set(core.stop.split(' ')),
        fetch,
        terms: sorted_list('t', core.terms, fetch, decode_terms),
        heads: sorted_list('h', core.heads, fetch, decode_spellings(false)),
        ends: sorted_list('e', core.ends, fetch, decode_spellings(true)),
      };
    };
    const ready = () => {
      if (!prepared) {
        prepared = prepare();
        prepared.catch(() => (prepared = null));
      }
      return prepared;
    };

    const exact = async (index, word) => {
      const same = await index.terms(word, word);
      if (same.length > 0 || !kRussian.test(word)) return same;
      const others = await Promise.all([...family(word)].map((spelling) => index.terms(spelling, spelling)));
      return others.find((list) => list.length > 0) ?? [];
    };

    // The nearest words of the index: by the beginning of the stem, then by its end.
    const nearest = async (index, { word, stem, last }) => {
      const most = word.length >= kTwoMistakes ? 2 : 1;
      const near = new Map();
      const look = (entries) => {
        for (const entry of entries) {
          const distance = Math.min(edits(stem, entry.stem, most), edits(word, entry.word, most));
          if (distance <= most) near.set(entry.stem, { ...entry, distance });
        }
      };
      const back = reversed(stem);
      const ranges = (length) => Promise.all([
        index.heads(stem.slice(0, length), stem.slice(0, length) + kEnd),
        index.ends(back.slice(0, length), back.slice(0, length) + kEnd),
      ]);
      (await ranges(2)).forEach(look);
      if (near.size === 0 && most === 2) (await ranges(1)).forEach(look);
      if (near.size === 0 && last && word.length > kPrefix) {
        const head = word.slice(0, 2);
        for (const entry of await index.heads(head, head + kEnd)) {
          if (edits(word, entry.word, 1, true) <= 1) near.set(entry.stem, { ...entry, distance: 1 });
        }
      }
      const list = [...near.values()];
      const least = Math.min(...list.map(({ distance }) => distance));
      return list.filter(({ distance }) => distance === least)
        .sort((a, b) => b.count - a.count || (a.stem < b.stem ? -1 : 1)).slice(0, kCandidates);
    };

    // Terms that match a word of the query, each with its share of the full score.
    const match = async (index, query) => {
      const found = { query, terms: [], keys: new Set(), prefix: null, corrected: [] };
      const { word, stem, initial, last } = query;
      if (initial) {
        found.terms = (await index.terms(word, word)).map((term) => ({ term, share: 1 }));
        return found;
      }
      const take = (terms, share) => {
        for (const term of terms) found.terms.push({ term, share });
      };
      take(await exact(index, stem), 1);
      if (word !== stem) take(await exact(index, word), 1.2);
      if (word.length >= kPrefix && (last || found.terms.length === 0)) {
        const longer = await index.terms(word, word + kEnd);
        take(longer.filter(({ key }) => key !== word && !key.endsWith('.')), 0.6);
        found.prefix = word;
      }
      if (found.terms.length === 0 && word.length >= kOneMistake && kRussian.test(word)) {
        for (const entry of await nearest(index, query)) {
          take(await exact(index, entry.stem), 1 - entry.distance / 4);
          found.corrected.push([query.typed, entry.word]);
        }
      }
      for (const { term } of found.terms) found.keys.add(folded(term.key));
      return found;
    };

    // Score of every document for one word; 0: it has not the word.
    const scores_of = (found, size) => {
      const scores = new Float32Array(size);
      let count = 0;
      for (const { term, share } of found.terms) {
        term.documents().forEach((document, i) => {
          if (scores[document] === 0) count += 1;
          scores[document] = Math.max(scores[document], share * digit[term.impacts[i]] / kImpacts);
        });
      }
      const rarity = Math.log(1 + (size - count + 0.5) / (count + 0.5));
      for (let i = 0; i < size; i += 1) scores[i] *= rarity;
      return { scores, count };
    };

    // Documents that have `least` of the words or more, as flags, and their scores.
    const combine = (lists, size) => {
      const scores = new Float32Array(size);
      const words = new Uint8Array(size);
      let most = 0;
      for (const list of lists) {
        for (let i = 0; i < size; i += 1) {
          if (list.scores[i] === 0) continue;
          scores[i] += list.scores[i];
          words[i] += 1;
          if (words[i] > most) most = words[i];
        }
      }
      return { scores, words, most };
    };

    const evaluate = async (index, text) => {
      const queries = parse(text, index.stop);
      const found = await Promise.all(queries.map((query) => match(index, query)));
      let used = found.map((one) => ({ ...one, ...scores_of(one, index.size) }));
      const ignored = [];
      const leave_out = (drop) => {
        const kept = used.filter((one) => !drop(one));
        if (kept.length === 0 || kept.length === used.length) return;
        for (const one of used) if (drop(one)) ignored.push(one.query.typed);
        used = kept;
      };
      // A word that is still being typed.
      leave_out(({ query, count }) => count === 0 && query.last && !query.initial && query.word.length < kPrefix);
      let result = combine(used, index.size);
      if (result.most < used.length) {
        leave_out(({ query }) => query.initial);
        result = combine(used, index.size);
      }
      const least = Math.max(result.most, used.length > 0 ? 1 : 0);
      return { used, ignored, ...result, least, loose: result.most > 0 && result.most < used.length };
    };

    const find = async ({ text = '', filters = {}, from = 0, count = 20 } = {}) => {
      const index = await ready();
      const { used, ignored, scores, words, least, loose } = await evaluate(index, text);

      const wanted = Object.entries(filters).filter(([, value]) => [].concat(value ?? '').some((one) => one !== ''));
      const allowed = new Map(wanted.map(([key, value]) => [key, new Set([].concat(value).map(String))]));
      const columns = index.facets.map(({ key, values, sets, column }) => ({
        column,
        counts: new Uint32Array(sets.length),
        fits: allowed.has(key)
          ? sets.map((set) => set.some((i) => allowed.get(key).has(values[i][0]))) : null,
      }));
      const unknown = wanted.some(([key]) => !index.facets.some((facet) => facet.key === key));
      const documents = [];
      for (let i = 0; i < index.size && !unknown; i += 1) {
        if (words[i] < least) continue;
        let misses = 0;
        let missed = null;
        for (const one of columns) {
          if (one.fits && !one.fits[one.column[i]]) {
            misses += 1;
            missed = one;
          }
        }
        if (misses === 0) {
          documents.push(i);
          for (const one of columns) one.counts[one.column[i]] += 1;
        } else if (misses === 1) {
          missed.counts[missed.column[i]] += 1;
        }
      }
      const facets = {};
      index.facets.forEach(({ key, values, sets }, k) => {
        const counts = values.map(() => 0);
        sets.forEach((set, i) => set.forEach((value) => (counts[value] += columns[k].counts[i])));
        facets[key] = values.map(([value, title], i) => ({ value, title, count: counts[i] }))
          .filter((value) => value.count > 0);
      });

      documents.sort((a, b) => scores[b] - scores[a] || a - b);
      const shown = documents.slice(from, from + count);
      const rows = await Promise.all(shown.map((id) => row_of(index, id)));
      const found_by = (typed) => {
        const word = normal(typed);
        const stem = stem_of(word);
        const key = folded(stem);
        return used.findIndex(({ keys, prefix }) =>
          keys.has(key) || keys.has(word) || (prefix !== null && word.startsWith(prefix)));
      };
      const [{ values: kind_values, sets: kind_sets, column: kind_column }] = index.facets;
      const hits = rows.map(([url, title, facts = '', body = ''], i) => {
        const id = shown[i];
        const kind = kind_sets[kind_column[id]][0];
        return {
          id,
          url,
          kind: kind_values[kind][0],
          kindTitle: index.kinds[kind][1],
          title: marked_parts(title, (word) => found_by(word) >= 0),
          facts,
          excerpt: excerpt_of(body, found_by),
        };
      });
      const corrected = used.flatMap((one) => one.corrected);
      return { total: documents.length, hits, facets, corrected, loose, ignored };
    };

    const row_of = async (index, id) => {
      let shard = 0;
      let end = index.starts.length - 1;
      while (end - shard > 1) {
        const middle = (shard + end) >> 1;
        if (index.starts[middle] <= id) shard = middle;
        else end = middle;
      }
      const { parts: [rows] } = await index.fetch(`d${shard}`);
      return rows[id - index.starts[shard]];
    };

    return { find, ready };
  };
})();
