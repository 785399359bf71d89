import { isStaff } from './access.ts';
import type { Command, CommandSummary } from './command.ts';

/** All commands by path, for example `staff customer freeze`, in the order of use. */
export type Registry = ReadonlyMap<string, Command>;

/** `ids` is filled when the commands are registered: Discord's ids by the path's first word. */
export const summariesOf = (
  registry: Registry,
  place: { readonly staffGuildId: string | null; readonly ids: ReadonlyMap<string, string> },
): CommandSummary[] =>
  [...registry].map(([path, { words, access }]) => ({
    path,
    words,
    access,
    serverId: isStaff(access) ? (place.staffGuildId ?? noServer) : null,
    get id() {
      return place.ids.get(path.split(' ')[0] ?? '') ?? null;
    },
  }));

/** No server has this id. */
const noServer = '0';

/** Staff commands are registered only in the staff server, the others everywhere. */
export function partOfRegistry(registry: Registry, kind: 'staff' | 'customers'): Registry {
  return new Map([...registry].filter(([, { access }]) => isStaff(access) === (kind === 'staff')));
}
