/** The notice to a customer that staff moved their money. */
import { type Currency, type Notice, type StaffMove } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, time } from '../../words/text/markup.ts';
import { facts, type Reply, show, small, withButtons } from '../cards/reply.ts';
import { lockButton } from './security.ts';
import { formatAmount } from '../../words/text/amount.ts';

type Moved = Extract<Notice, { readonly kind: 'MOVED_BY_STAFF' }>;

const say = words.notices.moved;

/** Staff may have served an impostor, so the notice offers to lock the account. */
const suspicious: readonly StaffMove[] = ['COUNTER_WITHDRAWAL'];

export const movedTitle = ({ direction, amount }: Moved, currency: Currency): string =>
  say.title(direction, formatAmount(amount, currency));

/** Labels and values, which mail and Discord format differently. */
export const movedFacts = (moved: Moved): readonly (readonly [string, string])[] =>
  Object.values(say.facts(moved));

export function movedReply(
  moved: Moved,
  { bankName, currency }: { readonly bankName: string; readonly currency: Currency },
): Reply {
  const { what, by, ...copied } = say.facts(moved);
  const inCode = Object.values(copied).map(([label, value]) => [label, code(value)] as const);
  const reply = show(
    movedTitle(moved, currency),
    facts([what, by, ...inCode]),
    small(say.note(bankName, time(moved.at))),
  );
  return suspicious.includes(moved.act) ? withButtons(reply, lockButton()) : reply;
}
