// node lighthouse.mjs <public-dir> [--timed] [page…]
// Lighthouse (mobile) over the site's main pages. Exit 0: good, 1: findings (on stderr), 2: usage.
//
// Accessibility, best practices and SEO are pure functions of the page and must score 95. The
// performance score is made of times, which on a shared machine say more about its load than about
// the page; so a test that runs unattended asks for what makes the times and can be counted:
// bytes, requests that delay the first paint, layout shift, size of the page, unused bytes. The score
// itself is printed. With --timed the median of three runs must be 95 as well.

import { createServer } from 'node:net';
import { existsSync, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { kArguments, kExecutable } from './browser.mjs';
import { page_type, pick_pages } from './page_types.mjs';
import { serve } from './static_server.mjs';

const kTypes = [
  'index.html',
  'asset/roster.html',
  'indicators/*.html',
  'practices/p/*.html',
  'municipalities/*/index.html',
];
const kGood = 95;
const kTimedRuns = 3;
const kMaxBytes = 300 * 1024;
const kMaxElements = 2500; // an indicator's page names every municipality in a table and on a map
// The reader's text size and colours must be there before the first paint.
const kBeforePaint = /\.css$|\/settings\.js$/;
const kMaxShift = 0.02;
const kMaxUnusedBytes = 24 * 1024;

function free_port() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

// What of the performance does not depend on the machine's load.
function counted_findings(audits) {
  const findings = [];
  const items = (id) => audits[id]?.details?.items ?? [];
  const value = (id) => {
    if (typeof audits[id]?.numericValue !== 'number') throw new Error(`Lighthouse has no ${id}`);
    return audits[id].numericValue;
  };
  const bytes = value('total-byte-weight');
  if (bytes > kMaxBytes) findings.push(`${bytes} bytes are loaded, more than ${kMaxBytes}`);
  const shift = value('cumulative-layout-shift');
  if (shift > kMaxShift) findings.push(`the layout shifts by ${shift}, more than ${kMaxShift}`);
  const elements = value('dom-size');
  if (elements > kMaxElements) findings.push(`${elements} elements, more than ${kMaxElements}`);
  for (const { url } of items('render-blocking-resources')) {
    if (!kBeforePaint.test(url)) findings.push(`delays the first paint: ${url}`);
  }
  for (const id of ['unused-css-rules', 'unused-javascript']) {
    for (const { url, wastedBytes } of items(id)) {
      if (wastedBytes > kMaxUnusedBytes) findings.push(`${id}: ${wastedBytes} bytes of ${url}`);
    }
  }
  return findings;
}

// Audits of a category that took points off its score.
function lost_points(result, category) {
  return result.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (result.audits[id].score ?? 1) < 1)
    .map(({ id }) => `${id} (${result.audits[id].displayValue ?? result.audits[id].title})`)
    .join(', ');
}

const score = (result, category) => Math.round((result.categories[category].score ?? 0) * 100);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// On a busy machine a recording can miss its beginning; Lighthouse then asks to be run again.
async function audit(url, port, attempts = 3) {
  const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'silent', locale: 'en' });
  if (!lhr.runtimeError) return lhr;
  if (attempts > 1) return audit(url, port, attempts - 1);
  throw new Error(`${url}: ${lhr.runtimeError.message}`);
}

// { findings, scores }: what is wrong with the pages, and a line of scores for each.
export async function lighthouse_findings(root, pages, { timed = false, headers } = {}) {
  const server = await serve(root, headers);
  const port = await free_port();
  const browser = await chromium.launch({
    executablePath: kExecutable,
    headless: true,
    args: [...kArguments, `--remote-debugging-port=${port}`],
  });
  const findings = [];
  const scores = [];
  try {
    for (const page of pages) {
      const results = [];
      do results.push(await audit(`${server.origin}/${page}`, port));
      while (timed && results.length < kTimedRuns);
      const last = results.at(-1);
      const performance = median(results.map((result) => score(result, 'performance')));
      const line = [`performance ${performance}`];
      for (const category of ['accessibility', 'best-practices', 'seo']) {
        const points = score(last, category);
        line.push(`${category} ${points}`);
        if (points < kGood) {
          findings.push(`${page}: ${category} ${points}: ${lost_points(last, category)}`);
        }
      }
      scores.push(`${page}: ${line.join(', ')}`);
      findings.push(...counted_findings(last.audits).map((what) => `${page}: ${what}`));
      if (timed && performance < kGood) {
        const why = lost_points(last, 'performance');
        findings.push(`${page}: performance ${performance}: ${why}`);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return { findings, scores };
}

async function main(args) {
  const [root, ...named] = args.filter((arg) => !arg.startsWith('--'));
  const flags = args.filter((arg) => arg.startsWith('--'));
  if (!root || !existsSync(root) || flags.some((flag) => flag !== '--timed')) {
    console.error('usage: node lighthouse.mjs <public-dir> [--timed] [page…]');
    return 2;
  }
  const { fullest } = pick_pages(root);
  const pages =
    named.length > 0 ? named : fullest.filter((page) => kTypes.includes(page_type(page)));
  if (named.length === 0 && pages.length < kTypes.length) {
    console.error('a page type is missing');
    return 1;
  }
  const timed = flags.includes('--timed');
  const { findings, scores } = await lighthouse_findings(root, pages, { timed });
  for (const line of scores) console.log(line);
  for (const finding of findings) console.error(finding);
  return findings.length === 0 ? 0 : 1;
}

if (process.argv[1] && pathToFileURL(realpathSync(process.argv[1])).href === import.meta.url) {
  process.exitCode = await main(process.argv.slice(2));
}
