// The words of a text and of a query, for the search engine (search.js), as generator/search/words.cc has them; and the
// parts of a text around the words found. It makes no HTML.
(() => {
  'use strict';
  const kLongestWord = 40;
  const kExcerpt = 190;

  const kWord =
    /(?:[0-9]\.(?=[0-9])|[0-9A-Za-zÀ-ÖØ-öø-ÿЀ-ҁҊ-ԯ])(?:[0-9]\.(?=[0-9])|[0-9A-Za-zÀ-ÖØ-öø-ÿЀ-ҁҊ-ԯ\u0300-\u036f\u00ad])*/g;
  const kRussian = /^[а-я]+$/;
  const normal = (word) =>
    word.toLowerCase().replace(/и\u0306/g, 'й').replace(/[\u0300-\u036f\u00ad]/g, '').replace(/ё/g, 'е')
      .slice(0, kLongestWord);
  const stem_of = (word) => {
    const stem = kRussian.test(word) ? window.metodaktivStemmer(word) : word;
    return stem.length < 2 ? word : stem;
  };
  const folded = (stem) => {
    const end = stem.length;
    if (end < 4 || !kRussian.test(stem) || !/[бвгклмнрц]$/.test(stem)) return stem;
    const drops = /(?:ь.|йк|[ое]к|[^аеиоуыэюя][ое].)$/.test(stem);
    return drops ? stem.slice(0, -2) + stem[end - 1] : stem;
  };
  // The spellings that have the folded form of `stem`.
  const family = (stem) => {
    const core = folded(stem);
    const made = ['о', 'е', 'ь', 'й'].map((letter) => core.slice(0, -1) + letter + core.slice(-1));
    return new Set([stem, core, ...made.filter((spelling) => folded(spelling) === core)]);
  };

  // The words of a query; `last`: perhaps still being typed.
  const parse = (text, stop) => {
    const words = [];
    for (const match of text.matchAll(kWord)) {
      const typed = match[0];
      const after = text[match.index + typed.length] ?? '';
      const word = normal(typed);
      const single = word.length === 1 && !/[0-9]/.test(word);
      const initial = single && (after === '.' || typed !== typed.toLowerCase() || !stop.has(word));
      if (!initial && (single || stop.has(word))) continue;
      const before = words.at(-1);
      if (initial && before?.initial && before.word.length === 2) {
        before.typed += `. ${typed}`;
        before.word += `${word}.`;
      } else {
        words.push({ typed, word: initial ? `${word}.` : word, stem: stem_of(word), initial, last: after === '' });
      }
    }
    return words;
  };

  // Part of a text around the words found, and the parts of a text that are words found.
  const marked_parts = (text, is_found) => {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(kWord)) {
      if (!is_found(match[0])) continue;
      if (match.index > end) parts.push([text.slice(end, match.index), false]);
      parts.push([match[0], true]);
      end = match.index + match[0].length;
    }
    if (end < text.length) parts.push([text.slice(end), false]);
    return parts;
  };
  const excerpt_of = (text, found_by) => {
    if (!text) return [];
    const hits = [];
    for (const match of text.matchAll(kWord)) {
      const by = found_by(match[0]);
      if (by >= 0) hits.push([match.index, by]);
    }
    let start = 0;
    let most = 0;
    for (const [at] of hits) {
      const inside = new Set(hits.filter(([i]) => i >= at && i < at + kExcerpt - 40).map(([, by]) => by));
      if (inside.size > most) {
        most = inside.size;
        start = at < kExcerpt - 40 ? 0 : at - 40;
      }
    }
    if (start > 0) start = text.indexOf(' ', start) + 1;
    let end = text.length;
    if (start + kExcerpt < end) {
      end = text.lastIndexOf(' ', start + kExcerpt);
      if (end <= start) end = start + kExcerpt;
    }
    const parts = marked_parts(text.slice(start, end), (word) => found_by(word) >= 0);
    if (start > 0) parts.unshift(['… ', false]);
    if (end < text.length) parts.push([' …', false]);
    return parts;
  };

  // Words of a text as the index knows them, for the tests.
  const words = (text) => [...text.matchAll(kWord)].map(([typed]) => {
    const word = normal(typed);
    const stem = stem_of(word);
    return { word, stem, folded: folded(stem) };
  });

  window.metodaktivWords = { kRussian, normal, stem_of, folded, family, parse, marked_parts, excerpt_of, words };
})();
