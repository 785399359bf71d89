/** I20: what requests ask for, what has paid it, and how it ended. */
import type { Act, Operation } from '../history/model.ts';
import type { BookDue, BookDuePayment } from './books.ts';
import type { Findings } from './finding.ts';
import { grouped, type IndexedBooks } from './index-books.ts';
import type { IndexedHistory } from './index-history.ts';

type ActOf<Kind extends Operation['kind']> = Act & {
  readonly operation: Extract<Operation, { kind: Kind }>;
};

const actsOf = <Kind extends Operation['kind']>(
  { acts }: IndexedHistory,
  kind: Kind,
): ActOf<Kind>[] => acts.filter((act): act is ActOf<Kind> => act.operation.kind === kind);

const isOpen = ({ state }: BookDue): boolean => state === 'OPEN' || state === 'PART_PAID';

interface View {
  readonly history: IndexedHistory;
  readonly books: IndexedBooks;
  readonly found: Findings;
  readonly dueById: ReadonlyMap<string, BookDue>;
  readonly duesOf: ReadonlyMap<string, readonly BookDue[]>;
}

/** Why the payment cannot have paid this due; null where it can. */
function fault(due: BookDue, payment: BookDuePayment, { books }: View): string | null {
  const booked = books.byKey.get(`${payment.transactionId}`)?.[0];
  if (booked === undefined) return 'is not booked';
  const { kind, customerId, target, amount, bookedAt } = booked;
  if (kind !== 'TRANSFER' || customerId !== due.payer || target !== due.account) {
    return 'is by another customer or to another account';
  }
  if (amount !== payment.amount) return `moved ${amount}, not ${payment.amount}`;
  if (bookedAt >= due.expiresAt) return `was booked at ${bookedAt}, after ${due.expiresAt}`;
  const isEnded = due.state === 'DECLINED' || due.state === 'CANCELLED';
  if (isEnded && bookedAt > due.changedAt) return `was booked after it was ${due.state}`;
  return null;
}

function paidAsBooked(view: View): void {
  const { books, found } = view;
  const paymentsOf = grouped(books.duePayments, ({ due }) => due);
  for (const due of books.dues) {
    const payments = paymentsOf.get(due.id) ?? [];
    const sum = payments.reduce((total, { amount }) => total + amount, 0n);
    const what = `Due ${due.id} of ${due.amount} (${due.state})`;
    if (sum > due.amount) found.add('I20', `${what} was paid by ${sum}`);
    if (sum !== due.paid) found.add('I20', `${what} says ${due.paid} paid, it is ${sum}`);
    if ((due.state === 'PAID') !== (sum === due.amount) || (due.state === 'OPEN' && sum > 0n)) {
      found.add('I20', `${what} is not in the state of one paid by ${sum}`);
    }
    for (const payment of payments) {
      const why = fault(due, payment, view);
      if (why !== null) found.add('I20', `${what}: its payment ${payment.transactionId} ${why}`);
    }
  }
}

/** A booked payment of a due has one row that says so, and each row such a payment. */
function linkedAsAsked({ history, books, found, dueById }: View): void {
  const byTransaction = grouped(books.duePayments, ({ transactionId }) => `${transactionId}`);
  for (const [key, { owner }] of history.keys) {
    const { pays } = owner.operation.payment;
    if (!books.byKey.has(key)) continue;
    const named = (byTransaction.get(key) ?? []).map(({ due }) => `${due}`).join(', ');
    if (named === (pays ?? '')) continue;
    found.add('I20', `Key ${key} paid ${named || 'no due'} instead of ${pays ?? 'none'}`, owner);
  }
  for (const { due, transactionId } of books.duePayments) {
    if (!dueById.has(`${due}`)) found.add('I20', `${transactionId} paid ${due}, which is no due`);
    if (!history.keys.has(`${transactionId}`)) {
      found.add('I20', `Due ${due} was paid by ${transactionId}, which nobody asked for`);
    }
  }
}

const shapeAsked = ({ own, dues }: ActOf<'request'>['operation']): string =>
  dues.map(({ payer, amount }) => `${amount} from ${payer} to ${own}`).join(', ');

function shapeBooked(dues: readonly BookDue[], { firstOf, byId }: IndexedBooks): string {
  return dues
    .map(({ amount, payer, account }) => {
      return `${amount} from ${firstOf.get(payer)?.number} to ${byId.get(account)?.number}`;
    })
    .join(', ');
}

function madeAsAsked({ history, books, found, duesOf }: View): void {
  const stories = grouped(actsOf(history, 'request'), ({ operation }) => operation.key);
  for (const [key, acts] of stories) {
    const outcomes = new Set(acts.map(({ answer }) => answer.outcome));
    const dues = duesOf.get(key) ?? [];
    if (dues.length === 0) {
      if (outcomes.has('ok')) found.add('I20', `Acknowledged request ${key} is not there`, ...acts);
      continue;
    }
    if (!outcomes.has('ok') && !outcomes.has('unknown')) {
      found.add('I20', `Refused request ${key} is there`, ...acts);
    }
    const [asked, booked] = [shapeAsked(acts[0]!.operation), shapeBooked(dues, books)];
    if (asked !== booked) found.add('I20', `Request ${key}: ${booked}, not ${asked}`, ...acts);
    const ids = dues.map(({ id }) => id).join();
    const other = acts.find(
      ({ answer }) => answer.outcome === 'ok' && (answer.dues ?? []).join() !== ids,
    );
    if (other !== undefined) found.add('I20', `Request ${key} was answered otherwise`, other);
  }
  for (const key of duesOf.keys()) {
    if (!stories.has(key)) found.add('I20', `Nobody asked for request ${key}`);
  }
}

function declinedAsAnswered({ history, found, dueById }: View): void {
  for (const act of actsOf(history, 'decline')) {
    const state = dueById.get(act.operation.due)?.state;
    if (act.answer.outcome === 'ok' && state !== 'DECLINED') {
      found.add('I20', `Due ${act.operation.due} was declined and is ${state}`, act);
    }
  }
}

/** All answers together count each due that was cancelled once. */
function cancelledAsAnswered({ history, found, duesOf }: View): void {
  const stories = grouped(actsOf(history, 'cancel'), ({ operation }) => operation.request);
  for (const [key, acts] of stories) {
    const dues = duesOf.get(key) ?? [];
    const cancelled = dues.filter(({ state }) => state === 'CANCELLED').length;
    const answers = acts.map(({ answer }) => answer);
    const counted = answers.reduce(
      (sum, answer) => sum + (answer.outcome === 'ok' ? (answer.count ?? 0) : 0),
      0,
    );
    const isSure = answers.every(({ outcome }) => outcome !== 'unknown');
    if (counted > cancelled || (isSure && counted < cancelled)) {
      found.add('I20', `Request ${key}: ${counted} cancelled, in the books ${cancelled}`, ...acts);
    }
    const isDone = answers.some(({ outcome }) => outcome === 'ok');
    if (isDone && dues.some(isOpen)) {
      found.add('I20', `Request ${key} was cancelled and can still be paid`, ...acts);
    }
  }
  const unasked = [...duesOf].filter(
    ([key, dues]) => !stories.has(key) && dues.some(({ state }) => state === 'CANCELLED'),
  );
  for (const [key] of unasked) found.add('I20', `Nobody cancelled request ${key}`);
}

/** What was ended, or paid too far for a payment, stays so. */
function refusedForGood({ history, books, found, dueById }: View): void {
  for (const { owner, own, key } of history.keys.values()) {
    const { pays, wish } = owner.operation.payment;
    const due = pays === undefined ? undefined : dueById.get(pays);
    if (due === undefined) continue;
    const isPayable = isOpen(due) && due.expiresAt > books.readAt;
    for (const act of own) {
      const code = act.answer.outcome === 'declined' ? act.answer.code : null;
      if (code === 'REQUEST_ENDED' && isPayable) {
        found.add('I20', `Key ${key} was refused as if due ${pays} had ended`, act);
      }
      if (code === 'REQUEST_EXCEEDED' && BigInt(wish) <= due.amount - due.paid) {
        found.add('I20', `Key ${key} was refused as if too little of ${pays} were left`, act);
      }
    }
  }
}

export function checkRequests(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const dueById = new Map(books.dues.map((due) => [`${due.id}`, due]));
  const duesOf = grouped(books.dues, ({ request }) => `${request}`);
  const view: View = { history, books, found, dueById, duesOf };
  paidAsBooked(view);
  linkedAsAsked(view);
  madeAsAsked(view);
  declinedAsAnswered(view);
  cancelledAsAnswered(view);
  refusedForGood(view);
}
