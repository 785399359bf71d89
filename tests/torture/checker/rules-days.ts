/** I17: the sums that a customer's first account keeps of a day, its week and month. */
import { limitPerDay } from '../bank/settings.ts';
import type { BookTransaction } from './books.ts';
import type { Findings } from './finding.ts';
import type { IndexedBooks, IndexedHold } from './index-books.ts';

const dayOf = (time: string): string => time.slice(0, 10);
const loweredLimit = limitPerDay / 10n;

/** The Monday of the week that the day is in. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

const periods = {
  day: (day: string): string => day,
  week: mondayOf,
  month: (day: string): string => day.slice(0, 7),
} as const;
const periodNames = ['day', 'week', 'month'] as const;

interface Sums {
  day: bigint;
  week: bigint;
  month: bigint;
  deposited: bigint;
}
const none = (): Sums => ({ day: 0n, week: 0n, month: 0n, deposited: 0n });

/** What a hold counts on its day: all but its fee, until it ends for less before a period is over. */
function countedOf(
  { amount, fee, heldAt, end }: IndexedHold,
  books: IndexedBooks,
  periodOf: (day: string) => string,
): bigint {
  if (end === null || periodOf(dayOf(end.endedAt)) !== periodOf(dayOf(heldAt))) {
    return amount - fee;
  }
  return books.byKey.get(`${end.transactionId}`)?.[0]?.amount ?? 0n;
}

const kindsOut = new Set(['TRANSFER', 'WITHDRAWAL']);

/** The sums that each customer's first account must keep for its day. */
function expected(books: IndexedBooks): Map<bigint, Sums> {
  const sums = new Map<bigint, Sums>();
  /** A member's payments from a shared account count in the member's own day. */
  const add = (customerId: bigint | null, day: string, amountIn: (name: keyof Sums) => bigint) => {
    const first = customerId === null ? undefined : books.firstOf.get(customerId);
    if (first === undefined) return;
    const sum = sums.get(first.id) ?? none();
    for (const name of periodNames) {
      const periodOf = periods[name];
      if (periodOf(day) === periodOf(first.countedDay)) sum[name] += amountIn(name);
    }
    if (day === first.countedDay) sum.deposited += amountIn('deposited');
    sums.set(first.id, sum);
  };
  const captures = new Set(books.endings.map(({ transactionId }) => transactionId));
  const isLimited = ({ id, initiator }: BookTransaction) =>
    initiator !== 'BANK' && !captures.has(id);
  for (const booked of books.transactions.filter(isLimited)) {
    const { kind, customerId, amount, bookedAt } = booked;
    const paidOut = (name: keyof Sums) => (name === 'deposited' ? 0n : amount);
    const paidIn = (name: keyof Sums) => (name === 'deposited' ? amount : 0n);
    if (kindsOut.has(kind)) add(customerId, dayOf(bookedAt), paidOut);
    if (kind === 'DEPOSIT') add(customerId, dayOf(bookedAt), paidIn);
  }
  for (const hold of books.holdById.values()) {
    if (hold.countedAt === null) continue;
    const { customerId } = books.byId.get(hold.countedAt)!;
    add(customerId, dayOf(hold.heldAt), (name) =>
      name === 'deposited' ? 0n : countedOf(hold, books, periods[name]),
    );
  }
  return sums;
}

export function checkDays(books: IndexedBooks, found: Findings): void {
  const sums = expected(books);
  for (const account of books.firstOf.values()) {
    const { id, number, isLimited, weekLimit } = account;
    const wanted = sums.get(id) ?? none();
    const { paidOut: day, paidOutWeek: week, paidOutMonth: month, deposited } = account;
    const kept: Sums = { day, week, month, deposited };
    for (const name of [...periodNames, 'deposited'] as const) {
      if (kept[name] === wanted[name]) continue;
      const real = `the books have ${wanted[name]}`;
      found.add('I17', `Account ${number} counts ${kept[name]} (${name}), ${real}`);
    }
    const limit = isLimited ? loweredLimit : limitPerDay;
    if (wanted.day > limit) {
      const moved = `${wanted.day} of ${limit}`;
      found.add('I17', `The customer of account ${number} paid out ${moved} in one day`);
    }
    if (weekLimit !== null && wanted.week > weekLimit) {
      const moved = `${wanted.week} of their own ${weekLimit}`;
      found.add('I17', `The customer of account ${number} paid out ${moved} in one week`);
    }
  }
}
