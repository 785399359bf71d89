/** Notices of what has happened. Cards and mails share the plain texts. */
import type { ActorRole, ProfileField } from '../../bank/model/index.ts';
import { type Markup, md } from '../text/markup.ts';
import { detailNames } from './common/shared.ts';
import { accountEvents } from './common/own-accounts.ts';
import { limitEvents } from './common/limits.ts';
import { potEvents } from './common/pots.ts';
import { plainNotices } from './plain-notices.ts';
import { passkeyEvents } from './refusals/passkeys.ts';

interface Event {
  readonly title: string;
  readonly sentence: (changed: readonly ProfileField[]) => string;
}
const event = (title: string, ...sentences: readonly string[]): Event => ({
  title,
  sentence: () => sentences.join(' '),
});
const security = {
  PASSWORD_CHANGED: event('Password changed', 'The password of your account was changed.'),
  PASSWORD_RECOVERED: event(
    'Password reset',
    'Your password was reset with a code. You have been logged out everywhere.',
    'For 24 hours, your limit for outgoing payments is lower.',
  ),
  RECOVERY_CODES_RENEWED: event(
    'New recovery codes',
    'New recovery codes were made for your account. The old ones no longer work.',
  ),
  RECOVERY_CODE_USED: event(
    'Recovery code used',
    'A recovery code of your account was used to confirm it’s you. It will not work again.',
  ),
  PROFILE_CHANGED: {
    title: 'Profile changed',
    sentence: (changed: readonly ProfileField[]): string =>
      `Your details were changed: ${changed.map((field) => detailNames[field]).join(', ')}.`,
  },
  EMAIL_CHANGE_ASKED: event(
    'New e-mail address entered',
    'A new e-mail address was entered for your account.',
    'It replaces the old one when the code sent to it is entered.',
  ),
  EMAIL_CHANGED: event('E-mail address changed', 'The e-mail address of your account was changed.'),
  ACCOUNT_LOCKED: event(
    'Account locked',
    'Your account is locked. You cannot log in, and no money can leave the account.',
  ),
  ACCOUNT_UNLOCKED: event('Account unlocked', 'The lock on your account was removed.'),
  ACCOUNT_FROZEN: event(
    'Account frozen',
    'The bank’s staff have frozen your account: no money can leave it. Ask them for help.',
    '`/account access-log` shows who did it and why.',
  ),
  ACCOUNT_UNFROZEN: event('Account unfrozen', 'Money can leave your account again.'),
  ACCOUNT_RELINKED: event(
    'Account moved to another Discord user',
    'The bank’s staff have moved this account to another Discord user. All sessions have ended.',
    'The password has not changed. If you did not ask for this, contact the staff at once.',
  ),
  OWN_ACCOUNT_OPENED: event(...accountEvents.OWN_ACCOUNT_OPENED),
  MAIN_ACCOUNT_CHANGED: event(...accountEvents.MAIN_ACCOUNT_CHANGED),
  OWN_ACCOUNT_CLOSED: event(...accountEvents.OWN_ACCOUNT_CLOSED),
  POT_RELEASE_ASKED: event(...potEvents.POT_RELEASE_ASKED),
  OWN_LIMIT_CHANGED: event(...limitEvents.OWN_LIMIT_CHANGED),
  TOTP_ENABLED: event(
    'Authenticator app set up',
    'From now on, confirm it’s you with a code from your authenticator app.',
    'Your password is no longer accepted for this.',
  ),
  PASSKEY_ADDED: event(...passkeyEvents.PASSKEY_ADDED),
  PASSKEY_REMOVED: event(...passkeyEvents.PASSKEY_REMOVED),
  PASSKEY_CLONED: event(...passkeyEvents.PASSKEY_CLONED),
  TOTP_DISABLED: event(
    'Authenticator app turned off',
    'Your authenticator app has been turned off. From now on, your password confirms it’s you.',
  ),
  NOTICES_LOWERED: event(
    'Fewer notices of payments or payees',
    'Fewer notices of payments that leave your account, or of new payees, are sent from now on.',
    '`/notices` shows what is set.',
  ),
};

const noReason = 'none given';
const acts = {
  COUNTER_DEPOSIT: { what: 'deposit at the counter', reason: noReason },
  COUNTER_WITHDRAWAL: { what: 'withdrawal at the counter', reason: noReason },
  DEPOSIT_APPROVED: { what: 'deposit', reason: 'you requested this deposit' },
  ADJUST_BOOKED: { what: 'adjustment', reason: noReason },
  ADJUST_APPROVED: { what: 'adjustment', reason: noReason },
  REVERSE_BOOKED: { what: 'reversal of a transaction', reason: noReason },
  REVERSE_APPROVED: { what: 'reversal of a transaction', reason: noReason },
};
const actors: Record<ActorRole, string> = {
  TELLER: 'a teller',
  MANAGER: 'a manager',
  AUDITOR: 'an auditor',
  OWNER: 'the owner of the bank',
};

/** The facts in a notice of money moved by staff, besides the amount. */
interface Moved {
  readonly act: keyof typeof acts;
  readonly role: ActorRole | null;
  readonly reason: string | null;
  readonly numberTail: string;
  readonly reference: string;
}
type Fact = readonly [label: string, value: string];
/** Labels and values. Values that staff typed are not escaped yet. */
const facts = (moved: Moved): Record<'what' | 'by' | 'reason' | 'account' | 'reference', Fact> => ({
  what: ['What', acts[moved.act].what],
  by: ['By', moved.role === null ? 'the bank’s staff' : actors[moved.role]],
  reason: ['Reason', moved.reason ?? acts[moved.act].reason],
  account: ['Account', `…${moved.numberTail}`],
  reference: ['Reference', moved.reference],
});

export const notices = {
  securityTitle: (of: keyof typeof security): string => security[of].title,
  /** Without place and time, which mail and Discord format differently. */
  securitySentence: (of: keyof typeof security, changed: readonly ProfileField[]): string =>
    security[of].sentence(changed),
  moved: {
    title: (direction: 'in' | 'out', amount: string): string =>
      direction === 'in'
        ? `The bank’s staff added ${amount} to your account`
        : `The bank’s staff took ${amount} from your account`,
    facts,
    note: (bankName: string, at: Markup): Markup =>
      md`${bankName} · ${at} · see who did it with \`/account access-log\``,
  },
  login: {
    title: 'New login',
    sentence: (bankName: string, place: Markup): Markup =>
      md`Someone logged in to your account at ${bankName} in ${place}, where you had not logged in before.`,
  },
  /** The customer's own account. */
  ownAccount: (numberTail: Markup): Markup => md`your account ${numberTail}`,
  payments: {
    received: (amount: string): string => `You received ${amount}`,
    sent: (amount: string): string => `${amount} left your account`,
    inSeveral: (title: string, count: number): string => `${title} in ${count} payments`,
    from: (amount: Markup, party: Markup): Markup => md`${amount} from ${party}`,
    to: (amount: Markup, party: Markup): Markup => md`${amount} to ${party}`,
    note: (bankName: string): Markup => md`${bankName} · see it with \`/history\``,
  },
  plain: plainNotices,
};
