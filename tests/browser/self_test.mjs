// node self_test.mjs: a hand-made site with one fault per page; every fault must be found, and
// nothing on the page without one.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { site_findings } from './check_site.mjs';
import { page_type } from './page_types.mjs';

const page = (body, head = '') => `<!DOCTYPE html>
<html lang="ru">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Методический актив</title>
    <style>body { margin: 0; color: #222; background: #fff }</style>
    ${head}
  </head>
  <body><main><h1>Методический актив</h1>${body}</main></body>
</html>
`;

// Page → its body, its head, and what must be found there (null: nothing).
const kPages = {
  'index.html': ['<p><a href="404.html">Страница</a> без ошибок.</p>', '', null],
  'contrast.html': ['<p style="color: #ccc">Бледный текст</p>', '', 'axe color-contrast'],
  'target.html': [
    '<p><button type="button" style="width:9px;height:9px;padding:0;border:0" aria-label="а">' +
      '</button><button type="button" style="width:9px;height:9px;padding:0;border:0" ' +
      'aria-label="б"></button></p>',
    '',
    'axe target-size',
  ],
  'wide.html': ['<div style="width: 2000px">Широко</div>', '', 'scrolls sideways: 2000 px'],
  'error.html': ['<p>Ошибка</p>', '<script>absent_function();</script>', 'script: '],
  'console.html': ['<p>Ошибка</p>', '<script>console.error("x");</script>', 'console: x'],
  'outside.html': [
    '<p>Чужой адрес</p>',
    '<link rel="stylesheet" href="http://127.0.0.1:9/style.css">',
    'request leaves the site',
  ],
  'missing.html': ['<p><img src="absent.png" alt="Схема"></p>', '', 'not loaded'],
  'markup.html': ['<p><div>Блок в абзаце</div></p>', '', 'no-implicit-close'],
};
const kRequired = ['index.html', 'practices/*.html'];

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

const root = mkdtempSync(join(tmpdir(), 'metodaktiv-browser-test-'));
const failures = type_failures();
try {
  mkdirSync(root, { recursive: true });
  for (const [name, [body, head]] of Object.entries(kPages)) {
    writeFileSync(join(root, name), page(body, head));
  }
  const { findings } = await site_findings(root, kRequired, [360]);
  if (!findings.includes('no page of type practices/*.html')) {
    failures.push('a missing page type was not reported');
  }
  for (const [name, [, , expected]] of Object.entries(kPages)) {
    const own = findings.filter((finding) => finding.startsWith(name));
    if (expected === null && own.length > 0) failures.push(`${name}: ${own[0]}`);
    if (expected !== null && !own.some((finding) => finding.includes(expected))) {
      failures.push(`${name}: not found: ${expected}; found: ${own.join(' | ')}`);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
if (failures.length === 0) console.log('self-test passed');
process.exitCode = failures.length === 0 ? 0 : 1;
