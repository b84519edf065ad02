// Accessibility findings of axe-core in an open page.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kTags = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22a',
  'wcag22aa',
  'best-practice',
];
const on = (enabled) => ({ enabled });
// Extent → axe's options.
const kOptions = {
  page: { runOnly: kTags, rules: { 'target-size': on(true) } },
  // What a colour scheme changes.
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  // Paper has no links and no targets.
  paper: { runOnly: kTags, rules: { 'target-size': on(false), 'link-in-text-block': on(false) } },
};

// `extent`: 'page' for WCAG 2.2 AA with target sizes, and good practice; 'colours' and 'paper' for a
// part of it.
export async function axe_findings(page, extent) {
  await page.evaluate(kAxe);
  const violations = await page.evaluate(
    (options) =>
      axe
        .run(document, {
          ...options,
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
    kOptions[extent],
  );
  return violations.map(
    ({ id, help, count, first, why }) =>
      `axe ${id}: ${help} (${count}; ${first}) ${why.replace(/\s+/g, ' ')}`,
  );
}
