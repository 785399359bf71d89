/** I21: the fee of each booked movement, by what two managers have announced. */
import { actsOf, type FeeTerms } from '../../history/model.ts';
import { feeUnder, termsAt } from '../../support/fee-table.ts';
import type { BookTransaction } from '../books.ts';
import type { Findings } from '../finding.ts';
import type { IndexedBooks } from '../index-books.ts';
import type { IndexedHistory } from '../index-history.ts';

/** A customer's movements of a kind in a month, where some of them are free. */
interface Use {
  readonly customerId: bigint;
  readonly kind: string;
  readonly month: string;
  total: number;
  free: number;
  allowed: number;
}

/** What the bank itself moves is free, and so is what stays with one customer. */
function isCharged(booked: BookTransaction, books: IndexedBooks, captures: ReadonlySet<bigint>) {
  const { id, initiator, source, target } = booked;
  if (initiator === 'BANK' || initiator === 'STAFF') return false;
  if (captures.has(id) && initiator !== 'MEMBERS') return false;
  const ownerOf = (account: bigint) => books.byId.get(account)?.customerId ?? null;
  return ownerOf(source) === null || ownerOf(source) !== ownerOf(target);
}

const feesOf = ({ further }: BookTransaction) => further.filter(({ kind }) => kind === 'FEE');

function countedUse(uses: Map<string, Use>, booked: BookTransaction, allowed: number): Use {
  const { customerId, kind, bookedAt } = booked;
  const month = bookedAt.slice(0, 7);
  const key = `${customerId} ${kind} ${month}`;
  const none: Use = { customerId: customerId ?? -1n, kind, month, total: 0, free: 0, allowed };
  const use = uses.get(key) ?? none;
  uses.set(key, use);
  return use;
}

function checkFee(
  booked: BookTransaction,
  { terms, fee, uses }: { terms: FeeTerms | null; fee: bigint; uses: Map<string, Use> },
  found: Findings,
): void {
  const due = terms === null ? 0n : feeUnder(terms, booked.amount);
  const use = terms === null || terms.free === 0 ? null : countedUse(uses, booked, terms.free);
  if (use !== null) use.total += 1;
  if (use !== null && fee === 0n) use.free += 1;
  else if (fee !== due) {
    const what = `${booked.kind} ${booked.id} of ${booked.amount} at ${booked.bookedAt}`;
    found.add('I21', `${what} bears a fee of ${fee}, the table says ${due}`);
  }
}

function checkUses(uses: Iterable<Use>, books: IndexedBooks, found: Findings): void {
  for (const { customerId, kind, month, total, free, allowed } of uses) {
    const number = books.firstOf.get(customerId)?.number;
    const wanted = Math.min(total, allowed);
    if (free !== wanted) {
      const what = `${free} of ${total} movements ${kind} were free in ${month}`;
      found.add('I21', `The customer of account ${number}: ${what}, not ${wanted}`);
    }
    const account = books.firstOf.get(customerId)?.id;
    const kept = books.freeUses.find(
      (one) => one.account === account && one.kind === kind && one.month === month,
    );
    if ((kept?.used ?? 0) !== free) {
      found.add('I21', `Account ${number} counts ${kept?.used ?? 0} free of ${kind}, not ${free}`);
    }
  }
}

function checkSum(books: IndexedBooks, found: Findings): void {
  const account = books.accounts.find(({ kind, number }) => kind === 'FEES' && number === null);
  if (account === undefined) return;
  const held = (books.ledgerOf.get(account.id) ?? []).reduce((sum, one) => sum + one.amount, 0n);
  let charged = 0n;
  for (const booked of books.transactions) {
    for (const { kind, source, target, amount } of [booked, ...booked.further]) {
      if (kind === 'FEE' && target === account.id) charged += amount;
      if (kind === 'REVERSAL' && source === account.id) charged -= amount;
    }
  }
  if (held !== charged) found.add('I21', `FEES holds ${held}, the fees sum to ${charged}`);
}

export function checkFees(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const table = actsOf(history.acts, 'fee').map(({ operation }) => operation.terms);
  const captures = new Set(books.endings.flatMap(({ transactionId }) => transactionId ?? []));
  const uses = new Map<string, Use>();
  for (const booked of books.transactions) {
    const fees = feesOf(booked);
    if (fees.length > 1) found.add('I21', `Key ${booked.id} bears ${fees.length} fees`);
    const fee = fees[0]?.amount ?? 0n;
    const charged = isCharged(booked, books, captures);
    const terms = charged ? termsAt(table, booked.kind, booked.bookedAt) : null;
    checkFee(booked, { terms, fee, uses }, found);
  }
  checkUses(uses.values(), books, found);
  checkSum(books, found);
}
