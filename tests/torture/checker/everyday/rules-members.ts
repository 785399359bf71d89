/** I22: who pays from a shared account, in which part, and up to which allowance of the month. */
import type { Act } from '../../history/model.ts';
import type { BookAccount, BookTransaction } from '../books.ts';
import type { Findings } from '../finding.ts';
import type { IndexedBooks, IndexedHold } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';
import { type Grants, grantsOf, type Span } from './grants.ts';

/** What a member has paid, or asked the managers to pay. */
interface Spending {
  readonly id: bigint;
  readonly customerId: bigint;
  readonly amount: bigint;
  readonly at: string;
  /** When its money was available again without a payment; null: it was paid, or waits. */
  readonly returnedAt: string | null;
  /** Whether the bank's sum of the month has it: until the end of an approval is noted. */
  readonly isKept: boolean;
}

const kindsOut = new Set(['TRANSFER', 'WITHDRAWAL']);

interface View {
  readonly history: IndexedHistory;
  readonly books: IndexedBooks;
  readonly found: Findings;
  readonly grants: Grants;
  readonly asks: ReadonlyMap<string, readonly Act[]>;
}

/** In the order of the books, which the account's lock makes. */
function spendingsOf(account: BookAccount, { books }: View): Spending[] {
  const seqOf = ({ sourceSeq }: BookTransaction) => Number(sourceSeq);
  const paid = books.transactions
    .filter(({ source, kind, initiator }) => {
      return source === account.id && kindsOut.has(kind) && initiator === 'SESSION';
    })
    .toSorted((one, other) => seqOf(one) - seqOf(other))
    .map(({ id, customerId, amount, bookedAt: at }) => {
      return { id, customerId: customerId ?? -1n, amount, at, returnedAt: null, isKept: true };
    });
  const asked = books.approvals.flatMap(({ id, customerId, holder, amount, state }) => {
    const hold = books.holdById.get(id);
    if (hold === undefined || holder !== account.customerId) return [];
    const returnedAt = returnOf(hold);
    const isKept = state === 'WAITING' || returnedAt === null;
    return [{ id, customerId, amount, at: hold.heldAt, returnedAt, isKept }];
  });
  return [...paid, ...asked];
}

const returnOf = ({ end }: IndexedHold): string | null =>
  end === null || end.ending === 'CAPTURED' ? null : end.endedAt;

function spanOf({ id }: Spending, { history, asks }: View): Span | null {
  const own = history.keys.get(`${id}`)?.own ?? asks.get(`${id}`) ?? [];
  const [first] = own.filter(({ answer }) => /^(ok|unknown)$/.test(answer.outcome));
  if (first === undefined) return null;
  const certain = own.filter(({ answer }) => answer.outcome === 'ok');
  const until = Math.min(...certain.map(({ answeredAt }) => answeredAt), Infinity);
  return { from: first.askedAt, until };
}

const monthOf = (time: string): string => time.slice(0, 7);

/** What the member had certainly spent of the month, this included. */
function spentBy(one: Spending, all: readonly Spending[]): bigint {
  const index = all.indexOf(one);
  return all.reduce((sum, other, place) => {
    if (other.customerId !== one.customerId || monthOf(other.at) !== monthOf(one.at)) return sum;
    const isBefore = other.at < one.at || (other.at === one.at && place <= index);
    const isBack = other.returnedAt !== null && other.returnedAt <= one.at;
    return isBefore && (!isBack || other === one) ? sum + other.amount : sum;
  }, 0n);
}

function checkSpending(
  one: Spending,
  { shared, all }: { readonly shared: string; readonly all: readonly Spending[] },
  view: View,
): void {
  const { books, found, grants, asks, history } = view;
  const span = spanOf(one, view);
  // What nobody asked for is found by other rules.
  if (span === null) return;
  const member = books.firstOf.get(one.customerId)?.number ?? '';
  const acts = history.keys.get(`${one.id}`)?.own ?? asks.get(`${one.id}`) ?? [];
  const possible = grants.possible({ shared, member }, span);
  const isGuest = grants.wasRemoved(shared, member);
  const spent = isGuest ? one.amount : spentBy(one, all);
  const allows = possible.some(({ operation: { role, allowance } }) => {
    return role === 'MANAGER' || (role === 'SPENDER' && spent <= BigInt(allowance ?? '0'));
  });
  if (allows) return;
  const parts = possible.map(({ operation }) => `${operation.role} ${operation.allowance ?? ''}`);
  const what = `${one.amount} of ${shared}, ${spent} in the month`;
  const as = parts.join(', ') || 'no member';
  found.add('I22', `Account ${member} spent ${what}, as ${as.trim()}`, ...acts, ...possible);
}

/** The sum that the bank keeps of the month; a member who was removed begins anew. */
function checkKept(
  account: BookAccount,
  all: readonly Spending[],
  { books, found, grants }: View,
): void {
  for (const { holder, customerId, spent, month } of books.members) {
    const number = books.firstOf.get(customerId)?.number ?? '';
    if (holder !== account.customerId || grants.wasRemoved(account.number!, number)) continue;
    const real = all
      .filter((one) => one.customerId === customerId && one.isKept)
      .filter(({ at }) => month === '' || monthOf(at) === month)
      .reduce((sum, { amount }) => sum + amount, 0n);
    if (spent === real) continue;
    const what = `${spent} spent of ${account.number}, the books have ${real}`;
    found.add('I22', `The member with account ${number} has ${what}`);
  }
}

/** The member who asked is named by the entries. */
function checkNames({ history, books, found }: View): void {
  for (const { key, owner } of history.keys.values()) {
    const { of } = owner.operation.payment;
    const booked = books.byKey.get(key)?.[0];
    if (of === undefined || booked === undefined) continue;
    const member = books.byNumber.get(of)?.customerId;
    if (booked.customerId !== member) {
      found.add('I22', `Key ${key} names customer ${booked.customerId}, not ${member}`, owner);
    }
  }
}

export function checkMembers(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const asks = new Map<string, Act[]>();
  for (const act of history.acts) {
    if (act.operation.kind !== 'askManagers') continue;
    const { key } = act.operation;
    asks.set(key, [...(asks.get(key) ?? []), act]);
  }
  const view: View = { history, books, found, asks, grants: grantsOf(history) };
  for (const account of books.accounts.filter(({ type }) => type === 'SHARED')) {
    const all = spendingsOf(account, view);
    for (const one of all) checkSpending(one, { shared: account.number!, all }, view);
    checkKept(account, all, view);
  }
  checkNames(view);
}
