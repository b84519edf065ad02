// The site's search against MiniSearch over the same documents: for seeded random queries both must find the same set,
// and count the same facets.
//   node tests/search_client/oracle.mjs SITE DUMP_DOCUMENTS REGION [--queries N] [--seed S]
//   node tests/search_client/oracle.mjs SITE DUMP_DOCUMENTS REGION --self-test     spoiled indexes are found
// SITE: the public folder; DUMP_DOCUMENTS: the test program that prints the documents of its publication.db. Runs in the
// project's root.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { open_search, random_from } from './engine.mjs';

const kPrefix = 4;
const kMostReported = 10;
const kFields = ['title', 'people', 'keywords', 'body'];

const [site, dump_documents, region, ...options] = process.argv.slice(2);
const option = (name, fallback) => (options.includes(name) ? Number(options[options.indexOf(name) + 1]) : fallback);
const collection = JSON.parse(execFileSync(dump_documents, ['.', region, join(site, 'data/publication.db')],
  { encoding: 'utf8', maxBuffer: 2 ** 30 }));
const { words } = open_search(site).context.metodaktivWords;
const stop = stop_words();

function stop_words() {
  const call = new Function('metodaktivSearchData', `return ${readFileSync(join(site, 'search/core.js'), 'utf8')}`);
  return new Set(call((name, stamp, core) => core.stop.split(' ')));
}

const russian = (word) => /^[а-я]+$/.test(word);
const single = (word) => word.length === 1 && !/[0-9]/.test(word);
const is_text = (word) => !single(word) && !stop.has(word);

// ------------------------------------------------------------------ the same documents in MiniSearch
// Spellings with one folded form, stems of all words.
const families = new Map();
const stems = new Set();
const each_word = (visit) => {
  for (const document of collection.documents) {
    for (const field of kFields) {
      for (const text of [].concat(document[field])) for (const word of words(text)) visit(word, field);
    }
  }
};
each_word(({ word, stem }) => {
  if (is_text(word)) stems.add(stem);
});
const terms_of = ({ word, stem }, field) => {
  const terms = [];
  if (is_text(word)) {
    terms.push(stem);
    if (field === 'people' || stems.has(word)) terms.push(word);
  }
  return terms;
};
const folded_terms = new Map();
const folded_term = (term) => {
  // `term` is a stem already: fold it as one, not as a word.
  if (!folded_terms.has(term)) folded_terms.set(term, fold(term));
  return folded_terms.get(term);
};
function fold(stem) {
  // An independent statement of the rule: the letter before the last one falls out.
  const vowels = 'аеиоуыэюя';
  if (stem.length < 4 || !russian(stem) || !'бвгклмнрц'.includes(stem.at(-1))) return stem;
  const [before, fleeting, last] = stem.slice(-3);
  const out = fleeting === 'ь' || (fleeting === 'й' && last === 'к') ||
    ('ое'.includes(fleeting) && (last === 'к' || !vowels.includes(before)));
  return out ? stem.slice(0, -2) + last : stem;
}
each_word((word, field) => {
  for (const term of terms_of(word, field)) {
    const key = folded_term(term);
    if (!families.has(key)) families.set(key, new Set());
    families.get(key).add(term);
  }
});

const initials_of = (names) => {
  const found = new Set();
  for (const name of names) {
    const letters = words(name).map(({ word }) => word)
      .filter((word, i) => russian(word) && (i > 0 || single(word))).map((word) => `${word[0]}.`);
    letters.forEach((letter, i) => {
      found.add(letter);
      if (i > 0) found.add(letters[i - 1] + letter);
    });
  }
  return found;
};

// A document as the list of its terms; MiniSearch takes them as they are.
const oracle = new MiniSearch({
  idField: 'url', fields: ['terms'], tokenize: (text) => text.split('\n'), processTerm: (term) => term || null,
});
oracle.addAll(collection.documents.map((document) => {
  const terms = initials_of(document.people);
  for (const field of kFields) {
    for (const text of [].concat(document[field])) {
      for (const word of words(text)) {
        for (const term of terms_of(word, field)) for (const one of families.get(folded_term(term))) terms.add(one);
      }
    }
  }
  return { url: document.url, terms: [...terms].join('\n') };
}));

// What one word of a query finds.
const one_word = ({ text, last, initial }) => {
  const exact = (term) => ({ queries: [term], prefix: false, combineWith: 'OR' });
  if (initial) return exact(text);
  const [{ word, stem }] = words(text);
  const alternatives = [stem, word].map((term) => exact([...(families.get(folded_term(term)) ?? [term])][0]));
  if (last && word.length >= kPrefix) alternatives.push({ queries: [word], prefix: (term) => term === word });
  return { combineWith: 'OR', queries: alternatives };
};
const found_by = (query) => oracle.search(query, { tokenize: (text) => [text], processTerm: (term) => term });
const urls_of = (query) => new Set(found_by(query).map(({ id }) => id));

// ------------------------------------------------------------------ random queries
function make_queries(count, seed) {
  const random = random_from(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const queries = [];
  for (let tries = 0; queries.length < count; tries += 1) {
    assert.ok(tries < count * 50, 'too few queries can be drawn from these documents');
    const document = pick(collection.documents);
    const pool = kFields.flatMap((field) => [].concat(document[field])).flatMap((text) => words(text))
      .map(({ word }) => word).filter(is_text);
    if (pool.length === 0) continue;
    const parts = [];
    const length = 1 + Math.floor(random() * 3);
    for (let i = 0; i < length; i += 1) parts.push({ text: pick(pool), last: false, initial: false });
    const other = words(pick(collection.documents).title).map(({ word }) => word).filter(is_text);
    if (length > 1 && other.length > 0 && random() < 0.2) parts[0].text = pick(other);
    const person = document.people.find((name) => words(name).length === 3);
    if (person && random() < 0.3) {
      const [surname, first, patronymic] = words(person).map(({ word }) => word);
      parts.splice(0, parts.length, { text: surname, last: false, initial: false },
        { text: `${first[0]}.${patronymic[0]}.`, last: false, initial: true });
      if (![first, patronymic].every(russian)) continue;
    }
    const end = parts.at(-1);
    if (!end.initial) {
      end.last = random() < 0.7;
      if (end.last && random() < 0.6 && end.text.length > kPrefix) {
        end.text = end.text.slice(0, kPrefix + Math.floor(random() * (end.text.length - kPrefix)));
      }
    }
    const filters = {};
    for (const [key, values] of Object.entries(document.facets)) {
      if (values.length > 0 && random() < 0.2) filters[key] = pick(values);
    }
    if (random() < 0.1) filters.kind = document.kind;
    // Words without a match, and an unfinished short word, are for engine_test.mjs.
    const unique = new Set(parts.map(({ text }) => text));
    if (unique.size < parts.length || parts.some((part) => urls_of(one_word(part)).size === 0)) continue;
    const typed = parts.map(({ text }) => text).join(' ') + (end.last || end.initial ? '' : ' ');
    queries.push({ parts, typed, filters });
  }
  return queries;
}

// ------------------------------------------------------------------ the comparison
const by_url = new Map(collection.documents.map((document) => [document.url, document]));
const values_of = (document, key) => (key === 'kind' ? [document.kind] : document.facets[key] ?? []);

function expected_of({ parts, filters }) {
  const all = found_by({ combineWith: 'AND', queries: parts.map(one_word) }).map(({ id }) => by_url.get(id));
  const fits = (document, but) => Object.entries(filters)
    .every(([key, value]) => key === but || values_of(document, key).includes(value));
  const facets = {};
  for (const key of ['kind', ...collection.facets.map((facet) => facet.key)]) {
    facets[key] = {};
    for (const document of all) {
      if (!fits(document, key)) continue;
      for (const value of new Set(values_of(document, key))) facets[key][value] = (facets[key][value] ?? 0) + 1;
    }
  }
  return { any: all.length > 0, urls: all.filter((document) => fits(document, null)).map(({ url }) => url).sort(), facets };
}

async function differences(queries, spoil = null) {
  const { engine } = open_search(site, spoil);
  const found = [];
  let hits = 0;
  let loose = 0;
  for (const query of queries) {
    const expected = expected_of(query);
    let problem = '';
    try {
      const result = await engine.find({ text: query.typed, filters: query.filters, count: 1e9 });
      if (!expected.any) {
        loose += 1;
        if (!result.loose && result.ignored.length === 0) problem = `finds ${result.total} where nothing has all the words`;
      } else {
        const urls = result.hits.map(({ url }) => url).sort();
        const facets = Object.fromEntries(Object.entries(result.facets)
          .map(([key, list]) => [key, Object.fromEntries(list.map(({ value, count }) => [value, count]))]));
        hits += urls.length;
        const missing = expected.urls.filter((url) => !urls.includes(url));
        const extra = urls.filter((url) => !expected.urls.includes(url));
        if (missing.length + extra.length > 0) {
          problem = `${missing.length} missing (${missing.slice(0, 3)}), ${extra.length} too many (${extra.slice(0, 3)})`;
        } else if (result.total !== urls.length) {
          problem = `total ${result.total} for ${urls.length} hits`;
        } else {
          try {
            assert.deepEqual(facets, expected.facets);
          } catch {
            problem = 'other facet counts';
          }
        }
      }
    } catch (error) {
      problem = error.message;
    }
    if (problem) found.push(`«${query.typed}» ${JSON.stringify(query.filters)}: ${problem}`);
  }
  return { found, hits, loose };
}

// ------------------------------------------------------------------
const queries = make_queries(option('--queries', 600), option('--seed', 20261122));
if (options.includes('--self-test')) {
  const clean = await differences(queries);
  assert.deepEqual(clean.found, []);
  const spoiled = {
    // The longest list of postings of every term shard begins one document later.
    'a posting moved': (name, text) => (!/\/t\d/.test(name) ? text : text.replace(/"([^"]*)"\)\n$/, (_, postings) => {
      const values = postings.split(' ');
      let longest = 0;
      for (let i = 0; i < values.length; i += 2) if (values[i].length > values[longest].length) longest = i;
      const moved = values[longest][0] === 'B' ? 'C' : 'B';
      values[longest] = moved + values[longest].slice(1);
      return `"${values.join(' ')}")\n`;
    })),
    'a facet value exchanged': (name, text) => (name.endsWith('f-municipality.js')
      ? text.replace(/"([^"]*)"\)\n$/, (_, column) => `"${column.replace(/C/g, 'D')}")\n`) : text),
    'a border of the term shards moved': (name, text) => (name.endsWith('core.js')
      ? text.replace(/"terms":"([^"]*)"/, (_, borders) => `"terms":"${borders.split(' ').map((border) => `${border}я`).join(' ')}"`) : text),
    'a kind lost': (name, text) => (name.endsWith('f-kind.js')
      ? text.replace(/"([^"]*)"\)\n$/, (_, column) => `"${'A'.repeat(column.length)}")\n`) : text),
  };
  for (const [what, spoil] of Object.entries(spoiled)) {
    const { found } = await differences(queries, spoil);
    assert.ok(found.length > 0, `not found: ${what}`);
    console.log(`${what}: ${found.length} queries differ`);
  }
} else {
  const { found, hits, loose } = await differences(queries);
  for (const line of found.slice(0, kMostReported)) console.error(line);
  console.log(`${queries.length} queries, ${hits} hits in all, ${loose} queries whose words stand in no document together, ${found.length} differences`);
  if (found.length > 0) process.exit(1);
}
