// node screenshots.mjs <public-dir> <out-dir> [page…]
// Full-page PNGs at three widths; without pages, of one page of each type.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { kWidths, page_url, with_browser } from './browser.mjs';
import { page_type, pick_pages } from './page_types.mjs';

const [root, out, ...named] = process.argv.slice(2);
if (!root || !out || !existsSync(root)) {
  console.error('usage: node screenshots.mjs <public-dir> <out-dir> [page…]');
  process.exit(2);
}

const first_of_type = (page, index, pages) =>
  pages.findIndex((other) => page_type(other) === page_type(page)) === index;
const pages = named.length > 0 ? named : pick_pages(root).picked.filter(first_of_type);

mkdirSync(out, { recursive: true });
for (const width of kWidths) {
  await with_browser(width, async (context) => {
    const tab = await context.newPage();
    for (const page of pages) {
      await tab.goto(page_url(root, page), { waitUntil: 'load' });
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      const name = page.replace(/\.html$/, '').replaceAll('/', '_');
      const path = join(out, `${name}-${width}.png`);
      await tab.screenshot({ path, fullPage: true });
      console.log(path);
    }
  });
}
