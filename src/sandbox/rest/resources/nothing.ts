/** Always-empty lists of things the sandbox does not have. */
import { reachable } from './channels.ts';
import type { RestDeps } from '../core/deps.ts';
import { joined } from '../core/joined.ts';
import type { Routes } from '../core/routes.ts';
import { ofOwnApplication } from '../core/own.ts';

const noThreads = { threads: [], members: [], has_more: false };

const empty: Readonly<Record<string, unknown>> = {
  '/applications/:application/emojis': { items: [] },
  '/applications/:application/entitlements': [],
  '/applications/:application/role-connections/metadata': [],
  '/channels/:channel/threads/archived/public': noThreads,
  '/channels/:channel/users/@me/threads/archived/private': noThreads,
  '/guilds/:guild/emojis': [],
  '/guilds/:guild/scheduled-events': [],
  '/guilds/:guild/soundboard-sounds': { items: [] },
  '/guilds/:guild/stickers': [],
  '/guilds/:guild/threads/active': noThreads,
};

export function emptyRoutes(app: Routes, deps: RestDeps): void {
  for (const [path, nothing] of Object.entries(empty)) {
    app.get(path, (context) => {
      const { params } = context;
      if ('application' in params) ofOwnApplication(context, deps);
      if ('guild' in params) joined(context, deps);
      if ('channel' in params) reachable(context, deps);
      return context.json(nothing);
    });
  }
}
