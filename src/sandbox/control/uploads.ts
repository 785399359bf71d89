import type { Hono } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import type { UploadedFile } from '../protocol/protocol.ts';
import { limitBody } from '../web/limit-body.ts';
import type { ControlDeps } from './deps.ts';
import { personIn } from './person.ts';

/** Discord's limit for people without a subscription. */
const fileBytesMax = 10 * 1024 * 1024;
const route = '/people/:person/files';

/** Files that people attach; only these bodies may be so large. */
export function uploadRoutes(
  app: Hono,
  { world, files }: Pick<ControlDeps, 'world' | 'files'>,
): void {
  const limit = limitBody(fileBytesMax, () => {
    throw new Refusal(400, 'The file is larger than 10 MiB');
  });
  app.post(route, limit, async (context) => {
    personIn(context, world);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    if (bytes.byteLength === 0) throw new Refusal(400, 'The file is empty');
    const { id, name, size } = files.add({
      name: context.req.query('name') ?? '',
      contentType: context.req.header('content-type') ?? 'application/octet-stream',
      bytes,
    });
    return context.json({ id, name, size } satisfies UploadedFile, 201);
  });
}
