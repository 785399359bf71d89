import { isStaff } from './access.ts';
import type { Command, CommandSummary } from './command.ts';

/** All commands by path, for example `staff customer freeze`, in the order of their paths. */
export type Registry = ReadonlyMap<string, Command>;

export const summariesOf = (registry: Registry): CommandSummary[] =>
  [...registry].map(([path, { words, access }]) => ({ path, words, access }));

/** Staff commands are registered only in the staff server, the others everywhere. */
export function partOfRegistry(registry: Registry, kind: 'staff' | 'customers'): Registry {
  return new Map([...registry].filter(([, { access }]) => isStaff(access) === (kind === 'staff')));
}
