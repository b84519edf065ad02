// node self_test.mjs: a hand-made site with one fault per page; every fault must be found, and
// nothing on the page without one.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { with_contexts } from './browser.mjs';
import { fault_page, kFaultHeaders, kFaultPages } from './fault_pages.mjs';
import { keyboard_findings } from './keyboard_findings.mjs';
import { markup_findings } from './markup_findings.mjs';
import { kModes, kSchemeModes } from './modes.mjs';
import { visit_findings } from './page_findings.mjs';
import { page_type } from './page_types.mjs';
import { serve } from './static_server.mjs';

function type_failures() {
  const expected = {
    'index.html': 'index.html',
    'practices/index.html': 'practices/index.html',
    'practices/subject-math.html': 'practices/*.html',
    'practices/subject-math_2.html': 'practices/*_*.html',
    'practices/p/club-2024.html': 'practices/p/*.html',
    'asset/roster.html': 'asset/roster.html',
    'asset/roster-math.html': 'asset/roster-*.html',
    'help.html': 'help.html',
    'municipalities/klin/roster.html': 'municipalities/*/roster.html',
    'municipalities/klin/index.html': 'municipalities/*/index.html',
  };
  return Object.entries(expected)
    .filter(([path, type]) => page_type(path) !== type)
    .map(([path, type]) => `${path}: type ${page_type(path)} instead of ${type}`);
}

// The faults of pages, each looked for where it is to be found.
async function page_failures(root) {
  for (const [name, { body, head, header }] of Object.entries(kFaultPages)) {
    writeFileSync(join(root, name), fault_page(body, head, header));
  }
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';
  writeFileSync(join(root, 'picture.svg'), picture);
  const named = (name) => kModes.find((mode) => mode.name === name);
  const pages = Object.entries(kFaultPages);
  const visits = pages.flatMap(([page, { modes = [] }]) => modes.map((mode) => [page, named(mode)]));
  for (const mode of [...kModes, ...kSchemeModes]) visits.push(['index.html', mode]);
  const walked = pages.filter(([, { keyboard }]) => keyboard).map(([page]) => page);
  const findings = await markup_findings(root, ['index.html', 'markup.html']);
  const server = await serve(root, () => ({}));
  const site = { root, origin: server.origin };
  try {
    await with_contexts(async (open) => {
      findings.push(...(await visit_findings(open, site, visits)));
      findings.push(...(await keyboard_findings(open, site, ['index.html', ...walked])));
    });
  } finally {
    await server.close();
  }
  const failures = [];
  for (const [name, { found }] of pages) {
    const own = findings.filter((finding) => finding.startsWith(name));
    if (found === null && own.length > 0) failures.push(...own);
    if (found !== null && !own.some((finding) => found.test(finding))) {
      failures.push(`${name}: not found: ${found}; found: ${own.join(' | ')}`);
    }
  }
  if (findings.some((finding) => /^error.html \(no scripts\)/.test(finding))) {
    failures.push('a script ran in the mode without scripts');
  }
  return failures;
}

// The header's path by keyboard, once for each fault of a header.
async function header_failures(root) {
  const failures = [];
  await with_contexts(async (open) => {
    for (const [expected, { header, settings }] of Object.entries(kFaultHeaders)) {
      writeFileSync(join(root, 'index.html'), fault_page('<p>Текст</p>', '', header, settings));
      const server = await serve(root, () => ({})); // a new one: a server keeps what it has read
      const findings = await keyboard_findings(open, { root, origin: server.origin }, []);
      await server.close();
      if (!findings.some((finding) => finding.includes(expected))) {
        failures.push(`header: not found: ${expected}; found: ${findings.join(' | ')}`);
      }
    }
  });
  return failures;
}

const root = mkdtempSync(join(tmpdir(), 'metodaktiv-browser-test-'));
const failures = type_failures();
try {
  failures.push(...(await page_failures(root)), ...(await header_failures(root)));
} finally {
  rmSync(root, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
if (failures.length === 0) console.log('self-test passed');
process.exitCode = failures.length === 0 ? 0 : 1;
