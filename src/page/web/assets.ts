/** The page's own style, script and icon, each read at the first request. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { projectFolder } from '../../lib/project-folder.ts';

const hourS = 3_600;

export function assetRoutes(): Hono {
  const source = join(projectFolder, 'src', 'page', 'browser');
  const built = join(projectFolder, 'dist', 'src', 'page', 'browser');
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
