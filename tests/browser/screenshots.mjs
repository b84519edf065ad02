// node screenshots.mjs <public-dir> <out-dir> [--scheme light|dark|low-vision|no-scripts|paper]…
//   [--width N]… [--sparse] [page…]
// Pictures of whole pages for a person to look at: at three widths in the light scheme, or in the
// schemes named (all of them: --scheme all). `paper` prints each page as a PDF on A4. Without pages,
// of the fullest page of each type; --sparse adds the emptiest one.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { kHeight, kWidths, with_contexts } from './browser.mjs';
import { kModes, kStorageKey } from './modes.mjs';
import { pick_pages } from './page_types.mjs';
import { serve } from './static_server.mjs';

const kTallest = 12_000; // Chromium repeats itself in taller pictures; the rest of a list is alike.

// The mode of modes.mjs that a scheme shows; the widths are this program's own.
const kSchemes = {
  light: 'desktop',
  dark: 'dark',
  'low-vision': 'low-vision',
  'no-scripts': 'no scripts',
  paper: 'print',
};

async function open_tab(open, mode, width) {
  const context = await open({
    ...mode.context,
    javaScriptEnabled: !mode.no_scripts,
    viewport: { width, height: kHeight },
  });
  if (mode.view) {
    await context.addInitScript(([key, view]) => localStorage.setItem(key, JSON.stringify(view)), [
      kStorageKey,
      mode.view,
    ]);
  }
  return context.newPage();
}

async function picture(tab, path) {
  const height = await tab.locator('html').boundingBox();
  if (height.height <= kTallest) return tab.screenshot({ path, fullPage: true });
  const { width } = tab.viewportSize();
  return tab.screenshot({
    path,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: kTallest },
  });
}

async function take(open, site, scheme, width, out) {
  const mode = kModes.find(({ name }) => name === kSchemes[scheme]);
  const tab = await open_tab(open, mode, width);
  for (const page of site.pages) {
    await tab.goto(`${site.origin}/${page}`, { waitUntil: 'load' });
    if (!mode.no_scripts) await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    const name = page.replace(/\.html$/, '').replaceAll('/', '_');
    const path = join(out, `${name}-${scheme}${scheme === 'paper' ? '.pdf' : `-${width}.png`}`);
    if (scheme === 'paper') await tab.pdf({ path, preferCSSPageSize: true, printBackground: false });
    else await picture(tab, path);
    console.log(path);
  }
  await tab.context().close();
}

function arguments_of(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      scheme: { type: 'string', multiple: true, default: ['light'] },
      width: { type: 'string', multiple: true, default: kWidths.map(String) },
      sparse: { type: 'boolean', default: false },
    },
  });
  const [root, out, ...named] = positionals;
  const schemes = values.scheme.includes('all') ? Object.keys(kSchemes) : values.scheme;
  const widths = values.width.map(Number);
  if (!root || !out || !existsSync(root)) throw new Error('a folder is missing');
  if (schemes.some((scheme) => !(scheme in kSchemes))) throw new Error('no such scheme');
  if (!widths.every((width) => width >= 100)) throw new Error('no such width');
  return { root, out, named, schemes, widths, sparse: values.sparse };
}

async function main(args) {
  let wish;
  try {
    wish = arguments_of(args);
  } catch (error) {
    console.error(
      `${error.message}\nusage: node screenshots.mjs <public-dir> <out-dir>` +
        ` [--scheme ${Object.keys(kSchemes).join('|')}|all]… [--width N]… [--sparse] [page…]`,
    );
    return 2;
  }
  const { picked, fullest } = pick_pages(wish.root);
  const chosen = wish.sparse ? picked : fullest;
  const pages = wish.named.length > 0 ? wish.named : chosen;
  mkdirSync(wish.out, { recursive: true });
  const server = await serve(wish.root);
  try {
    await with_contexts(async (open) => {
      for (const scheme of wish.schemes) {
        const widths = scheme === 'paper' ? wish.widths.slice(0, 1) : wish.widths;
        for (const width of widths) {
          await take(open, { origin: server.origin, pages }, scheme, width, wish.out);
        }
      }
    });
  } finally {
    await server.close();
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
