/** I3 with holds, and I16: money set aside, and how each hold ended. */
import { type Act, type ActOf, type AuthoriseAct, actsOf } from '../history/model.ts';
import type { BookAccount, BookEntry } from './books.ts';
import type { Findings } from './finding.ts';
import { grouped, type IndexedBooks, type IndexedHold } from './index-books.ts';
import type { IndexedHistory } from './index-history.ts';

/** What sets money aside: a hold, or a payment that waits for the managers of a shared account. */
type HoldingAct = AuthoriseAct | ActOf<'askManagers'>;

const holdingActs = (acts: readonly Act[]): HoldingAct[] => [
  ...actsOf(acts, 'authorise'),
  ...actsOf(acts, 'askManagers'),
];

/** The bank compares the times of holds in milliseconds. */
const toMs = (time: string): string => time.slice(0, 23);

/**
 * What holds took from the account at that moment. A hold that ended in the same batch may have
 * counted or not.
 */
export function heldAt(
  books: IndexedBooks,
  account: bigint,
  time: string,
): { readonly least: bigint; readonly most: bigint } {
  let [least, most] = [0n, 0n];
  for (const { amount, heldAt: since, end } of books.holdsOf.get(account) ?? []) {
    if (since > time || (end !== null && end.endedAt < time)) continue;
    most += amount;
    if (end === null || end.endedAt > time) least += amount;
  }
  return { least, most };
}

/** The balance less what is held: after each booking, and after each hold was made. */
function availableOverTime(account: BookAccount, books: IndexedBooks, found: Findings): void {
  const holds = books.holdsOf.get(account.id);
  if (holds === undefined) return;
  const timeOf = ({ transactionId }: BookEntry) =>
    books.byKey.get(`${transactionId}`)?.[0]?.bookedAt ?? '';
  const entries = (books.ledgerOf.get(account.id) ?? []).map((entry) => ({
    time: timeOf(entry),
    balance: entry.balanceAfter ?? 0n,
  }));
  const balanceAt = (time: string) =>
    entries.findLast((entry) => entry.time <= time)?.balance ?? 0n;
  const moments = [...entries, ...holds.map((hold) => ({ time: hold.heldAt }))];
  for (const { time } of moments) {
    const [balance, { least }] = [balanceAt(time), heldAt(books, account.id, time)];
    if (balance >= least) continue;
    const what = `${least} held of a balance of ${balance}`;
    found.add('I3', `Account ${account.number} had ${what} at ${time}`);
    return;
  }
}

function heldNow(account: BookAccount, books: IndexedBooks, found: Findings): void {
  const active = (books.holdsOf.get(account.id) ?? []).filter(({ end }) => end === null);
  const total = active.reduce((sum, { amount }) => sum + amount, 0n);
  if (account.held === total) return;
  const what = `stores ${account.held} held, its active holds sum to ${total}`;
  found.add('I16', `Account ${account.number} ${what}`);
}

function asAsked(hold: IndexedHold, { operation }: HoldingAct, books: IndexedBooks): boolean {
  const { kind, own, payee, wish, fee = '0' } = operation.payment;
  const numberOf = (id: bigint) => books.byId.get(id)?.number ?? null;
  const isSame = numberOf(hold.source) === own && numberOf(hold.target) === payee;
  return isSame && hold.kind === kind && hold.amount === BigInt(wish) + BigInt(fee);
}

function authorised(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  const stories = grouped(holdingActs(history.acts), ({ operation }) => operation.key);
  for (const [key, acts] of stories) {
    const outcomes = new Set(acts.map(({ answer }) => answer.outcome));
    const hold = books.holdById.get(BigInt(key));
    if (hold === undefined) {
      if (outcomes.has('ok')) found.add('I16', `Acknowledged hold ${key} is not there`, ...acts);
    } else if (!outcomes.has('ok') && (outcomes.has('declined') || !outcomes.has('unknown'))) {
      found.add('I16', `Refused hold ${key} is there`, ...acts);
    } else if (!asAsked(hold, acts[0]!, books)) {
      found.add('I16', `Hold ${key} is another one than was asked for`, ...acts);
    }
  }
  for (const { id } of books.holds) {
    if (!stories.has(`${id}`)) found.add('I16', `Nobody asked for hold ${id}`);
  }
}

/** A hold is over at its time, neither before nor after. */
function endedInTime({ id, amount, expiresAt, end }: IndexedHold, found: Findings): void {
  if (end === null) return;
  const { ending, endedAt } = end;
  const isOver = toMs(endedAt) >= toMs(expiresAt);
  if (isOver !== (ending === 'EXPIRED')) {
    const when = `at ${endedAt}, its time was ${expiresAt}`;
    found.add('I16', `Hold ${id} of ${amount} ended as ${ending} ${when}`);
  }
}

function capturedOnce(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  for (const { hold: id, ending, transactionId } of books.endings) {
    const hold = books.holdById.get(id);
    if (hold === undefined) found.add('I16', `An ending of ${id}, which is no hold`);
    if (hold === undefined || ending !== 'CAPTURED') continue;
    const booked = books.byKey.get(`${transactionId}`)?.[0];
    if (booked === undefined) {
      found.add('I16', `Hold ${id} was captured by ${transactionId}, which is not booked`);
    } else if (booked.amount > hold.amount) {
      found.add('I16', `Key ${transactionId} took ${booked.amount} of hold ${id}, ${hold.amount}`);
    }
  }
  for (const { key, owner } of history.keys.values()) {
    const { captures } = owner.operation.payment;
    if (captures === undefined || !books.byKey.has(key)) continue;
    const end = books.holdById.get(BigInt(captures))?.end;
    if (end?.ending !== 'CAPTURED' || `${end.transactionId}` !== key) {
      const how = end ? `${end.ending} by ${end.transactionId}` : 'not ended';
      found.add('I16', `Key ${key} took the money of hold ${captures}, which is ${how}`, owner);
    }
  }
}

/** How a hold ended is the same in every answer, and in the books. */
function endsAsAnswered(history: IndexedHistory, books: IndexedBooks, found: Findings): void {
  for (const act of history.acts) {
    const { operation, answer } = act;
    if (operation.kind !== 'end' || answer.outcome !== 'ok' || !answer.ending) continue;
    const ending = books.holdById.get(BigInt(operation.hold))?.end?.ending;
    if (ending !== answer.ending) {
      const what = `${answer.ending}, in the books ${ending ?? 'it has not ended'}`;
      found.add('I16', `The end of hold ${operation.hold} was answered as ${what}`, act);
    }
  }
}

export function checkHolds(
  history: IndexedHistory,
  books: IndexedBooks,
  found: Findings,
  { unknownsAllowed }: { readonly unknownsAllowed: boolean },
): void {
  for (const account of books.accounts) {
    if (account.number === null) continue;
    availableOverTime(account, books, found);
    heldNow(account, books, found);
  }
  authorised(history, books, found);
  capturedOnce(history, books, found);
  endsAsAnswered(history, books, found);
  for (const hold of books.holdById.values()) {
    endedInTime(hold, found);
    if (hold.end === null && !hold.isAwaited) {
      found.add('I16', `Hold ${hold.id} has not ended, and no job will end it`);
    }
    if (!unknownsAllowed && hold.end === null && hold.expiresAt < books.overdueBefore) {
      found.add('I16', `Hold ${hold.id} is over since ${hold.expiresAt} and has not ended`);
    }
  }
}
