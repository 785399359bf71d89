/** The page's own style, script and icon, each read at the first request. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

/** The project's folder, found from both source and build. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const hourS = 3_600;

export function assetRoutes(): Hono {
  const project = projectFolder();
  const source = join(project, 'src', 'page', 'browser');
  const built = join(project, 'dist', 'src', 'page', 'browser');
  const app = new Hono();
  const serve = (path: string, file: string, type: string): void => {
    let text: string | null = null;
    const headers = { 'Content-Type': type, 'Cache-Control': `max-age=${hourS}` };
    app.get(path, (context) => context.body((text ??= readFileSync(file, 'utf8')), 200, headers));
  };
  serve('/page.css', join(source, 'page.css'), 'text/css; charset=utf-8');
  serve('/icon.svg', join(source, 'icon.svg'), 'image/svg+xml');
  serve('/page.js', join(built, 'main.js'), 'text/javascript; charset=utf-8');
  return app;
}
