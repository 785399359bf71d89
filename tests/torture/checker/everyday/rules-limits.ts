/** I24: while a lowered limit of a customer's own certainly holds, their day stays within it. */
import { type ActOf, actsOf } from '../../history/model.ts';
import type { BookTransaction } from '../books.ts';
import type { Findings } from '../finding.ts';
import { grouped, type IndexedBooks } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

type Limit = ActOf<'ownLimit'>;

const kindsOut = new Set(['TRANSFER', 'WITHDRAWAL']);
const dayOf = (time: string): string => time.slice(0, 10);

/** What the customer had paid out that day, at least, when this was booked; this included. */
function usedAt(
  own: readonly BookTransaction[],
  { customerId, bookedAt }: BookTransaction,
  { books, captures }: { books: IndexedBooks; captures: ReadonlySet<bigint> },
): bigint {
  const isSameDay = (time: string) => dayOf(time) === dayOf(bookedAt) && time <= bookedAt;
  const paid = own
    .filter(({ id, bookedAt: at }) => isSameDay(at) && !captures.has(id))
    .reduce((sum, { amount }) => sum + amount, 0n);
  let held = 0n;
  for (const { countedAt, heldAt, amount, fee, end } of books.holdById.values()) {
    const isOwn = countedAt !== null && books.byId.get(countedAt)?.customerId === customerId;
    if (!isOwn || !isSameDay(heldAt)) continue;
    const isOver = end !== null && end.endedAt <= bookedAt;
    const taken = books.byKey.get(`${end?.transactionId}`)?.[0]?.amount ?? 0n;
    held += isOver ? taken : amount - fee;
  }
  return paid + held;
}

/** From its acknowledgement to the next change that was asked for, or was underway at the time. */
function certainUntil(limit: Limit, all: readonly Limit[]): number {
  const others = all.filter((one) => one !== limit && one.answer.outcome !== 'declined');
  const isUnderway = ({ askedAt, answeredAt }: Limit) =>
    askedAt < limit.answeredAt && answeredAt > limit.askedAt;
  if (others.some(isUnderway)) return -1;
  const later = others.filter(({ askedAt }) => askedAt > limit.answeredAt);
  return Math.min(...later.map(({ askedAt }) => askedAt), Infinity);
}

export function checkLimits(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const captures = new Set(books.endings.flatMap(({ transactionId }) => transactionId ?? []));
  const limits = grouped(actsOf(history.acts, 'ownLimit'), ({ operation }) => operation.account);
  const counted = books.transactions.filter(
    ({ kind, initiator }) => kindsOut.has(kind) && initiator !== 'BANK',
  );
  const paidBy = grouped(counted, ({ customerId }) => customerId);
  for (const [number, all] of limits) {
    const own = paidBy.get(books.byNumber.get(number)?.customerId ?? null) ?? [];
    for (const limit of all) {
      const { amount } = limit.operation;
      if (amount === null || limit.answer.outcome !== 'ok') continue;
      const until = certainUntil(limit, all);
      for (const booked of own) {
        const story = history.keys.get(`${booked.id}`);
        const ask = story?.own.find(({ answer }) => /^(ok|unknown)$/.test(answer.outcome));
        if (story === undefined || ask === undefined) continue;
        if (ask.askedAt < limit.answeredAt || story.acknowledgedAt > until) continue;
        const used = usedAt(own, booked, { books, captures });
        if (used <= BigInt(amount)) continue;
        const what = `${used} on that day, above their own ${amount}`;
        found.add('I24', `The customer of account ${number} paid out ${what}`, limit, ask);
      }
    }
  }
}
