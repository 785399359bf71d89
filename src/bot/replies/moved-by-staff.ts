/** What a customer is told when staff have moved their money. */
import {
  type ActorRole,
  type Currency,
  formatAmount,
  type Notice,
  type StaffMove,
} from '../../bank/index.ts';
import { code, md, time } from '../../words/markup.ts';
import { type Button, facts, type Reply, show, small, withButtons } from '../cards/reply.ts';
import { lockButton } from './security.ts';

type Moved = Extract<Notice, { readonly kind: 'MOVED_BY_STAFF' }>;

interface Words {
  readonly what: string;
  /** Where no reason was given. */
  readonly why: string;
  /** Where another person may have stood at the counter. */
  readonly buttons: readonly Button[];
}

const noReason = { why: 'none given', buttons: [] };
const adjustment: Words = { ...noReason, what: 'adjustment' };
const reversal: Words = { ...noReason, what: 'reversal of a transaction' };
const words: Record<StaffMove, Words> = {
  COUNTER_DEPOSIT: { ...noReason, what: 'deposit at the counter' },
  COUNTER_WITHDRAWAL: { ...noReason, what: 'withdrawal at the counter', buttons: [lockButton] },
  DEPOSIT_APPROVED: { what: 'deposit', why: 'you asked for this deposit', buttons: [] },
  ADJUST_BOOKED: adjustment,
  ADJUST_APPROVED: adjustment,
  REVERSE_BOOKED: reversal,
  REVERSE_APPROVED: reversal,
};
const roleNames: Record<ActorRole, string> = {
  TELLER: 'a teller',
  MANAGER: 'a manager',
  AUDITOR: 'an auditor',
  OWNER: 'the owner of the bank',
};

export function movedTitle({ direction, amount }: Moved, currency: Currency): string {
  const sum = formatAmount(amount, currency);
  return direction === 'in'
    ? `The bank’s staff added ${sum} to your account`
    : `The bank’s staff took ${sum} from your account`;
}

/** Label and value, as each channel writes them in its own way. */
export const movedFacts = (moved: Moved): readonly (readonly [string, string])[] => [
  ['What', words[moved.act].what],
  ['By', moved.role === null ? 'the bank’s staff' : roleNames[moved.role]],
  ['Reason', moved.reason ?? words[moved.act].why],
  ['Account', `…${moved.numberTail}`],
  ['Reference', moved.reference],
];

export function movedReply(
  moved: Moved,
  { bankName, currency }: { readonly bankName: string; readonly currency: Currency },
): Reply {
  const [what, by, reason, ...rest] = movedFacts(moved);
  const reply = show(
    movedTitle(moved, currency),
    facts([
      what!,
      by!,
      ...[reason!, ...rest].map(([label, value]) => [label, code(value)] as const),
    ]),
    small(md`${bankName} · ${time(moved.at)} · who did it: ${code('/account access-log')}`),
  );
  return withButtons(reply, ...words[moved.act].buttons);
}
