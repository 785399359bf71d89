/** I4, I5, I6, I8 and I12: the answers to each key against the books. */
import { actsOf, type PayAct, type Payment } from '../history/model.ts';
import type { BookTransaction } from './books.ts';
import type { Findings } from './finding.ts';
import type { IndexedBooks } from './index-books.ts';
import type { IndexedHistory, KeyStory } from './index-history.ts';
import { heldAt } from './rules-holds.ts';
import { isJobEffect } from './rules-jobs.ts';
import { isStandingPayment } from './rules-standing.ts';

/** The sides that a payment must have in the books, as account numbers; null is the bank's own. */
function sidesAsked(act: PayAct): readonly [string | null, string | null] {
  const { kind, own, payee } = act.operation.payment;
  if (kind === 'DEPOSIT') return [null, own];
  return kind === 'WITHDRAWAL' ? [own, null] : [own, payee];
}

/** The last entry of the payment on the customer's account, with the balance it left. */
const lastEntry = (act: PayAct, booked: BookTransaction, books: IndexedBooks) => {
  const account = books.byNumber.get(act.operation.payment.own)?.id;
  const entries = books.entriesOf.get(booked.id) ?? [];
  return entries.findLast((entry) => entry.account === account);
};

const ownEntry = (act: PayAct, booked: BookTransaction, books: IndexedBooks) => {
  const account = books.byNumber.get(act.operation.payment.own)?.id;
  const seq = booked.source === account ? booked.sourceSeq : booked.targetSeq;
  return books.ledgerOf.get(account ?? -1n)?.[Number(seq) - 1];
};

/** The further postings as they were asked for, or as they are booked, in words. */
const furtherAsked = ({ fee = '0', roundUp }: Payment): string =>
  [
    ...(fee === '0' ? [] : [`FEE ${fee} to FEES`]),
    ...(roundUp === undefined ? [] : [`ROUND_UP ${roundUp.amount} to ${roundUp.pot}`]),
  ].join(', ');
const furtherBooked = (
  { source, initiator, further }: BookTransaction,
  { byId }: IndexedBooks,
): string =>
  further
    // The owner of an order has seen the fee of another day.
    .filter(({ kind }) => kind !== 'FEE' || initiator !== 'ORDER')
    .map((one) => {
      const account = byId.get(one.target);
      const strange = one.source === source ? '' : ` from ${byId.get(one.source)?.number}`;
      return `${one.kind} ${one.amount} to ${account?.number ?? account?.kind}${strange}`;
    })
    .join(', ');

const feeOf = ({ further }: BookTransaction): bigint =>
  further.reduce((sum, { kind, amount }) => (kind === 'FEE' ? sum + amount : sum), 0n);

/** A share is of what was available. */
function shareDifference(act: PayAct, booked: BookTransaction, books: IndexedBooks) {
  const { own, wish, shown } = act.operation.payment;
  if (shown !== undefined && `${booked.amount}` !== shown) {
    return `${booked.amount} instead of the ${shown} that were shown`;
  }
  const entry = ownEntry(act, booked, books);
  if (entry === undefined) return null;
  const before = (entry.balanceAfter ?? 0n) - entry.amount;
  // Of all, the fee is left over, and with it what the next unit would not pay for.
  const taken = wish === 'all' ? feeOf(booked) : 0n;
  const gap = wish === 'all' && taken > 0n ? 1n : 0n;
  const { least, most } = heldAt(books, books.byNumber.get(own)!.id, booked.bookedAt);
  const shareOf = (held: bigint) => (before - held - taken) / (wish === 'all' ? 1n : 2n);
  const fits = booked.amount >= shareOf(most) - gap && booked.amount <= shareOf(least);
  return fits ? null : `${booked.amount} instead of ${wish} of ${before} with ${most} held`;
}

/** The difference between a payment as requested and as booked, in words; null if there is none. */
function difference(act: PayAct, booked: BookTransaction, books: IndexedBooks): string | null {
  const { payment } = act.operation;
  const { kind, wish, memo, initiator = 'SESSION' } = payment;
  const numberOf = (id: bigint) => books.byId.get(id)?.number ?? null;
  const [from, to] = sidesAsked(act);
  const sides = `${numberOf(booked.source)} → ${numberOf(booked.target)}`;
  if (booked.kind !== kind) return `kind ${booked.kind} instead of ${kind}`;
  if (booked.initiator !== initiator) return `by ${booked.initiator} instead of ${initiator}`;
  if (sides !== `${from} → ${to}`) return `${sides} instead of ${from} → ${to}`;
  const isExact = /^\d+$/.test(wish);
  if (isExact && booked.amount !== BigInt(wish)) return `${booked.amount} instead of ${wish}`;
  const [asked, further] = [furtherAsked(payment), furtherBooked(booked, books)];
  if (asked !== further) return `further postings ${further || 'none'} instead of ${asked}`;
  const entry = ownEntry(act, booked, books);
  if (entry !== undefined && entry.memo !== memo) return `another memo`;
  return isExact ? null : shareDifference(act, booked, books);
}

function receiptDifference(
  story: KeyStory,
  booked: BookTransaction,
  books: IndexedBooks,
): string | null {
  const [receipt] = story.receipts;
  const entry = lastEntry(story.owner, booked, books);
  if (receipt === undefined || entry === undefined) return null;
  if (receipt.amount !== `${booked.amount}`) return `the receipt says ${receipt.amount}`;
  if (receipt.balanceAfter !== `${entry.balanceAfter}`) {
    return `the receipt says ${receipt.balanceAfter} remain, the books ${entry.balanceAfter}`;
  }
  return null;
}

function acknowledged(story: KeyStory, books: IndexedBooks, found: Findings): void {
  const booked = books.byKey.get(story.key) ?? [];
  if (booked.length !== 1) {
    found.add('I4', `Acknowledged key ${story.key} is booked ${booked.length} times`, ...story.own);
    return;
  }
  const other =
    difference(story.owner, booked[0]!, books) ?? receiptDifference(story, booked[0]!, books);
  if (other !== null) {
    found.add('I4', `Acknowledged key ${story.key} is booked otherwise: ${other}`, ...story.own);
  }
}

function unacknowledged(
  story: KeyStory,
  books: IndexedBooks,
  found: Findings,
  options: { readonly unknownsAllowed: boolean },
): void {
  const booked = books.byKey.get(story.key) ?? [];
  const { key, verdict, own } = story;
  if (verdict !== 'unknown') {
    if (booked.length > 0) found.add('I5', `Refused key ${key} (${verdict}) is booked`, ...own);
    return;
  }
  if (booked.length > 1) {
    found.add('I6', `Unknown key ${key} is booked ${booked.length} times`, ...own);
  } else if (!options.unknownsAllowed) {
    const state = booked.length === 1 ? 'booked' : 'not booked';
    found.add('I6', `Key ${key} stayed unknown; it is ${state}`, ...own);
  }
  const other = booked[0] === undefined ? null : difference(story.owner, booked[0], books);
  if (other !== null) found.add('I6', `Unknown key ${key} is booked otherwise: ${other}`, ...own);
}

/** After the first acknowledgement no request of the same payment may be refused. */
function alwaysTheSame(story: KeyStory, found: Findings): void {
  const acts = story.own.filter(
    ({ answer, askedAt }) => answer.outcome === 'declined' && askedAt > story.acknowledgedAt,
  );
  if (acts.length > 0) {
    const first = story.own.find(({ answer }) => answer.outcome === 'ok')!;
    found.add('I6', `Key ${story.key} was refused after it was acknowledged`, first, ...acts);
  }
  const texts = new Set(
    story.receipts.map((facts) => JSON.stringify({ ...facts, replayed: false })),
  );
  if (texts.size > 1) {
    found.add('I12', `Key ${story.key} has ${texts.size} different receipts`, ...story.own);
  }
}

function foreignRefused(story: KeyStory, found: Findings): void {
  for (const act of story.foreign) {
    if (act.answer.outcome === 'ok') {
      const who = act.client === story.owner.client ? 'another payload' : 'another customer';
      found.add('I12', `Key ${story.key} served ${who}`, story.owner, act);
    }
  }
}

/** Of what managers approve or reverse, and of interest, which have rules of their own. */
const otherKeys = (history: IndexedHistory, books: IndexedBooks): ReadonlySet<string> =>
  new Set([
    ...actsOf(history.acts, 'askManagers').map(({ operation }) => operation.key),
    ...actsOf(history.acts, 'reverse').map(({ operation }) => operation.key),
    ...books.credits.map(({ transactionId }) => `${transactionId}`),
  ]);

export function checkKeys(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  options: { readonly unknownsAllowed: boolean },
): void {
  for (const story of history.keys.values()) {
    if (story.verdict === 'ok') acknowledged(story, books, found);
    else unacknowledged(story, books, found, options);
    alwaysTheSame(story, found);
    foreignRefused(story, found);
  }
  const others = otherKeys(history, books);
  for (const [key, booked] of books.byKey) {
    const isOwn = isJobEffect(booked[0]!, books) || isStandingPayment(booked[0]!, books);
    if (!history.keys.has(key) && !isOwn && !others.has(key)) {
      const what = `${booked[0]!.kind} of ${booked[0]!.amount}`;
      found.add('I8', `Key ${key} (${what}) is booked and nobody asked for it`);
    }
  }
}
