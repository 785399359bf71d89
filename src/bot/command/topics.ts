/**
 * The topics of `/help`, and every command in the order of use, which all lists of commands follow.
 * A topic has at most five commands.
 */
import type { Identity } from '../../bank/index.ts';
import { mayUse } from './access.ts';
import type { CommandSummary } from './command.ts';

export const topics = {
  start: ['register', 'login', 'forgot-password', 'help', 'ask'],
  money: ['balance', 'transfer', 'deposit', 'withdraw', 'history'],
  payees: ['pay', 'payee list', 'payee add', 'payee rename', 'payee remove'],
  schedule: ['schedule create', 'schedule list', 'schedule preview'],
  orders: ['schedule pause', 'schedule resume', 'schedule skip', 'schedule cancel'],
  accounts: ['account list', 'account open', 'account rename', 'account main', 'account close'],
  shared: [
    'account share open',
    'account share members',
    'account share invite',
    'account share invitations',
    'account share approvals',
  ],
  sharedMembers: [
    'account share role',
    'account share rule',
    'account share remove',
    'account share leave',
    'account share close',
  ],
  pots: ['pot list', 'pot new', 'pot add', 'pot take', 'pot close'],
  potLocks: ['pot lock', 'pot release', 'pot round-up'],
  limits: ['limits show', 'limits set', 'fees'],
  records: ['statement', 'receipt', 'verify', 'prove payment', 'prove balance'],
  requests: ['request create', 'request list', 'request show', 'request remind', 'request cancel'],
  tables: ['request export', 'request block'],
  account: ['profile view', 'profile update', 'session', 'language', 'logout'],
  notices: ['inbox', 'notices'],
  security: ['security', 'profile password', 'profile recovery-codes', 'lock', 'unlock'],
  privacy: ['account access-log', 'privacy export', 'privacy erase'],
  customers: [
    'staff customer find',
    'staff customer view',
    'staff customer freeze',
    'staff customer unfreeze',
    'staff customer unlock',
  ],
  counter: ['staff deposit', 'staff withdraw', 'staff adjust', 'staff reverse', 'staff statement'],
  terms: ['staff fee', 'staff interest'],
  desk: ['staff approvals list', 'staff stuck list', 'staff report', 'staff audit', 'staff doctor'],
  customerOrders: [
    'staff order list',
    'staff order pause',
    'staff order resume',
    'staff order cancel',
  ],
  customerRequests: ['staff request list', 'staff request show', 'staff request cancel'],
  roles: [
    'staff role list',
    'staff role grant',
    'staff role revoke',
    'staff customer relink',
    'setup',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as readonly Topic[];

const ranks = new Map(
  Object.values(topics)
    .flat()
    .map((path, index) => [path as string, index]),
);

/** Compares paths by use; commands without a topic come last, by name. */
export const byUse = (one: string, other: string): number =>
  (ranks.get(one) ?? ranks.size) - (ranks.get(other) ?? ranks.size) || (one < other ? -1 : 1);

/** Commands open to anyone that are of use to some people only. */
const useful: Readonly<Record<string, (identity: Identity) => boolean>> = {
  register: (identity) => !isCustomer(identity),
  login: (identity) => isCustomer(identity) && !isLoggedIn(identity),
  'forgot-password': (identity) => isCustomer(identity) && !isLoggedIn(identity),
  // Visitors find it in Discord's own list; their help is how to begin.
  language: (identity) => isCustomer(identity),
  lock: (identity) => isCustomer(identity),
  verify: (identity) => isLoggedIn(identity),
  setup: ({ staffRole, helpsAsOwner }) => helpsAsOwner === true || staffRole === 'MANAGER',
  unlock: (identity) => isCustomer(identity) && !isLoggedIn(identity),
};

export const isCustomer = (identity: Identity | null): boolean =>
  (identity?.customerId ?? null) !== null;
export const isLoggedIn = (identity: Identity | null): boolean =>
  (identity?.session ?? null) !== null;

/** `help` and `ask` lead to other commands: they alone are no topic. */
const isOwn = ({ path }: CommandSummary): boolean => path !== 'help' && path !== 'ask';

/** The topics with the commands that this person can use now, in this server or direct messages. */
export function topicsFor(
  commands: readonly CommandSummary[],
  { identity, guildId }: { readonly identity: Identity | null; readonly guildId: string | null },
): ReadonlyMap<Topic, readonly CommandSummary[]> {
  const offered = (path: string): CommandSummary[] =>
    commands.filter((command) => {
      const isHere = command.serverId === null || command.serverId === guildId;
      // The person could not be looked up.
      const isUseful = identity === null || (useful[path]?.(identity) ?? true);
      return command.path === path && isHere && isUseful && mayUse(command.access, identity);
    });
  const found = topicNames.map((topic) => [topic, topics[topic].flatMap(offered)] as const);
  return new Map(found.filter(([, list]) => list.some(isOwn)));
}
