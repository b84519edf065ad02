// node nu_check.mjs <public-dir>
// The Nu HTML checker over every page, SVG file and style sheet of a built site. Exit 0: no errors,
// 1: errors (on stderr), 2: wrong usage. Warnings are printed and do not fail.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The jar itself: the package's own entry starts it through the PATH.
const kJar = join(
  dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
  'build/dist/vnu.jar',
);
// One short process: the first compiler is enough. The checker asks for the larger stack.
const kJava = ['-XX:TieredStopAtLevel=1', '-Xss2m', '-jar', kJar];
const kOptions = ['--format', 'json', '--exit-zero-always', '--also-check-svg', '--also-check-css'];
const kChecked = /\.(html|svg|css)$/;

// What the checker itself gets wrong.
const kAllowed = [
  // It resolves 'self' to no origin at all for a file:, so it calls every asset blocked; and it
  // takes data in a <script> for a script. What the policy blocks is seen in the browser.
  { file: /\.html$/, message: /^Resource violates Content Security Policy/ },
  { file: /\.html$/, message: /^Inline script violates/, extract: /type="application\/ld\+json"/ },
  // Its CSS parser takes var() in calc() for a number and knows no container queries, no
  // gradient of a single stop, and not every property of the recommendations.
  { file: /\.css$/, message: /^CSS: “[a-z-]+”: The types are incompatible/ },
  { file: /\.css$/, message: /^CSS: Unrecognized at-rule “@container”/ },
  { file: /\.css$/, message: /^CSS: “background”: too few values for the property “linear-gradient”/ },
  { file: /\.css$/, message: /^CSS: “(vector-effect|paint-order|line-clamp|container(-type|-name)?)”: Property/ },
];

function allowed(path, message, extract) {
  return kAllowed.some(
    (known) =>
      known.file.test(path) &&
      known.message.test(message) &&
      (known.extract?.test(extract ?? '') ?? true),
  );
}

function run(files) {
  return new Promise((done, failed) => {
    const java = spawn('java', [...kJava, ...kOptions, ...files], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const parts = [];
    java.stderr.on('data', (part) => parts.push(part));
    java.on('error', (error) => failed(new Error(`java does not start: ${error.message}`)));
    java.on('close', () => {
      const text = Buffer.concat(parts).toString('utf8');
      try {
        done(JSON.parse(text).messages);
      } catch {
        failed(new Error(`the checker failed: ${text.slice(0, 2000)}`));
      }
    });
  });
}

// { files, errors, warnings }: how many files were read, and messages.
export async function nu_findings(root) {
  const folder = realpathSync(root);
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => kChecked.test(name))
    .sort()
    .map((name) => join(folder, name));
  if (files.length === 0) return { files: 0, errors: ['no pages'], warnings: [] };
  const errors = [];
  const warnings = [];
  for (const { type, url, lastLine, message, extract } of await run(files)) {
    const path = url ? relative(folder, fileURLToPath(url)) : '';
    if (allowed(path, message, extract)) continue;
    const text = `${path}:${lastLine ?? ''}: ${message} ${(extract ?? '').replace(/\s+/g, ' ')}`;
    (type === 'info' ? warnings : errors).push(text);
  }
  return { files: files.length, errors: errors.sort(), warnings: warnings.sort() };
}

// The same message on hundreds of pages counts once, with its first place.
function summary(messages) {
  const groups = new Map();
  for (const message of messages) {
    const kind = message.replace(/^\S*:\d*: /, '').replace(/“[^”]*”/g, '“…”').slice(0, 90);
    const group = groups.get(kind) ?? { first: message, count: 0 };
    groups.set(kind, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].map(({ first, count }) => `${count} × ${first}`);
}

async function main([root]) {
  if (!root || !existsSync(root)) {
    console.error('usage: node nu_check.mjs <public-dir>');
    return 2;
  }
  const { files, errors, warnings } = await nu_findings(resolve(root));
  for (const line of summary(warnings)) console.log(`warning: ${line}`);
  for (const line of summary(errors)) console.error(line);
  console.log(`${files} files: ${errors.length} errors, ${warnings.length} warnings`);
  return errors.length === 0 ? 0 : 1;
}

if (process.argv[1] && pathToFileURL(realpathSync(process.argv[1])).href === import.meta.url) {
  process.exitCode = await main(process.argv.slice(2));
}
