// Runs the site's own search scripts outside a browser: a document with nothing but <script>, files from disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';

// `site`: folder of the public site. `loaded` lists { name, bytes, packed } of every script in the order of loading.
// `spoil(name, text)` may change a script before it runs.
export function open_search(site, spoil = null) {
  const loaded = [];
  const context = vm.createContext({});
  const run = (path) => {
    const file = readFileSync(join(site, path));
    const text = spoil ? Buffer.from(spoil(path, file.toString('utf8'))) : file;
    loaded.push({ name: path, bytes: text.length, packed: gzipSync(text, { level: 6 }).length });
    vm.runInContext(text.toString('utf8'), context, { filename: path });
  };
  context.window = context;
  context.document = {
    createElement: () => ({ remove() {} }),
    head: {
      append(script) {
        setImmediate(() => {
          try {
            run(script.src.replace(/\?.*$/, ''));
          } catch (error) {
            if (error.code !== 'ENOENT') console.error(error);
            script.onerror();
            return;
          }
          script.onload();
        });
      },
    },
  };
  run('assets/stemmer-ru.js');
  run('assets/search-words.js');
  run('assets/search.js');
  return { engine: context.metodaktivSearch(''), loaded, context };
}

// Numbers from 0 to 1 that are the same in every run.
export function random_from(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
