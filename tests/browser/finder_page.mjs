// A page with the finder (templates/finder.html), as a reader meets it: type, choose, read the hits.

import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { page_url } from './browser.mjs';

// Opens `page` (may carry "?query") of the site in the folder or at the origin `root` in a new tab; `problems` receives whatever must not happen.
export async function open_finder(context, root, page, problems) {
  const tab = await context.newPage();
  const finder = new FinderPage(tab, root);
  tab.on('pageerror', (error) => problems.push(`${page}: ${error.message}`));
  tab.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page}: console: ${message.text()}`);
  });
  tab.on('request', (request) => finder.loaded.push(request.url()));
  await tab.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) window.shifted += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await finder.go_to(page);
  return finder;
}

class FinderPage {
  constructor(tab, root) {
    this.tab = tab;
    this.root = root;
    this.loaded = [];
  }

  async go_to(page) {
    this.loaded = [];
    const [path, query] = page.split('?');
    const base = this.root.startsWith('http') ? `${this.root}/${path}` : page_url(this.root, path);
    await this.tab.goto(query ? `${base}?${query}` : base, { waitUntil: 'load' });
  }

  // Until the answer to `query` (the address's part after "?") is shown.
  async answered(query) {
    const expected = new URLSearchParams(query).toString();
    await this.tab.waitForFunction(
      (wanted) =>
        new URLSearchParams(location.search).toString() === wanted &&
        document.getElementById('finder-results').getAttribute('aria-busy') === 'false',
      expected,
    );
  }

  async type(text) {
    await this.tab.fill('#finder-q', text);
    const state = new URLSearchParams(this.state());
    state.delete('q');
    const query = new URLSearchParams([['q', text.trim()], ...state].filter(([, value]) => value));
    await this.answered(query);
  }

  async choose(name, value) {
    const state = new URLSearchParams(this.state());
    const names = await this.tab.$$eval('#finder select', (list) => list.map((one) => one.name));
    const query = new URLSearchParams();
    if (state.get('q')) query.set('q', state.get('q'));
    for (const one of names) {
      const chosen = one === name ? value : state.get(one);
      if (chosen) query.set(one, chosen);
    }
    await this.tab.selectOption(`#finder-${name}`, value);
    await this.answered(query);
  }

  state() {
    return new URL(this.tab.url()).search.slice(1);
  }

  async hits(most = Infinity) {
    const list = await this.tab.$$eval('#finder-hits > li', (items) =>
      items.map((item) => ({
        kind: item.querySelector('.tag')?.textContent ?? '',
        title: item.querySelector('h3').textContent,
        href: item.querySelector('a').href,
        facts: item.querySelector('.facts').textContent,
        marked: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
      })),
    );
    return list.slice(0, most);
  }

  async found() {
    return (await this.tab.textContent('#found')).replaceAll('\u00a0', ' ');
  }

  // The number in «Найдено: 12 методистов.»
  async total() {
    return Number(/Найдено: ([0-9 ]+) /.exec(await this.found())?.[1].replaceAll(' ', ''));
  }

  // [[value, count]…] as the options of a filter say.
  async options(name) {
    return this.tab.$$eval(`#finder-${name} option`, (list) =>
      list
        .filter((option) => option.value)
        .map((option) => [option.value, Number(option.text.split(' — ').pop().replaceAll('\u00a0', ''))]),
    );
  }

  // Compressed bytes of the scripts loaded since the page was opened, or since the last call.
  bytes() {
    const scripts = this.loaded.filter((url) => /^file:.*\.js(\?|$)/.test(url));
    this.loaded = [];
    return scripts.reduce((sum, url) => sum + compressed(fileURLToPath(url.replace(/\?.*/, ''))), 0);
  }
}

const sizes = new Map();
function compressed(file) {
  const key = `${file} ${statSync(file).mtimeMs}`;
  if (!sizes.has(key)) sizes.set(key, gzipSync(readFileSync(file), { level: 9 }).length);
  return sizes.get(key);
}
