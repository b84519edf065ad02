// What the browser checks share: the browser, the widths, and which pages of a site to look at.

import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const kWidths = [360, 768, 1280];
const kHeight = 900;
const kExecutable = process.env.CHROMIUM ?? '/usr/bin/chromium';

// Runs `work(context)` in a headless Chromium with an empty profile of its own.
export async function with_browser(width, work) {
  const profile = mkdtempSync(join(tmpdir(), 'metodaktiv-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: kExecutable,
    headless: true,
    viewport: { width, height: kHeight },
    reducedMotion: 'reduce',
    locale: 'ru-RU',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function page_url(root, page) {
  return pathToFileURL(join(resolve(root), page)).href;
}

// Every .html below `root`, as sorted paths with forward slashes.
export function html_pages(root) {
  return readdirSync(root, { recursive: true })
    .map((name) => String(name).split(sep).join('/'))
    .filter((name) => name.endsWith('.html'))
    .sort();
}

// The type of a page: its path with every code in it replaced by `*`. Folders alternate between a
// fixed name and a code: municipalities/klin/roster.html is of type municipalities/*/roster.html.
export function page_type(page) {
  return page
    .split('/')
    .map((part, index, parts) => {
      const last = index === parts.length - 1;
      if (index % 2 === 0 || part === 'index.html') return part;
      return last ? '*.html' : '*';
    })
    .join('/');
}

// Pages to look at: of each type all when they are few, else the fullest and the emptiest one.
export function pick_pages(root, few = 3) {
  const types = new Map();
  for (const page of html_pages(root)) {
    const type = page_type(page);
    if (!types.has(type)) types.set(type, []);
    types.get(type).push(page);
  }
  const picked = [];
  for (const pages of types.values()) {
    if (pages.length <= few) {
      picked.push(...pages);
      continue;
    }
    const size = (page) => statSync(join(root, page)).size;
    const sorted = [...pages].sort((a, b) => size(a) - size(b));
    picked.push(sorted.at(-1), sorted.at(0));
  }
  return { types: [...types.keys()], picked };
}
