import { instant } from '../../../lib/clock.ts';
import type { MessageRow } from '../../world/rows.ts';
import { reachable, rowOf } from './channels.ts';
import type { Context } from '../../http/context.ts';
import type { RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { readLimit } from '../../http/pages.ts';
import type { Routes } from '../core/routes.ts';

const pinsMax = 250;
const listed = { max: 50, usual: 50 };
/** Limit of the older list, which has no pages. */
const listedAtOnce = 50;

/** Pinned messages, by the current and the older routes. */
export function pinRoutes(app: Routes, deps: RestDeps): void {
  app.get('/channels/:channel/messages/pins', (context) => {
    const before = context.query('before');
    const limit = readLimit(context, listed);
    const rows = pinsOf(context, deps).filter(
      ({ pinnedAt = '' }) => before === undefined || pinnedAt < before,
    );
    const items = rows
      .slice(0, limit)
      .map(({ pinnedAt, body }) => ({ pinned_at: pinnedAt, message: body }));
    return context.json({ items, has_more: rows.length > limit });
  });
  app.get('/channels/:channel/pins', (context) => {
    const rows = pinsOf(context, deps).slice(0, listedAtOnce);
    return context.json(rows.map(({ body }) => body));
  });
  for (const path of [
    '/channels/:channel/messages/pins/:message',
    '/channels/:channel/pins/:message',
  ]) {
    app.put(path, (context) => {
      const row = rowOf(context, deps);
      if (row.body.pinned) return context.empty();
      if (pinsOf(context, deps).length >= pinsMax) throw new ApiError('PinsMax');
      const pinnedAt = instant(deps.composer.clock.now()).toISOString();
      deps.world.messages.put({ ...row, pinnedAt, body: { ...row.body, pinned: true } });
      return context.empty();
    });
    app.delete(path, (context) => {
      const { pinnedAt: _, ...row } = rowOf(context, deps);
      deps.world.messages.put({ ...row, body: { ...row.body, pinned: false } });
      return context.empty();
    });
  }
}

/** Last pinned first. */
function pinsOf(context: Context, deps: RestDeps): MessageRow[] {
  const rows = deps.world.messages.publicIn(reachable(context, deps).id);
  return rows
    .filter(({ body }) => body.pinned)
    .sort((one, other) => ((one.pinnedAt ?? '') < (other.pinnedAt ?? '') ? 1 : -1));
}
