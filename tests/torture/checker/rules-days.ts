/** I17: the sums of the day, kept on a customer's first account, against the books of that day. */
import { limitPerDay } from '../bank/settings.ts';
import type { BookTransaction } from './books.ts';
import type { Findings } from './finding.ts';
import type { IndexedBooks, IndexedHold } from './index-books.ts';

const dayOf = (time: string): string => time.slice(0, 10);
const loweredLimit = limitPerDay / 10n;

interface Sums {
  paidOut: bigint;
  deposited: bigint;
}

/** What a hold counts on its day: as a whole, until it ends on that day for less. */
function countedOf({ amount, heldAt, end }: IndexedHold, books: IndexedBooks): bigint {
  if (end === null || dayOf(end.endedAt) !== dayOf(heldAt)) return amount;
  return books.byKey.get(`${end.transactionId}`)?.[0]?.amount ?? 0n;
}

const kindsOut = new Set(['TRANSFER', 'WITHDRAWAL']);

/** The sums that each customer's first account must keep for its day. */
function expected(books: IndexedBooks): Map<bigint, Sums> {
  const sums = new Map<bigint, Sums>();
  const add = (account: bigint, day: string, name: keyof Sums, amount: bigint) => {
    const { customerId } = books.byId.get(account)!;
    const first = customerId === null ? undefined : books.firstOf.get(customerId);
    if (first === undefined || first.countedDay !== day) return;
    const sum = sums.get(first.id) ?? { paidOut: 0n, deposited: 0n };
    sum[name] += amount;
    sums.set(first.id, sum);
  };
  const captures = new Set(books.endings.map(({ transactionId }) => transactionId));
  const isLimited = ({ id, initiator }: BookTransaction) =>
    initiator !== 'BANK' && !captures.has(id);
  for (const booked of books.transactions.filter(isLimited)) {
    const { kind, source, target, amount, bookedAt } = booked;
    if (kindsOut.has(kind)) add(source, dayOf(bookedAt), 'paidOut', amount);
    if (kind === 'DEPOSIT') add(target, dayOf(bookedAt), 'deposited', amount);
  }
  for (const hold of books.holdById.values()) {
    if (hold.countedAt === null) continue;
    add(hold.source, dayOf(hold.heldAt), 'paidOut', countedOf(hold, books));
  }
  return sums;
}

export function checkDays(books: IndexedBooks, found: Findings): void {
  const sums = expected(books);
  for (const { id, number, paidOut, deposited, isLimited } of books.firstOf.values()) {
    const wanted = sums.get(id) ?? { paidOut: 0n, deposited: 0n };
    if (paidOut !== wanted.paidOut || deposited !== wanted.deposited) {
      const kept = `${paidOut} paid out and ${deposited} deposited`;
      const real = `${wanted.paidOut} and ${wanted.deposited}`;
      found.add('I17', `Account ${number} counts ${kept}, its customer’s day has ${real}`);
    }
    const limit = isLimited ? loweredLimit : limitPerDay;
    if (wanted.paidOut > limit) {
      const moved = `${wanted.paidOut} of ${limit}`;
      found.add('I17', `The customer of account ${number} paid out ${moved} in one day`);
    }
  }
}
