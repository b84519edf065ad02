// What the browser checks share: the browser and the widths.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
