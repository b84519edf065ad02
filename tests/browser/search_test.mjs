// node search_test.mjs <metodaktiv> <work-dir> [--fresh] [check…]
// Builds the full-size demo and looks at search, roster and practice bank in a real browser, opened from disk:
// queries with the hits they must find, bytes loaded, keyboard, filters, addresses, no JavaScript.
// --fresh: builds anew what stands in the folder. Run from the project's root.
// Exit 0: all as it should be, 1: findings (on stderr), 2: wrong usage.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { page_url, with_contexts } from './browser.mjs';
import { open_finder } from './finder_page.mjs';
import { serve } from './static_server.mjs';

const kAsOf = '2026-11-20';
const kFirst = 5;
const kBytesFirst = 100 * 1000;
const kBytesFurther = 60 * 1000;
const kShift = 0.01;
const kQueries = join(dirname(fileURLToPath(import.meta.url)), 'search_queries.tsv');

const problems = [];
const expect = (holds, what) => {
  if (!holds) problems.push(what);
};
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// The folder with the region's site; one that stands there already is taken as it is.
function build(program, folder, region, scale) {
  const registry = join(folder, `${region}.db`);
  const out = join(folder, region);
  if (existsSync(out)) return join(out, 'public');
  const run = (...command) => execFileSync(program, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  run('demo', '--registry', registry, '--region', region, '--scale', scale, '--as-of', kAsOf);
  run('build', '--registry', registry, '--region', region, '--as-of', kAsOf, '--out', out);
  return join(out, 'public');
}

function read_queries() {
  return readFileSync(kQueries, 'utf-8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [query, kind, title = ''] = line.split('\t');
      return { query, kind, title };
    });
}

// ------------------------------------------------------------------ queries and bytes
async function check_queries(context, root) {
  const queries = read_queries();
  expect(queries.length >= 60, `only ${queries.length} queries`);
  const finder = await open_finder(context, root, 'search.html', problems);
  const first = [];
  const further = [];
  for (const [i, { query, kind, title }] of queries.entries()) {
    await finder.go_to('search.html');
    await finder.type(query);
    first.push(finder.bytes());
    const hits = await finder.hits(kFirst);
    expect(
      hits.some((hit) => hit.kind === kind && hit.title.startsWith(title)),
      `«${query}»: no ${kind} «${title}…» among ${hits.map((hit) => `${hit.kind} «${hit.title}»`).join(', ')}; ${await finder.found()}`,
    );
    expect(hits.length === 0 || hits[0].marked.length > 0, `«${query}»: nothing marked in the first hit`);
    await finder.type(queries[(i + 1) % queries.length].query);
    further.push(finder.bytes());
  }
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  const spread = (list) => `median ${kilobytes(median(list))}, most ${kilobytes(Math.max(...list))}`;
  console.log(`${queries.length} queries; compressed before the first result: ${spread(first)}; per further query: ${spread(further)}`);
  expect(median(first) <= kBytesFirst, `${median(first)} bytes before the first result`);
  expect(median(further) <= kBytesFurther, `${median(further)} bytes per further query`);
  expect((await finder.tab.evaluate('window.shifted')) < kShift, 'search.html: the layout shifts');
  await finder.tab.close();
}

// ------------------------------------------------------------------ words around the results
async function check_messages(context, root) {
  const finder = await open_finder(context, root, 'search.html', problems);
  await finder.type('алгаритмы без компютера');
  expect(/Исправлено: .*алгаритмы → алгорит/.test(await finder.found()), `corrections: ${await finder.found()}`);
  await finder.type('ъъъщщщжжж');
  expect((await finder.found()).startsWith('Найдено: 0 результатов.'), `nothing: ${await finder.found()}`);
  expect((await finder.tab.textContent('#finder-message')).includes('Ничего не нашлось'), 'no advice');
  expect(await finder.tab.isVisible('#finder-rest'), 'the lists are not offered when nothing was found');
  await finder.type('вл');
  expect((await finder.found()).startsWith('Продолжайте набирать'), `two letters: ${await finder.found()}`);
  await finder.type('<img src=x onerror=alert(1)>');
  expect((await finder.tab.$$('#finder-results img')).length === 0, 'a query became markup');
  await finder.tab.close();
}

// ------------------------------------------------------------------ filters
async function list_all(finder) {
  while (await finder.tab.isVisible('#finder-more')) {
    const before = (await finder.hits()).length;
    await finder.tab.click('#finder-more');
    await finder.tab.waitForFunction((n) => document.querySelectorAll('#finder-hits > li').length > n, before);
  }
  return finder.hits();
}

// What the options of `name` promise is what is listed when they are chosen.
async function check_counts(finder, name, most) {
  const offered = (await finder.options(name)).filter(([, count]) => count > 0);
  expect(offered.length > 1, `${name}: ${offered.length} options with hits`);
  const step = Math.max(1, Math.floor(offered.length / most));
  for (const [value, count] of offered.filter((_, i) => i % step === 0)) {
    await finder.choose(name, value);
    expect((await finder.total()) === count, `${name}=${value}: ${count} promised, ${await finder.found()}`);
    if (count > 120) continue;
    const hits = await list_all(finder);
    expect(hits.length === count, `${name}=${value}: ${count} promised, ${hits.length} listed`);
    expect(new Set(hits.map((hit) => hit.href)).size === hits.length, `${name}=${value}: a hit stands twice`);
  }
  await finder.choose(name, '');
}

async function check_filters(context, root) {
  const roster = await open_finder(context, root, 'asset/roster.html', problems);
  await roster.choose('subject', 'mathematics');
  await check_counts(roster, 'municipality', 6);
  await roster.choose('subject', '');
  for (const name of ['subject', 'direction']) await check_counts(roster, name, 4);
  await roster.type('наставн');
  await check_counts(roster, 'subject', 3);
  await roster.tab.close();
  const bank = await open_finder(context, root, 'practices/index.html', problems);
  await bank.type('проект');
  for (const name of ['subject', 'municipality', 'practice_kind', 'level', 'direction', 'year']) {
    await check_counts(bank, name, 3);
  }
  await bank.tab.close();
  const municipal = await open_finder(context, root, 'municipalities/dubna/practices.html', problems);
  await municipal.choose('level', 'basic');
  const hits = await list_all(municipal);
  expect(hits.length > 0 && hits.every((hit) => hit.facts.includes('Дубна')), 'the municipal bank shows others');
  await municipal.tab.close();
}

// Nobody of a subject in a municipality: the territory's, or the others'.
async function check_nearby(context, root, with_territories) {
  const finder = await open_finder(context, root, 'asset/roster.html', problems);
  const subjects = (await finder.tab.$$eval('#finder-subject option', (list) => list.map(({ value }) => value))).filter(Boolean);
  let offered = false;
  for (const subject of subjects) {
    await finder.choose('subject', subject);
    const empty = (await finder.options('municipality')).filter(([, count]) => count === 0).map(([value]) => value);
    const near = await finder.tab.$$eval('#finder-municipality option', (list) => list.map((one) => [one.value, one.dataset.near]));
    const areas = with_territories ? new Map(await finder.options('territory')) : null;
    const place = empty.find((value) => !areas || areas.get(new Map(near).get(value)) > 0);
    if (!place) continue;
    await finder.choose('municipality', place);
    const text = await finder.tab.textContent('#finder-message');
    expect(text.includes(with_territories ? 'Рядом' : 'В других муниципалитетах'), `nearby: ${text}`);
    await finder.tab.click('#finder-message button');
    const state = new URLSearchParams({ subject });
    if (with_territories) state.set('territory', new Map(near).get(place));
    await finder.answered(state);
    expect((await finder.hits()).length > 0, 'nearby: nobody');
    expect(await finder.tab.$eval('#finder-q', (box) => box === document.activeElement), 'nearby: focus is lost');
    offered = true;
    break;
  }
  expect(offered, 'no municipality without a methodist to test with');
  await finder.tab.close();
}

// ------------------------------------------------------------------ keyboard
async function focus(tab) {
  return tab.evaluate(() => {
    const node = document.activeElement;
    const style = getComputedStyle(node);
    return { name: node.id || node.textContent.trim(), outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
  });
}

async function check_keyboard(context, root) {
  const finder = await open_finder(context, root, 'search.html', problems);
  const { tab } = finder;
  const focused = async (name, what) => {
    const now = await focus(tab);
    expect(now.name === name, `keyboard: ${what}: focus on «${now.name}», not «${name}»`);
    expect(now.outline, `keyboard: ${what}: focus is not visible`);
  };
  await tab.keyboard.press('/');
  await focused('finder-q', 'slash');
  await tab.keyboard.type('наставник/наставничество');
  await finder.answered(new URLSearchParams({ q: 'наставник/наставничество' }));
  await tab.keyboard.press('Enter');
  const titles = (await finder.hits()).map((hit) => hit.title);
  expect(titles.length > 2, 'keyboard: nothing found');
  await tab.keyboard.press('ArrowDown');
  await focused(titles[0], 'arrow down');
  await tab.keyboard.press('ArrowDown');
  await focused(titles[1], 'arrow down again');
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('ArrowUp');
  await focused('finder-q', 'arrow up');
  for (const name of ['finder-kind', 'finder-subject', 'finder-municipality']) {
    await tab.keyboard.press('Tab');
    await focused(name, 'tab');
  }
  await tab.focus('#finder-kind');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await finder.answered(new URLSearchParams({ q: 'наставник/наставничество', kind: 'practice' }));
  expect((await finder.hits()).every((hit) => hit.kind === 'Практика'), 'keyboard: the filter by kind');
  await tab.focus('#finder-more');
  await tab.keyboard.press('Enter');
  await tab.waitForFunction(() => document.querySelectorAll('#finder-hits > li').length > 20);
  const hits = await finder.hits();
  await focused(hits[20].title, 'show more');
  await tab.keyboard.press('Escape');
  await focused('finder-q', 'escape in the results');
  await tab.keyboard.press('Escape');
  await finder.answered(new URLSearchParams({ kind: 'practice' }));
  expect((await tab.inputValue('#finder-q')) === '', 'keyboard: escape does not clear');
  await tab.focus('#finder .finder-reset');
  await tab.keyboard.press('Enter');
  await finder.answered('');
  expect(await tab.isHidden('#finder-results'), 'keyboard: reset leaves the results');
  await tab.click('.finder-help summary');
  await tab.uncheck('#finder-slash');
  await finder.go_to('search.html');
  await tab.keyboard.press('/');
  expect((await focus(tab)).name !== 'finder-q', 'keyboard: slash works although it was switched off');
  await tab.close();
}

// ------------------------------------------------------------------ addresses
async function check_addresses(context, root) {
  const finder = await open_finder(context, root, 'search.html?q=%D0%BD%D0%B0%D1%81%D1%82%D0%B0%D0%B2%D0%BD%D0%B8%D0%BA&kind=practice', problems);
  const { tab } = finder;
  await finder.answered(new URLSearchParams({ q: 'наставник', kind: 'practice' }));
  expect((await tab.inputValue('#finder-kind')) === 'practice', 'deep link: the filter is not set');
  const before = await finder.hits();
  expect(before.length > 0 && before.every((hit) => hit.kind === 'Практика'), 'deep link: other hits');
  await finder.choose('kind', '');
  await finder.choose('subject', 'mathematics');
  await tab.goBack();
  await finder.answered(new URLSearchParams({ q: 'наставник' }));
  await tab.goBack();
  await finder.answered(new URLSearchParams({ q: 'наставник', kind: 'practice' }));
  expect((await tab.inputValue('#finder-kind')) === 'practice', 'back: the filter is not set');
  await tab.click('#finder-more');
  await tab.waitForFunction(() => document.querySelectorAll('#finder-hits > li').length > 20);
  const shown = (await finder.hits()).length;
  await tab.click('#finder-hits > li:nth-child(3) a');
  await tab.waitForURL(/practices\/p\//);
  expect((await tab.textContent('h1')).trim() === before[2].title, 'a hit leads to another page');
  await tab.goBack();
  await finder.answered(new URLSearchParams({ q: 'наставник', kind: 'practice' }));
  expect((await finder.hits()).length === shown, 'back from a hit: fewer results');
  expect((await tab.evaluate('window.shifted')) < kShift, 'deep link: the layout shifts');
  await tab.close();
}

// ------------------------------------------------------------------ what may go wrong
// Over HTTP: requests of files cannot be broken off.
async function check_failure(context, root) {
  const server = await serve(root);
  const finder = await open_finder(context, server.origin, 'asset/roster.html', []);
  const { tab } = finder;
  await tab.route(/\/search\/.*\.js/, (route) => route.abort());
  await finder.choose('subject', 'mathematics');
  expect((await finder.found()).includes('не загрузился'), `failure: ${await finder.found()}`);
  expect(await tab.isVisible('#finder-rest'), 'failure: the lists are not offered');
  await tab.unroute(/\/search\/.*\.js/);
  await tab.click('#finder-message button');
  await tab.waitForSelector('#finder-hits > li');
  await tab.close();
  await server.close();
}

async function check_without_script(open, root) {
  const context = await open({ javaScriptEnabled: false });
  const tab = await context.newPage();
  for (const [page, link] of [
    ['search.html', 'asset/roster-mathematics.html'],
    ['asset/roster.html', 'asset/roster_1.html'],
    ['practices/index.html', 'practices/subject-mathematics.html'],
  ]) {
    await tab.goto(page_url(root, page));
    expect(await tab.isHidden('#finder'), `${page}: an idle form without JavaScript`);
    const target = page_url(root, link);
    const links = await tab.$$eval('main a', (list) => list.map((one) => one.href));
    expect(links.includes(target), `${page}: no link to ${link} without JavaScript`);
  }
  await tab.goto(page_url(root, 'search.html'));
  expect((await tab.textContent('main')).includes('нужен JavaScript'), 'search.html does not say that it needs JavaScript');
  await context.close();
}

const kChecks = {
  queries: (sites) => check_queries(sites.context, sites.root),
  messages: (sites) => check_messages(sites.context, sites.root),
  filters: (sites) => check_filters(sites.context, sites.root),
  nearby: async (sites) => {
    await check_nearby(sites.context, sites.root, false);
    await check_nearby(sites.context, sites.with_territories, true);
  },
  keyboard: (sites) => check_keyboard(sites.context, sites.root),
  addresses: (sites) => check_addresses(sites.context, sites.root),
  failure: (sites) => check_failure(sites.context, sites.root),
  without_script: (sites) => check_without_script(sites.open, sites.root),
};

async function main([program, folder, ...options]) {
  const named = options.filter((option) => option !== '--fresh');
  if (!program || !folder || named.some((name) => !kChecks[name])) {
    console.error('usage: node search_test.mjs <metodaktiv> <work-dir> [--fresh] [check…]');
    return 2;
  }
  if (options.includes('--fresh')) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const root = build(program, folder, 'moscow-oblast', '1');
  const with_territories = build(program, folder, 'arkhangelsk-oblast', '0.3');
  await with_contexts(async (open) => {
    const context = await open({ viewport: { width: 1280, height: 900 } });
    for (const name of named.length > 0 ? named : Object.keys(kChecks)) {
      try {
        await kChecks[name]({ open, context, root, with_territories });
      } catch (error) {
        problems.push(`${name}: ${error.message}`);
      }
    }
  });
  for (const problem of problems) console.error(problem);
  console.log(`${problems.length} findings`);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
