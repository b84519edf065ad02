// What a query loads, gzip-compressed: node tests/search_client/weigh.mjs SITE [--limits]
// First result: the engine, the stemmer and everything until the first answer, on a fresh page. Further queries: what each adds
// to a page that has answered the ones before it. --limits: exit 1 above 100 KB (first) and 60 KB (median of the rest).
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { open_search } from './engine.mjs';

const kFirst = 100 * 1024;
const kFurther = 60 * 1024;
const kQueries = [
  'наставничество', 'методист по математике', 'читательская грамотность', 'оценка качества образования', 'Иванова А. П.',
  'функциональная грамотность в начальной школе', 'Дубна', 'русский язык', 'положение о методическом активе', 'школа № 5',
  'молодой педагог', 'диагностика дефицитов', 'ИОМ', 'подготовка к ЕГЭ по физике', 'проектная деятельность', 'логопед',
  'матиматика', 'настовничество', 'английский язык Химки', 'цифровая среда', 'план работы на год', 'семинар', 'экология',
  'работа с одарёнными детьми', 'инклюзивное образование', 'воспитатель детского сада', 'технология', 'отчёт за год', 'история',
  'преемственность', 'ФГОС', 'урок литературы', 'доля педагогов', 'закрепление методистов', 'форма 1', 'приказ о составе',
  'заседание объединения учителей химии', 'психологическая поддержка', 'робототехника', 'здоровье', 'родители', 'музей',
  'практика управленческая', 'посткурсовое сопровождение', 'Петрова', 'Смирнова Ольга', 'матем', 'програм', 'конкурс',
];

const site = process.argv[2];
const size_of = (list) => list.reduce((sum, { packed }) => sum + packed, 0);
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const firsts = [];
for (const text of kQueries) {
  const { engine, loaded } = open_search(site);
  await engine.find({ text, count: 20 });
  firsts.push({ text, bytes: size_of(loaded), files: loaded.length });
}
const { engine, loaded } = open_search(site);
await engine.find({ text: kQueries[0] });
const further = [];
for (const text of kQueries.slice(1)) {
  const before = loaded.length;
  const started = performance.now();
  const { total } = await engine.find({ text, count: 20 });
  further.push({ text, total, bytes: size_of(loaded.slice(before)), files: loaded.length - before, ms: performance.now() - started });
}

const groups = new Map();
for (const name of readdirSync(join(site, 'search'))) {
  const group = /^([a-z]-?)/.exec(name)[1];
  const file = join(site, 'search', name);
  const entry = groups.get(group) ?? { files: 0, bytes: 0, packed: 0, largest: 0 };
  const bytes = statSync(file).size;
  entry.files += 1;
  entry.bytes += bytes;
  entry.packed += gzipSync(readFileSync(file)).length;
  entry.largest = Math.max(entry.largest, bytes);
  groups.set(group, entry);
}
console.log('part  files  raw KB  gzip KB  largest KB');
for (const [group, { files, bytes, packed, largest }] of groups) {
  console.log(`${group.padEnd(4)} ${String(files).padStart(6)} ${(bytes / 1024).toFixed(0).padStart(7)} ${(packed / 1024).toFixed(0).padStart(8)} ${(largest / 1024).toFixed(1).padStart(11)}`);
}
if (process.argv.includes('--each')) {
  for (const [i, { text, bytes, files }] of firsts.entries()) {
    const more = further[i - 1];
    console.log(`${kb(bytes).padStart(9)} ${String(files).padStart(3)} files | ${more ? `${kb(more.bytes).padStart(9)} ${String(more.files).padStart(3)} files, ${more.ms.toFixed(0).padStart(3)} ms, ${more.total} found` : ''} | ${text}`);
  }
}
const first = firsts.map(({ bytes }) => bytes);
const rest = further.map(({ bytes }) => bytes);
console.log(`engine and stemmer: ${kb(size_of(loaded.slice(0, 2)))}`);
console.log(`first result: median ${kb(median(first))}, most ${kb(Math.max(...first))}`);
console.log(`further query: median ${kb(median(rest))}, most ${kb(Math.max(...rest))}`);
if (process.argv.includes('--limits') && (Math.max(...first) > kFirst || median(rest) > kFurther)) {
  console.error(`Above the limits: ${kb(kFirst)} for the first result, ${kb(kFurther)} for the median of further queries.`);
  process.exit(1);
}
