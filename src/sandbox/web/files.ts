import { Hono } from 'hono';
import type { Files } from '../world/files.ts';

/** Types a browser may display; others are downloaded, so that no upload can run as a page. */
const shown: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'video/mp4',
  'video/webm',
]);

/** `/cdn`: attachments, as linked in messages. */
export function fileRoutes(files: Files): Hono {
  const app = new Hono();
  app.get('/attachments/:channel/:file/:name', (context) => {
    const found = files.read(context.req.param('file'));
    if (!found) return context.text('File not found', 404);
    const { row, bytes } = found;
    const disposition = shown.has(row.contentType) ? 'inline' : 'attachment';
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': shown.has(row.contentType) ? row.contentType : 'application/octet-stream',
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return app;
}
