// Accessibility findings of axe-core in an open page.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kRunOnly = {
  page: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

// `extent`: 'page' for WCAG 2.2 AA with target sizes, and good practice; 'colours' for what a
// colour scheme changes.
export async function axe_findings(page, extent) {
  await page.evaluate(kAxe);
  const violations = await page.evaluate(
    (runOnly) =>
      axe
        .run(document, {
          runOnly,
          rules: runOnly.type === 'tag' ? { 'target-size': { enabled: true } } : {},
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
    kRunOnly[extent],
  );
  return violations.map(
    ({ id, help, count, first, why }) =>
      `axe ${id}: ${help} (${count}; ${first}) ${why.replace(/\s+/g, ' ')}`,
  );
}
