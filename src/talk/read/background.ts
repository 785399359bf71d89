/** What is said before an order, and explains it: "Ben paid for everyone, give him 14". */
import { clausesOf, is, isPerson } from './clauses.ts';
import type { Item } from './item.ts';
import { isReason } from './memo.ts';

/** After an article, the word of a verb is a noun: `la factura`. */
const isVerb = (clause: readonly Item[], at: number): boolean =>
  is(clause[at], 'send', 'request') && !is(clause[at - 1], 'article');

/** A clause that orders a payment: by its verb, or as an amount and a payee. */
function isOrder(clause: readonly Item[]): boolean {
  const isVerbAt = (item: Item, at: number) => isVerb(clause, at) || is(item, 'gets');
  if (clause.some((item, at) => isVerbAt(item, at) && !is(item, 'told', 'guard'))) return true;
  const hasPayee = clause.some((item, at) => is(item, 'to') && isPerson(clause[at + 1]));
  const isTold = clause.some((item) => is(item, 'told', 'guard'));
  return hasPayee && !isTold && clause.some((item) => is(item, 'amount'));
}

/** A clause that tells something, and neither orders nor forbids, doubts or quotes anything. */
function isBackground(clause: readonly Item[]): boolean {
  const words = clause.filter((item) => !is(item, 'mark'));
  return (
    (words.length > 1 || words.some((item) => is(item, 'past'))) &&
    words.some((item) => is(item, 'told')) &&
    words.every((item) => is(item, 'told') || !is(item, 'guard', 'or', 'correct', 'quote')) &&
    words.every((item, at) => is(item, 'told') || !isVerb(words, at))
  );
}

/** An amount that the clause names as owed: after a verb, or after an article. */
const isOwed = (clause: readonly Item[], at: number): boolean =>
  is(clause[at], 'amount') && is(clause[at - 1], 'told', 'article', 'due');

/** The parts of an order that only its background names: who, how much, what for. */
function partsOf(clause: readonly Item[], order: readonly Item[]): Item[] {
  const hasPerson = order.some((item) => isPerson(item) || is(item, 'who'));
  const hasAmount = order.some((item) => is(item, 'amount', 'half', 'all', 'vague'));
  const hasReason = order.some((item) => is(item, 'for', 'note', 'quote'));
  const reason = clause.findIndex(
    (item, at) => is(item, 'for') || (is(item, 'from') && isReason(clause, at)),
  );
  return clause.flatMap((item, at) => {
    if (reason >= 0 && at >= reason) return hasReason ? [] : [item];
    if (isPerson(item)) return hasPerson ? [] : [item];
    if (hasAmount || !is(item, 'amount')) return [];
    // Another amount may be meant or not, so it is asked about.
    return [isOwed(clause, at) ? item : { ...item, amount: null }];
  });
}

/** Without the reason at the end: "pay Anna 19 because she ordered sushi". */
function withoutReason(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item) => is(item, 'reason'));
  const reason = items.slice(Math.max(0, at));
  const isPlain = reason.every(
    (item) =>
      !isPerson(item) &&
      !is(item, 'amount', 'repeat', 'correct', 'or') &&
      (is(item, 'told') || !is(item, 'guard', 'send', 'request')),
  );
  return at > 0 && isPlain ? items.slice(0, at) : items;
}

/** The items without statements before the order, except for what the order leaves to them. */
export function withoutBackground(all: readonly Item[]): readonly Item[] {
  const items = withoutReason(all);
  if (!items.some((item) => is(item, 'told'))) return items;
  const numbers = clausesOf(items);
  const clauses = [...new Set(numbers)].map((number) =>
    items.filter((_, at) => numbers[at] === number),
  );
  const first = clauses.findIndex(isOrder);
  // Of two orders, neither can be completed from what was said before.
  if (first <= 0 || clauses.filter(isOrder).length > 1) return items;
  const order = clauses.slice(first).flat();
  if (order.filter((_, at) => isVerb(order, at)).length > 1) return items;
  return clauses.flatMap((clause, at) =>
    at < first && isBackground(clause) ? partsOf(clause, order) : clause,
  );
}
