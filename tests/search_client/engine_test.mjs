// What the engine finds in small indexes that make_index writes: node tests/search_client/engine_test.mjs MAKE_INDEX
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_search } from './engine.mjs';

const make_index = process.argv[2];
const root = new URL('../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'search-'));
after(() => rmSync(folder, { recursive: true }));
let sites = 0;

// The stemmer as a plain script, as site/stemmer_script.cc makes it.
const stemmer = readFileSync(new URL('node_modules/@orama/stemmers/dist/ru.js', root), 'utf8')
  .replace('export const language="russian";', '').replace('export function stemmer', 'window.metodaktivStemmer = function');

function site_of(documents, facets = []) {
  const site = join(folder, `site-${(sites += 1)}`);
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'assets/stemmer-ru.js'), stemmer);
  for (const script of ['assets/search-words.js', 'assets/search.js']) {
    writeFileSync(join(site, script), readFileSync(fileURLToPath(new URL(`templates/${script}`, root))));
  }
  const collection = {
    kinds: [{ key: 'page', one: 'Страница', many: 'Страницы' }, { key: 'person', one: 'Методист', many: 'Методисты' }],
    facets,
    documents: documents.map((document, i) => ({ url: `${i}.html`, kind: 'page', kept: 1000, ...document })),
  };
  execFileSync(make_index, [site], { input: JSON.stringify(collection) });
  return site;
}
const engine_of = (...parts) => open_search(site_of(...parts)).engine;
// Values of the engine's own realm, as ones of this.
const plain = (value) => JSON.parse(JSON.stringify(value));
const titles = async (engine, text, options = {}) =>
  plain((await engine.find({ text, ...options })).hits).map(({ title }) => title.map(([part]) => part).join(''));

const school = engine_of([
  { title: 'Наставничество в школе' },
  { title: 'Оценка знаний' },
  { title: 'Учёба вслепую' },
  { title: 'Метод проектов' },
  { title: 'Урок-игра «Кругозор»' },
  { title: 'Лицей № 5' },
  { title: 'Лицей № 15' },
  { title: 'Функция 1.1.3' },
  { title: 'Проектирование ИОМ', body: 'Индивидуальный образовательный маршрут' },
  { title: 'Иванова Анна Петровна', people: ['Иванова Анна Петровна'], kind: 'person' },
  { title: 'Иванова Ольга Сергеевна', people: ['Иванова Ольга Сергеевна'], kind: 'person' },
  { title: 'Иванов Пётр Кузьмич', people: ['Иванов Пётр Кузьмич'], kind: 'person' },
  { title: 'Математика и информатика' },
  { title: 'Опыт кафедры' },
  { title: 'Обмен опытами' },
]);

const cases = [
  ['word forms', 'наставничества', ['Наставничество в школе']],
  ['fleeting vowels', 'оценок', ['Оценка знаний']],
  ['ё typed as е', 'учеба', ['Учёба вслепую']],
  ['ё typed as ё, capitals', 'УЧЁБА', ['Учёба вслепую']],
  ['a form whose stem the stemmer cuts short', 'опыта', ['Опыт кафедры', 'Обмен опытами']],
  ['the same, the other way round', 'опыт', ['Опыт кафедры', 'Обмен опытами']],
  ['prefix of four letters', 'мето', ['Метод проектов']],
  ['part of a hyphenated word', 'игра', ['Урок-игра «Кругозор»']],
  ['a quoted word', 'кругозор', ['Урок-игра «Кругозор»']],
  ['the hyphenated word itself', 'урок-игра', ['Урок-игра «Кругозор»']],
  ['a number is a whole word', 'лицей 5', ['Лицей № 5']],
  ['a number with its sign', 'лицей №5', ['Лицей № 5']],
  ['a number of a paragraph', '1.1.3', ['Функция 1.1.3']],
  ['an abbreviation', 'иом', ['Проектирование ИОМ']],
  ['initials', 'Иванова А. П.', ['Иванова Анна Петровна']],
  ['initials without a space', 'Иванова А.П.', ['Иванова Анна Петровна']],
  ['initials in the wrong order are left out', 'Иванова П. А.', ['Иванов Пётр Кузьмич', 'Иванова Анна Петровна', 'Иванова Ольга Сергеевна']],
  ['one initial', 'Иванова О.', ['Иванова Ольга Сергеевна']],
  ['initials in front', 'О. С. Иванова', ['Иванова Ольга Сергеевна']],
  ['a case of a surname', 'Ивановым', ['Иванов Пётр Кузьмич', 'Иванова Анна Петровна', 'Иванова Ольга Сергеевна']],
  ['function words are left out', 'информатика и для математики', ['Математика и информатика']],
  ['all words must match', 'иванова анна', ['Иванова Анна Петровна']],
  ['one letter wrong', 'матиматика', ['Математика и информатика']],
  ['the first letter wrong', 'нетод', ['Метод проектов']],
  ['two letters wrong', 'наставнечиство', ['Наставничество в школе']],
  ['two letters wrong, near both ends of the stem', 'нпставничесдво', ['Наставничество в школе']],
  ['swapped letters', 'оцнека', ['Оценка знаний']],
  ['a letter too many, one missing', 'инфоорматка', ['Математика и информатика']],
  ['a misspelt word still being typed', 'проиктир', ['Проектирование ИОМ']],
  ['no such thing', 'экскаватор', []],
];
for (const [name, text, expected] of cases) {
  test(name, async () => assert.deepEqual((await titles(school, text)).sort(), expected.sort()));
}

test('a finished word is no prefix while it has a match of its own', async () => {
  const engine = engine_of([{ title: 'Школа' }, { title: 'Школьник' }]);
  assert.deepEqual(await titles(engine, 'школ'), ['Школа', 'Школьник']);
  assert.deepEqual(await titles(engine, 'школ '), ['Школа']);
  assert.deepEqual(await titles(engine, 'школьн '), ['Школьник']);
});

test('says what was replaced', async () => {
  const { corrected } = await school.find({ text: 'матиматика' });
  assert.deepEqual(plain(corrected), [['матиматика', 'математика']]);
  assert.deepEqual(plain((await school.find({ text: 'математика' })).corrected), []);
});

test('says when no document has all the words', async () => {
  const { loose, hits } = await school.find({ text: 'оценка кругозора' });
  assert.equal(loose, true);
  assert.equal(hits.length, 2);
  assert.equal((await school.find({ text: 'оценка знаний' })).loose, false);
});

test('initials that nobody has restrict nothing', async () => {
  const result = await school.find({ text: 'Лицей Щ' });
  assert.equal(result.total, 2);
  assert.deepEqual(plain(result.ignored), ['Щ']);
});

test('an unfinished short word restricts nothing', async () => {
  const result = await school.find({ text: 'метод пр' });
  assert.deepEqual([result.total, plain(result.ignored)], [1, ['пр']]);
});

test('marks words by their stems', async () => {
  const engine = engine_of([{ title: 'Наставничество: опыт', body: 'Практику наставничества описали.' }]);
  const { hits: [hit] } = await engine.find({ text: 'наставничеством' });
  assert.deepEqual(plain(hit.title), [['Наставничество', true], [': опыт', false]]);
  assert.deepEqual(plain(hit.excerpt), [['Практику ', false], ['наставничества', true], [' описали.', false]]);
});

test('an excerpt is the part of a long text that has the words', async () => {
  const engine = engine_of([{ title: 'Книга', body: `${'слово '.repeat(90)}редкость${' слово'.repeat(40)}` }]);
  const { hits: [{ excerpt }] } = await engine.find({ text: 'редкость' });
  assert.ok(excerpt.some(([text, marked]) => marked && text === 'редкость'));
  assert.ok(excerpt.map(([text]) => text).join('').length < 230);
});

test('filters and counts', async () => {
  const engine = engine_of([
    { title: 'Урок', facets: { subject: ['math'], year: ['2025'] } },
    { title: 'Урок', facets: { subject: ['math'], year: ['2026'] } },
    { title: 'Урок', facets: { subject: ['art', 'math'] } },
    { title: 'Игра', facets: { subject: ['art'], year: ['2026'] } },
  ], [
    { key: 'subject', values: [{ value: 'art', title: 'ИЗО' }, { value: 'math', title: 'Математика' }, { value: 'pe', title: 'Физкультура' }] },
    { key: 'year', values: [{ value: '2026', title: '2026' }, { value: '2025', title: '2025' }] },
  ]);
  const counts = ({ facets }, key) => Object.fromEntries(facets[key].map(({ value, count }) => [value, count]));
  const all = await engine.find({ text: 'урок' });
  assert.deepEqual(counts(all, 'subject'), { art: 1, math: 3 });
  assert.deepEqual(counts(all, 'kind'), { page: 3 });
  const art = await engine.find({ text: 'урок', filters: { subject: 'art' } });
  assert.equal(art.total, 1);
  assert.deepEqual(counts(art, 'subject'), { art: 1, math: 3 });
  assert.deepEqual(counts(art, 'year'), {});
  const both = await engine.find({ filters: { subject: ['art', 'math'], year: '2026' } });
  assert.equal(both.total, 2);
  assert.equal((await engine.find({ filters: { subject: 'none' } })).total, 0);
  assert.equal((await engine.find({ filters: { nothing: 'x' } })).total, 0);
  assert.equal((await engine.find({ filters: { subject: '' } })).total, 4);
});

test('an empty query shows everything in the fixed order, page by page', async () => {
  const engine = engine_of([{ title: 'Б', order: '2' }, { title: 'А', order: '1' }, { title: 'В', order: '3' }]);
  assert.deepEqual(await titles(engine, ''), ['А', 'Б', 'В']);
  assert.deepEqual(await titles(engine, ' и ', { from: 1, count: 1 }), ['Б']);
});

test('loads nothing twice, and only the shards of an empty query', async () => {
  const { engine, loaded } = open_search(site_of(Array.from({ length: 500 }, (_, i) => ({ title: `Урок ${i}`, body: 'слово '.repeat(50) }))));
  await engine.find({ count: 10 });
  assert.ok(!loaded.some(({ name }) => /search\/[the]\d/.test(name)));
  assert.equal(loaded.filter(({ name }) => /search\/d\d/.test(name)).length, 1);
  await engine.find({ text: 'урок' });
  await engine.find({ text: 'урок' });
  assert.equal(new Set(loaded.map(({ name }) => name)).size, loaded.length);
});

test('a shard that cannot be loaded is an error, and is asked for again', async () => {
  const site = site_of([{ title: 'Урок' }]);
  const { engine } = open_search(site);
  await engine.ready();
  const shard = join(site, 'search/d0.js');
  const text = readFileSync(shard);
  rmSync(shard);
  await assert.rejects(engine.find({ text: 'урок' }), /не загрузилась/);
  writeFileSync(shard, text);
  assert.deepEqual(await titles(engine, 'урок'), ['Урок']);
});

test('a shard of another build is an error', async () => {
  const site = site_of([{ title: 'Урок' }]);
  const shard = join(site, 'search/d0.js');
  writeFileSync(shard, readFileSync(shard, 'utf8').replace(/"[0-9a-f]{12}"/, '"000000000000"'));
  await assert.rejects(open_search(site).engine.find({ text: 'урок' }), /обновился/);
});

test('hostile texts come back as they are', async () => {
  const documents = [
    { title: '"; alert(1); //</script><script>', body: '\u2028\u2029 <img onerror=x> \\" \u0000' },
    { title: '😀 смайлик', body: 'щ'.repeat(10000) },
    { title: '', body: '' },
    { title: '__proto__ constructor', keywords: 'toString hasOwnProperty' },
  ];
  const engine = engine_of(documents);
  const { hits, total } = await engine.find({ count: 10 });
  assert.equal(total, 4);
  assert.deepEqual(new Set(plain(hits).map(({ title }) => title.map(([part]) => part).join(''))), new Set(documents.map(({ title }) => title)));
  assert.equal((await engine.find({ text: 'щ'.repeat(500) })).total, 1);
  assert.equal((await engine.find({ text: 'tostring' })).total, 1);
  for (const text of ['"', '</script>', '\u2028', '😀', '()[]*+?^$\\', 'а'.repeat(10000), '__proto__', '. . .', 'A']) {
    await engine.find({ text });
  }
});

test('an index of nothing finds nothing', async () => {
  const { total, hits } = await engine_of([]).find({ text: 'урок' });
  assert.deepEqual([total, plain(hits)], [0, []]);
  assert.equal((await engine_of([]).find({})).total, 0);
});
