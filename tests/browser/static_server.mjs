// Serves a built site over HTTP on 127.0.0.1 the way the sample server configuration does:
// compressed, with the security headers and with cache lifetimes.

import { createServer } from 'node:http';
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
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
};
const kCompressed = /^(text\/|application\/(json|xml)|image\/svg)/;
const kFreshFor = 'public, max-age=31536000, immutable';

// What a page may load and do; the pages carry the same policy in a meta tag, all but
// frame-ancestors, which counts in a header only.
export const kSecurityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; " +
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

async function answer(root, headers, cache, request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  const inside = normalize(path.endsWith('/') ? `${path}index.html` : path);
  const send = (status, body, more) => {
    response.writeHead(status, { ...headers, ...more });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (inside.split(/[\\/]/).includes('..')) return send(403, '', {});
  const key = inside.split(sep).join('/');
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
    'Cache-Control': key.includes('/assets/') ? kFreshFor : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
  });
}

// Starts a server of `root`; returns its origin and how to stop it. `headers` go with every answer.
export async function serve(root, headers = kSecurityHeaders) {
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
