// node templates/brand/make_images.mjs
// Draws the pictures of templates/assets from share.html and favicon.svg: share.png (1200 × 630, for links in
// messengers), apple-touch-icon.png (180 × 180) and favicon.ico (32 × 32). Run it after a change of the brand only:
// the pictures are kept in the repository, a build copies them.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = new URL('./', import.meta.url);
const assets = new URL('../assets/', here);
const to_file = (name) => fileURLToPath(new URL(name, assets));

// An .ico file with one PNG inside.
function ico(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const picture = async (width, height, url_or_html) => {
  const page = await browser.newPage({ viewport: { width, height } });
  if (url_or_html instanceof URL) await page.goto(url_or_html.href);
  else await page.setContent(url_or_html);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
};
const mark = readFileSync(new URL('favicon.svg', assets), 'utf8');
const icon = (size, space, back) =>
  picture(size, size, `<style>body{margin:0;background:${back};padding:${space}px}svg{display:block}</style>${mark}`);

writeFileSync(to_file('share.png'), await picture(1200, 630, new URL('share.html', here)));
writeFileSync(to_file('apple-touch-icon.png'), await icon(180, 22, '#fff'));
writeFileSync(to_file('favicon.ico'), ico(await icon(32, 0, 'transparent'), 32));
await browser.close();
