// What the browser checks share: the browser, its windows and the addresses of pages.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const kWidths = [360, 768, 1280];
export const kHeight = 900;
export const kExecutable = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const kArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const kWindow = { reducedMotion: 'reduce', locale: 'ru-RU', timezoneId: 'Europe/Moscow' };

// Runs `work(context)` in a headless Chromium with an empty profile of its own.
export async function with_browser(width, work, options = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'metodaktiv-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: kExecutable,
    headless: true,
    viewport: { width, height: kHeight },
    args: kArguments,
    ...kWindow,
    ...options,
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

// Runs `work(open)` in one headless Chromium; `open(options)` makes a context that shares nothing
// with the others (Playwright's options of a new context).
export async function with_contexts(work) {
  const browser = await chromium.launch({
    executablePath: kExecutable,
    headless: true,
    args: kArguments,
  });
  try {
    return await work((options) => browser.newContext({ ...kWindow, ...options }));
  } finally {
    await browser.close();
  }
}

export function page_url(root, page) {
  return pathToFileURL(join(resolve(root), page)).href;
}
