// Serves a built site over HTTP on 127.0.0.1 the way the server configuration that is built with it
// does: compressed and with its headers.

import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
};
const kCompressed = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;

// The headers of hosting/nginx.conf beside the built site, as a function of the address: `add_header`
// lines with a text, or with a variable that a `map $uri` gives its value.
export function nginx_headers(root) {
  const file = join(resolve(root), '../hosting/nginx.conf');
  if (!existsSync(file)) throw new Error(`no server configuration: ${file}`);
  const text = readFileSync(file, 'utf8');
  const maps = new Map();
  for (const [, name, body] of text.matchAll(/^map \$uri (\$\w+) \{([^}]*)\}/gm)) {
    const rules = [...body.matchAll(/^\s*(default|~\S+)\s+"([^"]*)";/gm)].map(([, key, value]) => ({
      value,
      expression: key === 'default' ? null : new RegExp(key.slice(1)),
    }));
    maps.set(name, (path) =>
      (rules.find((rule) => rule.expression?.test(path)) ?? rules.find((rule) => !rule.expression))
        ?.value,
    );
  }
  const lines = [...text.matchAll(/^\s*add_header (\S+) (?:"([^"]*)"|(\$\w+))(?: always)?;/gm)];
  if (!lines.some(([, name]) => name === 'Content-Security-Policy')) {
    throw new Error(`no content policy in ${file}`);
  }
  return (path) =>
    Object.fromEntries(
      lines
        .map(([, name, value, variable]) => [name, value ?? maps.get(variable)(path)])
        .filter(([, value]) => value),
    );
}

async function answer(root, headers, cache, request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  const inside = normalize(path.endsWith('/') ? `${path}index.html` : path).replace(/^[\\/]+/, '');
  const key = inside.split(sep).join('/');
  const send = (status, body, more) => {
    response.writeHead(status, { ...headers(`/${key}`), ...more });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (inside.split(/[\\/]/).includes('..')) return send(403, '', {});
  let file = cache.get(key);
  if (!file) {
    const type = kTypes[extname(inside)] ?? 'application/octet-stream';
    try {
      const plain = await readFile(join(root, inside));
      file = { type, plain, packed: kCompressed.test(type) ? gzipSync(plain) : null };
      cache.set(key, file);
    } catch {
      return send(404, 'Not found', { 'Content-Type': 'text/plain' });
    }
  }
  const packed = file.packed && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  send(200, packed ? file.packed : file.plain, {
    'Content-Type': file.type,
    Vary: 'Accept-Encoding',
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
  });
}

// Starts a server of `root`; returns its origin and how to stop it. `headers` makes the headers of an
// address.
export async function serve(root, headers = nginx_headers(root)) {
  const cache = new Map();
  const folder = resolve(root);
  const server = createServer((request, response) => {
    answer(folder, headers, cache, request, response).catch(() => response.destroy());
  });
  await new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
