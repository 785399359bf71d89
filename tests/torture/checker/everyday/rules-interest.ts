/** I25: interest against an independent calculation, from the balances at the ends of days. */
import { actsOf, type RateTerms } from '../../history/model.ts';
import type { BookAccount, BookTransaction } from '../books.ts';
import type { Findings } from '../finding.ts';
import { grouped, type IndexedBooks } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

const dayMs = 86_400_000;
/** The bank looks every hour; the month that has just ended may still be worked out. */
const lookedWithinMs = 2 * 3_600_000;
const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
const monthOf = (time: string): string => `${time.slice(0, 7)}-01`;
const isLeap = (day: string): boolean => new Date(`${day.slice(0, 4)}-02-29`).getUTCDate() === 29;

function pointsOn(rates: readonly RateTerms[], type: string, day: string): bigint {
  const held = rates.filter((one) => one.type === type && one.from.slice(0, 10) <= day);
  const last = held.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1);
  return BigInt(last?.basisPoints ?? 0);
}

/** What is owed by the end of each month, in units: one sum for each length of a year. */
interface Owed {
  readonly month: string;
  readonly until: bigint;
}

function owedBy(
  account: BookAccount,
  rates: readonly RateTerms[],
  { books, before }: { readonly books: IndexedBooks; readonly before: string },
): Owed[] {
  const entries = (books.ledgerOf.get(account.id) ?? []).map(({ transactionId, balanceAfter }) => ({
    day: books.byKey.get(`${transactionId}`)?.[0]?.bookedAt.slice(0, 10) ?? '',
    balance: balanceAfter ?? 0n,
  }));
  const owed: Owed[] = [];
  let [short, leap, balance, next] = [0n, 0n, 0n, 0];
  const first = entries[0]?.day ?? before;
  for (let at = Date.parse(first); at < Date.parse(before); at += dayMs) {
    const day = dayOf(at);
    while (next < entries.length && entries[next]!.day <= day) {
      balance = entries[next]!.balance;
      next += 1;
    }
    const points = balance * pointsOn(rates, account.type, day);
    if (isLeap(day)) leap += points;
    else short += points;
    // short / (10000 * 365) + leap / (10000 * 366), rounded down once.
    const until = (short * 366n + leap * 365n) / (10_000n * 365n * 366n);
    if (dayOf(at + dayMs).endsWith('-01')) owed.push({ month: monthOf(day), until });
  }
  return owed;
}

function checkAccount(
  account: BookAccount,
  { owed, mustBefore }: { readonly owed: readonly Owed[]; readonly mustBefore: string },
  { books, found }: { readonly books: IndexedBooks; readonly found: Findings },
): void {
  const credits = books.credits.filter((one) => one.account === account.id);
  let paid = 0n;
  for (const { month, until } of owed) {
    const same = credits.filter((one) => one.month === month);
    if (same.length > 1) found.add('I25', `Account ${account.number} has ${month} twice`);
    const [credit] = same;
    if (credit === undefined && month >= mustBefore) return;
    const amount = until - paid;
    paid = until;
    if ((credit?.amount ?? 0n) === amount) continue;
    const what = `${credit?.amount ?? 'nothing'} for ${month}, owed are ${amount}`;
    found.add('I25', `Account ${account.number} was credited ${what}`);
    return;
  }
}

/** Each booking of interest is that of one credit, and the other way round. */
function checkBookings(books: IndexedBooks, found: Findings): void {
  const byId = grouped(books.credits, ({ transactionId }) => transactionId);
  const paid = books.transactions.filter(({ kind }) => kind === 'INTEREST');
  for (const { id, amount, target } of paid) {
    const [credit] = byId.get(id) ?? [];
    if (credit?.account !== target || credit.amount !== amount) {
      found.add('I25', `Interest ${id} of ${amount} belongs to no month of its account`);
    }
  }
  const ids = new Set(paid.map(({ id }) => id));
  for (const { account, month, amount, transactionId } of books.credits) {
    if (amount > 0n && !ids.has(transactionId ?? -1n)) {
      const number = books.byId.get(account)?.number;
      found.add('I25', `Account ${number} has ${amount} for ${month}, and no booking of it`);
    }
  }
  checkSum(books, paid, found);
}

function checkSum(books: IndexedBooks, paid: readonly BookTransaction[], found: Findings): void {
  const account = books.accounts.find(({ kind, number }) => kind === 'INTEREST' && number === null);
  if (account === undefined) return;
  const held = (books.ledgerOf.get(account.id) ?? []).reduce((sum, one) => sum + one.amount, 0n);
  const sum = paid.reduce((total, { amount }) => total + amount, 0n);
  if (held !== -sum) found.add('I25', `INTEREST holds ${held}, ${sum} was credited`);
}

export function checkInterest(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  { unknownsAllowed }: { readonly unknownsAllowed: boolean },
): void {
  checkBookings(books, found);
  const rates = actsOf(history.acts, 'rate').map(({ operation }) => operation.terms);
  if (rates.length === 0) return;
  const readAt = Date.parse(`${books.readAt.replace(' ', 'T').slice(0, 23)}Z`);
  const before = monthOf(dayOf(readAt));
  const mustBefore = unknownsAllowed ? '' : monthOf(dayOf(readAt - lookedWithinMs));
  for (const account of books.accounts) {
    if (account.type !== 'SAVINGS' && account.type !== 'POT') continue;
    const owed = owedBy(account, rates, { books, before });
    checkAccount(account, { owed, mustBefore }, { books, found });
  }
}
