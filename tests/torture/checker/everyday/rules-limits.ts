/** I24: while a lowered limit of a customer's own certainly holds, their day stays within it. */
import { type Act, type ActOf, actsOf } from '../../history/model.ts';
import type { BookTransaction } from '../books.ts';
import type { Findings } from '../finding.ts';
import { grouped, type IndexedBooks } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

type Limit = ActOf<'ownLimit'>;

const kindsOut = new Set(['TRANSFER', 'WITHDRAWAL']);
const dayOf = (time: string): string => time.slice(0, 10);

/** What counts when it is asked for: a payment, or money set aside, whose capture counts no more. */
interface Moved {
  readonly customerId: bigint | null;
  readonly at: string;
  readonly asks: readonly Act[];
}

/** What the customer had paid out that day, at least, at this time; what is of it included. */
function usedAt(
  own: readonly BookTransaction[],
  { customerId, at }: Moved,
  { books, captures }: { books: IndexedBooks; captures: ReadonlySet<bigint> },
): bigint {
  const isSameDay = (time: string) => dayOf(time) === dayOf(at) && time <= at;
  const paid = own
    .filter(({ id, bookedAt }) => isSameDay(bookedAt) && !captures.has(id))
    .reduce((sum, { amount }) => sum + amount, 0n);
  let held = 0n;
  for (const { countedAt, heldAt, amount, fee, end } of books.holdById.values()) {
    const isOwn = countedAt !== null && books.byId.get(countedAt)?.customerId === customerId;
    if (!isOwn || !isSameDay(heldAt)) continue;
    const isOver = end !== null && end.endedAt <= at;
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

function movedIn(
  { acts, keys }: IndexedHistory,
  books: IndexedBooks,
  payments: readonly BookTransaction[],
): Moved[] {
  const setAside = [...actsOf(acts, 'authorise'), ...actsOf(acts, 'askManagers')];
  const asksOf = grouped<string, Act>(setAside, ({ operation }) =>
    'key' in operation ? operation.key : '',
  );
  const held = [...books.holdById.values()].flatMap(({ id, countedAt, heldAt: at }) => {
    const counter = countedAt === null ? undefined : books.byId.get(countedAt);
    if (counter === undefined) return [];
    return [{ customerId: counter.customerId, at, asks: asksOf.get(`${id}`) ?? [] }];
  });
  const paid = payments.map(({ id, customerId, bookedAt: at }) => {
    return { customerId, at, asks: keys.get(`${id}`)?.own ?? [] };
  });
  return [...held, ...paid];
}

export function checkLimits(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const captures = new Set(books.endings.flatMap(({ transactionId }) => transactionId ?? []));
  const limits = grouped(actsOf(history.acts, 'ownLimit'), ({ operation }) => operation.account);
  const counted = books.transactions.filter(
    ({ kind, initiator }) => kindsOut.has(kind) && initiator !== 'BANK',
  );
  const paidBy = grouped(counted, ({ customerId }) => customerId);
  const payments = counted.filter(({ id }) => !captures.has(id));
  const movedBy = grouped(movedIn(history, books, payments), ({ customerId }) => customerId);
  for (const [number, all] of limits) {
    const owner = books.byNumber.get(number)?.customerId ?? null;
    const own = paidBy.get(owner) ?? [];
    for (const limit of all) {
      const { amount } = limit.operation;
      if (amount === null || limit.answer.outcome !== 'ok') continue;
      const until = certainUntil(limit, all);
      for (const moved of movedBy.get(owner) ?? []) {
        const ask = moved.asks.find(({ answer }) => /^(ok|unknown)$/.test(answer.outcome));
        const certain = moved.asks.filter(({ answer }) => answer.outcome === 'ok');
        const knownAt = Math.min(...certain.map(({ answeredAt }) => answeredAt), Infinity);
        if (ask === undefined || ask.askedAt < limit.answeredAt || knownAt > until) continue;
        const used = usedAt(own, moved, { books, captures });
        if (used <= BigInt(amount)) continue;
        const what = `${used} on that day, above their own ${amount}`;
        found.add('I24', `The customer of account ${number} paid out ${what}`, limit, ask);
      }
    }
  }
}
