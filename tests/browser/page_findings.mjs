// Opens one page and returns what is wrong with it, as a list of messages.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { page_url } from './browser.mjs';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kAxeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const kLocal = /^(file|data|blob|about):/;

// Runs in the page: what reaches past the right edge of a window that should not scroll sideways.
function sideways_overflow() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const clipped = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    }
    return false;
  };
  const name = (element) =>
    element.tagName.toLowerCase() +
    (element.id ? `#${element.id}` : '') +
    [...element.classList].map((part) => `.${part}`).join('');
  const widest = [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5 && !clipped(e))
    .slice(0, 3)
    .map(name);
  return `${root.scrollWidth} px in a window of ${root.clientWidth}: ${widest.join(', ')}`;
}

export async function page_findings(context, root, page_path) {
  const findings = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') findings.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => findings.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!kLocal.test(request.url())) findings.push(`request leaves the site: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    if (kLocal.test(request.url())) findings.push(`not loaded: ${request.url()}`);
  });
  try {
    await page.goto(page_url(root, page_path), { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const overflow = await page.evaluate(sideways_overflow);
    if (overflow) findings.push(`scrolls sideways: ${overflow}`);
    await page.evaluate(kAxe);
    const violations = await page.evaluate(
      (tags) =>
        axe
          .run(document, {
            runOnly: tags,
            resultTypes: ['violations'],
            preload: false, // axe would fetch the stylesheets, which the pages' policy forbids
          })
          .then((result) =>
            result.violations.map(({ id, help, nodes }) => ({
              id,
              help,
              count: nodes.length,
              first: nodes[0].target.join(' '),
              why: nodes[0].failureSummary,
            })),
          ),
      kAxeTags,
    );
    for (const { id, help, count, first, why } of violations) {
      findings.push(`axe ${id}: ${help} (${count}; ${first}) ${why.replace(/\s+/g, ' ')}`);
    }
  } catch (error) {
    findings.push(`not checked: ${error.message}`);
  } finally {
    await page.close();
  }
  return findings;
}
