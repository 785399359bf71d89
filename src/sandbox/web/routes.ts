/**
 * Serves the page: `/` and its styles from the source folder, `/page/*.js` from the build, and
 * libraries under `/page/lib/`, for the import map in the HTML. Nothing is bundled.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { Hono, type Context } from 'hono';
import type { PageOptions } from '../protocol/options.ts';
import { pageFolders } from './folders.ts';

const libraries = ['preact', '@highlightjs/cdn-assets'];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export function pageRoutes({ maxAgeS = 0, modules }: PageOptions = {}): Hono {
  const app = new Hono();
  const caching = maxAgeS === 0 ? 'no-cache' : `max-age=${maxAgeS}`;
  const { source, built, library } = pageFolders();
  const scripts = modules ?? built;
  app.get('/', (context) => {
    const page = readInside(source, 'index.html');
    if (!page) return context.text('The page was not found', 404);
    return context.html(page.toString('utf8'), 200, {
      'Content-Security-Policy': policyFor(page.toString('utf8')),
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
  });
  for (const name of libraries) {
    const prefix = `/page/lib/${name}/`;
    app.get(`${prefix}*`, (context) =>
      send(context, { folder: library(name), path: pathAfter(context, prefix), caching }),
    );
  }
  app.get('/page/*', (context) => {
    const path = pathAfter(context, '/page/');
    const isModule = path.endsWith('.js') || path.endsWith('.js.map');
    return send(context, { folder: isModule ? scripts : source, path, caching });
  });
  return app;
}

const pathAfter = (context: Context, prefix: string): string =>
  decodeURIComponent(context.req.path).slice(prefix.length);

/** Only scripts from this server run; the inline import map is allowed by its hash. */
function policyFor(page: string): string {
  const inline = [...page.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g)].map(
    (match) =>
      `'sha256-${createHash('sha256')
        .update(match[1] ?? '')
        .digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function send(
  context: Context,
  file: { readonly folder: string; readonly path: string; readonly caching: string },
) {
  const bytes = readInside(file.folder, file.path);
  if (!bytes) return context.text('File not found', 404);
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': types[extname(file.path)] ?? 'application/octet-stream',
    'Cache-Control': file.caching,
    'X-Content-Type-Options': 'nosniff',
  });
}

/** Null for anything outside the folder, unknown types, and anything but a file. */
function readInside(folder: string, path: string): Buffer | null {
  const full = normalize(join(folder, path));
  if (!full.startsWith(`${normalize(folder)}${sep}`) || !(extname(full) in types)) return null;
  if (!existsSync(full) || !statSync(full).isFile()) return null;
  return readFileSync(full);
}
