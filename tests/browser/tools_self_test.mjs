// node tools_self_test.mjs: the Nu checker and Lighthouse, as they are used here, find planted faults.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lighthouse_findings } from './lighthouse.mjs';
import { nu_findings } from './nu_check.mjs';

const page = (head, body) => `<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>
`;
const kTitle = '<title>Методический актив</title>';
const kGood = page(kTitle, '<h1>Методический актив</h1>');

// File → its content and the error expected there (null: none).
const kNuFiles = {
  'good.html': [kGood, null],
  'good.svg': ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>', null],
  'good.css': ['a { color: #123; max-width: calc(var(--x) + 2 * var(--y)); }', null],
  'nested.html': [page(kTitle, '<p><a href="x"><a href="y">z</a></a></p>'), 'Start tag “a” seen'],
  'aria.html': [page(kTitle, '<div role="list"><div role="row">x</div></div>'), 'role=row'],
  'twice.html': [page(kTitle, '<p id="a">x</p><p id="a">y</p>'), 'Duplicate ID'],
  'bad.svg': ['<svg xmlns="http://www.w3.org/2000/svg"><path d="hello"/></svg>', 'Bad value'],
  'broken.svg': ['<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', 'g'],
  'bad.css': ['a { colour: #123; }', 'colour'],
};

async function nu_failures(root) {
  for (const [name, [text]] of Object.entries(kNuFiles)) writeFileSync(join(root, name), text);
  writeFileSync(join(root, 'font.woff2'), 'not a page');
  const { files, errors } = await nu_findings(root);
  const failures = files === Object.keys(kNuFiles).length ? [] : [`${files} files were read`];
  for (const [name, [, expected]] of Object.entries(kNuFiles)) {
    const own = errors.filter((error) => error.startsWith(`${name}:`));
    if (expected === null) failures.push(...own);
    else if (!own.some((error) => error.includes(expected))) {
      failures.push(`${name}: not found: ${expected}; found: ${own.join(' | ')}`);
    }
  }
  return failures;
}

// One page with many faults: the text moves when the script, which is in its way, has run.
const kSlowPage = page(
  `${kTitle}<script src="slow.js"></script>`,
  '<div id="late"></div><h1>Методический актив</h1>' +
    '<p style="height: 300px; color: #ddd">Бледный текст</p><img src="big.svg" width="9" height="9">' +
    '<b></b>'.repeat(2600),
);
// Text of at least `count` characters that does not compress well.
const noise = (count) =>
  Array.from({ length: count / 6 }, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join('');
const kSlowScript = `setTimeout(() => { document.getElementById("late").style.height = "400px"; }, 900);
function unused() { return "${noise(240_000)}"; }`;
const kExpected = [
  'accessibility',
  'seo',
  'bytes are loaded',
  'the layout shifts',
  'elements, more than',
  'delays the first paint',
  'unused-javascript',
];

async function lighthouse_failures(root) {
  writeFileSync(join(root, 'index.html'), kSlowPage);
  writeFileSync(join(root, 'slow.js'), kSlowScript);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><desc>${noise(900_000)}</desc></svg>`;
  writeFileSync(join(root, 'big.svg'), svg);
  const { findings } = await lighthouse_findings(root, ['index.html'], { headers: () => ({}) });
  return kExpected
    .filter((expected) => !findings.some((finding) => finding.includes(expected)))
    .map((expected) => `not found: ${expected}; found: ${findings.join(' | ')}`);
}

const root = mkdtempSync(join(tmpdir(), 'metodaktiv-tools-test-'));
const failures = [];
try {
  for (const [name, test] of Object.entries({ nu: nu_failures, lighthouse: lighthouse_failures })) {
    mkdirSync(join(root, name));
    failures.push(...(await test(join(root, name))));
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
if (failures.length === 0) console.log('self-test passed');
process.exitCode = failures.length === 0 ? 0 : 1;
