import type { Routes } from '../core/routes.ts';
import { createdAtMs } from '../../world/snowflakes.ts';
import { reachable } from './channels.ts';
import type { RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { idIssue } from '../../http/ids.ts';
import { readBody } from '../../http/read.ts';

const [fewest, most] = [2, 100];
const oldestMs = 14 * 24 * 60 * 60_000;

/** Deletes many messages of a server's channel; messages already deleted are ignored. */
export function bulkDeleteRoute(app: Routes, deps: RestDeps): void {
  app.post('/channels/:channel/messages/bulk-delete', async (context) => {
    const { json } = await readBody(context);
    const channel = reachable(context, deps);
    if (channel.serverId === null) throw new ApiError('DirectChannel');
    const ids = idsIn(json);
    if (ids.length < fewest || ids.length > most) throw new ApiError('TooFewOrManyMessages');
    const now = deps.composer.clock.now();
    if (ids.some((id) => now - createdAtMs(id) > oldestMs)) throw new ApiError('MessageTooOld');
    const { messages } = deps.world;
    const isHere = (id: string): boolean => {
      const row = messages.get(id);
      return row?.channelId === channel.id && row.visibleTo === null;
    };
    messages.removeTogether(ids.filter(isHere));
    return context.empty();
  });
}

function idsIn(json: unknown): string[] {
  const { messages } = (json ?? {}) as { readonly messages?: unknown };
  if (!Array.isArray(messages)) {
    const message = 'Only iterables may be used in a ListType';
    const issue = { path: ['messages'], code: 'LIST_TYPE_CONVERT', message };
    throw new ApiError('InvalidFormBody', [issue]);
  }
  const ids = messages.map(String);
  const issues = ids.flatMap((id, index) => idIssue(id, ['messages', index]) ?? []);
  if (issues.length > 0) throw new ApiError('InvalidFormBody', issues);
  return [...new Set(ids)];
}
