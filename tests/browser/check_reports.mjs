// node check_reports.mjs <reports-dir>
// Looks at the pages of the restricted reports, opened from disk in a real browser: their HTML, axe
// at every width, in the dark and on paper, what reaches past the window, and that every link leads
// to a file.
// Exit 0: nothing found, 1: findings (on stderr), 2: wrong usage.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { axe_findings } from './axe.mjs';
import { kHeight, kWidths, page_url, with_contexts } from './browser.mjs';
import { layout_findings } from './layout_findings.mjs';
import { markup_findings } from './markup_findings.mjs';

// The way in, the region, and the largest and the smallest page of a municipality.
function picked_pages(root) {
  const own = readdirSync(root)
    .filter((folder) => !folder.startsWith('_') && existsSync(join(root, folder, 'report.html')))
    .map((folder) => `${folder}/report.html`)
    .sort((a, b) => statSync(join(root, a)).size - statSync(join(root, b)).size || (a < b ? -1 : 1));
  return [...new Set(['index.html', '_region/report.html', own[0], own[own.length - 1]])];
}

// Links and fragments of the open page that lead nowhere.
async function dead_links(page, root, name) {
  const links = await page.evaluate(() => [...document.links].map((a) => a.getAttribute('href')));
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((e) => e.id));
  return links
    .filter((link) =>
      link.startsWith('#')
        ? !ids.includes(decodeURIComponent(link.slice(1)))
        : !existsSync(fileURLToPath(new URL(link, page_url(root, name)))),
    )
    .map((link) => `leads nowhere: ${link}`);
}

async function page_findings(open, root, name) {
  const findings = [];
  const context = await open({ viewport: { width: kWidths[0], height: kHeight } });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') findings.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) findings.push(`leaves the folder: ${request.url()}`);
  });
  await page.goto(page_url(root, name), { waitUntil: 'load' });
  const ask = (question, argument) => page.evaluate(question, argument);
  const tell = (label, list) => findings.push(...list.map((what) => `${label}: ${what}`));
  for (const width of kWidths) {
    await page.setViewportSize({ width, height: kHeight });
    tell(`${width} px`, await layout_findings(ask));
    tell(`${width} px`, await axe_findings(page, 'page'));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  tell('dark', await axe_findings(page, 'colours'));
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await page.setViewportSize({ width: 703, height: kHeight }); // A4 within its margins
  tell('paper', await layout_findings(ask, { print: true }));
  tell('paper', await axe_findings(page, 'paper'));
  tell('links', await dead_links(page, root, name));
  await context.close();
  return findings;
}

async function main([root]) {
  if (!root || !existsSync(join(root, 'index.html'))) {
    console.error('usage: node check_reports.mjs <reports-dir>');
    return 2;
  }
  const pages = picked_pages(root);
  const findings = await markup_findings(root, pages);
  await with_contexts(async (open) => {
    for (const name of pages) {
      for (const what of await page_findings(open, root, name)) findings.push(`${name}: ${what}`);
    }
  });
  for (const what of findings) console.error(what);
  console.log(`${pages.length} pages: ${findings.length} findings`);
  return findings.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
