/**
 * The access rules, written a second time by hand. For commands, their forms and their cards
 * they follow from the access that the command declares; every button of a command is listed here.
 */
import type { Access } from '../../../src/bot/command/access.ts';
import type { Registry } from '../../../src/bot/command/registry.ts';
import type { StaffRight } from '../../../src/bank/index.ts';
import type { StaffRole } from '../../../src/bank/model/index.ts';
import { guilds, type Principal } from './principals.ts';

export type Rule = 'anyone' | 'customer' | StaffRight;

/** `path:action`. A button that is missing here, or here and nowhere else, fails the tests. */
export const buttonRules: Readonly<Record<string, Rule>> = {
  'account access-log:newer': 'customer',
  'account access-log:older': 'customer',
  'account share approvals:approve': 'customer',
  'account share approvals:decline': 'customer',
  'account share approvals:revoke': 'customer',
  'account share close:begin': 'customer',
  'account share invitations:accept': 'customer',
  'account share invitations:decline': 'customer',
  'account share invite:begin': 'customer',
  'account share leave:begin': 'customer',
  'account share members:show': 'customer',
  'account share remove:begin': 'customer',
  'account share role:begin': 'customer',
  'account share rule:begin': 'customer',
  'balance:number': 'customer',
  'deposit:account': 'customer',
  'history:account': 'customer',
  'pay:account': 'customer',
  'request create:account': 'customer',
  'pot add:account': 'customer',
  'pot release:begin': 'customer',
  'pot take:account': 'customer',
  'pot take:all': 'customer',
  'schedule create:account': 'customer',
  'transfer:account': 'customer',
  'withdraw:account': 'customer',
  'help:staff': 'anyone',
  'help:topic': 'anyone',
  'help:topics': 'anyone',
  'history:newer': 'customer',
  'history:older': 'customer',
  'history:recent': 'customer',
  'inbox:all-read': 'customer',
  'inbox:newer': 'customer',
  'inbox:older': 'customer',
  'inbox:open': 'customer',
  'lock:now': 'anyone',
  'lock:confirmed': 'anyone',
  'prove payment:again': 'customer',
  'limits set:period': 'customer',
  'payee list:newer': 'customer',
  'payee list:older': 'customer',
  'schedule cancel:one': 'customer',
  'schedule list:all': 'customer',
  'schedule list:one': 'customer',
  'schedule list:pause': 'customer',
  'schedule list:plan': 'customer',
  'schedule list:preview': 'customer',
  'schedule list:resume': 'customer',
  'schedule list:skip': 'customer',
  'notices:digest': 'customer',
  'notices:quiet': 'customer',
  'notices:way': 'customer',
  'security:passkeys': 'customer',
  'security:remove-passkey': 'customer',
  'security:set-up': 'customer',
  'security:turn-off': 'customer',
  'session:end': 'customer',
  'request block:asker': 'customer',
  'request block:unblock': 'customer',
  'request cancel:begin': 'customer',
  'request create:open-accounts': 'customer',
  'request export:file': 'customer',
  'request list:decline': 'customer',
  'request list:later': 'customer',
  'request list:newer': 'customer',
  'request list:older': 'customer',
  'receipt:hide': 'customer',
  'receipt:open': 'customer',
  'receipt:pdf': 'customer',
  'receipt:show': 'customer',
  'receipt:text': 'customer',
  'request list:show': 'customer',
  'request remind:begin': 'customer',
  'request show:page': 'customer',
  'staff audit:newer': 'oversee',
  'staff audit:older': 'oversee',
  'staff approvals list:approve': 'approvals',
  'staff approvals list:decline': 'approvals',
  'staff approvals list:next-open': 'approvals',
  'staff customer view:details': 'look',
  'staff statement:again': 'look',
  'staff request cancel:begin': 'serve',
  'staff request list:show': 'look',
  'staff request show:page': 'look',
  'staff stuck list:give-up': 'manage',
  'staff stuck list:next-stuck': 'manage',
  'staff stuck list:try-again': 'manage',
  'statement:again': 'customer',
  'transfer:pay': 'customer',
  'transfer:return': 'customer',
  'transfer:share': 'customer',
  'transfer:share-amount': 'customer',
  'transfer:share-not': 'customer',
  'transfer:share-plain': 'customer',
  'transfer:thank': 'customer',
};

/** Where the bank checks more than the router: a decision needs the same right as its request. */
export const innerRules: Readonly<Record<string, StaffRight>> = {
  'staff approvals list:approve': 'roles',
  'staff approvals list:decline': 'roles',
  // It only looks; the form that it opens cancels.
  'staff request cancel:begin': 'look',
};

/** The effect of confirming on the customer's own account: a frozen one still receives money. */
export const moneyRules: Readonly<Record<string, 'in' | 'out' | 'none'>> = {
  'account close': 'none',
  'account main': 'none',
  'account open': 'none',
  'account share close': 'none',
  'account share invite': 'none',
  'account share leave': 'none',
  'account share open': 'none',
  'account share remove': 'none',
  'account share role': 'none',
  'account share rule': 'none',
  deposit: 'in',
  'limits set': 'none',
  pay: 'out',
  // Between accounts of one customer.
  'pot add': 'none',
  'pot close': 'none',
  'pot lock': 'none',
  'pot new': 'none',
  'pot release': 'none',
  'pot round-up': 'none',
  'pot take': 'none',
  'privacy erase': 'none',
  'schedule cancel': 'none',
  'schedule create': 'none',
  'request cancel': 'none',
  'request create': 'none',
  'request remind': 'none',
  transfer: 'out',
  withdraw: 'out',
};

/** The rights of each role; a right that is missing here belongs to no role. */
const holders: Readonly<Record<StaffRight, readonly StaffRole[]>> = {
  look: ['TELLER', 'MANAGER', 'AUDITOR'],
  serve: ['TELLER', 'MANAGER'],
  manage: ['MANAGER'],
  roles: ['MANAGER'],
  approvals: ['TELLER', 'MANAGER', 'AUDITOR'],
  oversee: ['MANAGER', 'AUDITOR'],
};

export const ruleOf = (access: Access): Rule =>
  typeof access === 'string' ? access : access.staff;

export const mayByRole = (rule: Rule, role: StaffRole | null): boolean =>
  rule !== 'anyone' && rule !== 'customer' && role !== null && holders[rule].includes(role);

export type Verdict =
  'admitted' | 'STAFF_ONLY' | 'NOT_REGISTERED' | 'SESSION_MISSING' | 'SESSION_EXPIRED';

/** Whether a person is admitted, and if not, why. */
export function verdictOf(rule: Rule, principal: Principal): Verdict {
  if (rule === 'anyone') return 'admitted';
  const { role, place, isCustomer, isLoggedIn, isElsewhere, mayOnlyRead } = principal;
  if (rule !== 'customer') {
    if (!mayByRole(rule, role) || place.guildId !== guilds.staff) return 'STAFF_ONLY';
  }
  if (!isCustomer) return 'NOT_REGISTERED';
  if (!isLoggedIn || isElsewhere) return 'SESSION_MISSING';
  return rule !== 'customer' && mayOnlyRead ? 'SESSION_EXPIRED' : 'admitted';
}

export interface Handler {
  readonly path: string;
  /** The custom id's step; `open` is the command itself. */
  readonly step: string;
  /** A command's own button, or a step that the router serves for every command. */
  readonly kind:
    | 'button'
    | 'open'
    | 'start'
    | 'form'
    | 'form2'
    | 'edit'
    | 'next'
    | 'confirm'
    | 'prove'
    | 'proof';
}

/** Everything that a person can make the bot do, except cancelling their own cards. */
export const handlersOf = (registry: Registry): Handler[] =>
  [...registry].flatMap(([path, command]) => {
    const steps: Handler['kind'][] = ['open', 'start'];
    if (command.form !== null) steps.push('form', 'edit');
    if (command.second !== null) steps.push('next', 'form2');
    if (command.confirm !== null) steps.push('confirm', 'prove', 'proof');
    return [
      ...steps.map((kind) => ({ path, step: kind, kind })),
      ...Object.keys(command.actions).map((step) => ({ path, step, kind: 'button' as const })),
    ];
  });

/** Undefined if a button has no rule. */
export function ruleFor(registry: Registry, { path, step, kind }: Handler): Rule | undefined {
  if (kind === 'button') return buttonRules[`${path}:${step}`];
  return ruleOf(registry.get(path)!.access);
}
