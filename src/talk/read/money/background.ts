/** What is said before an order, and explains it: "Ben paid for everyone, give him 14". */
import { clausesOf, is, isPerson } from '../clauses.ts';
import type { Item } from '../item.ts';
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
  is(clause[at], 'amount') &&
  (is(clause[at - 1], 'told', 'article', 'due') ||
    (is(clause[at - 1], 'me') && is(clause[at - 2], 'told')));

/** The parts of an order that only its background names: who, how much, what for. */
function partsOf(clause: readonly Item[], order: readonly Item[]): Item[] {
  // "Mia owes me 20, ask her": a debtor who is asked is the person that was named.
  const isDebt = clause.some((item, at) => is(item, 'told') && is(clause[at + 1], 'me'));
  const isAsked = isDebt && order.some((item) => is(item, 'request') && !is(item, 'send'));
  const hasPerson = order.some((item) => isPerson(item) || (is(item, 'who') && !isAsked));
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

/** A sentence after the order that tells something: "pay Ben 2, he made me laugh". */
const isTail = (items: readonly Item[], at: number): boolean =>
  /^[,.!;–—-]$/.test(items[at - 1]?.text ?? '') &&
  is(items[at], 'aside') &&
  is(items[at + 1], 'past') &&
  items.slice(0, at).some((item) => is(item, 'amount', 'half', 'all')) &&
  items.slice(0, at).some(isPerson);

/** Without the reason at the end: "pay Anna 19 because she ordered sushi". */
function withoutReason(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item, index) => is(item, 'reason') || isTail(items, index));
  const reason = items.slice(Math.max(0, at));
  const isPlain = reason
    .slice(1)
    .every(
      (item) =>
        !isPerson(item) &&
        !is(item, 'amount', 'repeat', 'correct', 'or') &&
        (is(item, 'told') || !is(item, 'guard', 'request')),
    );
  return at > 0 && isPlain ? items.slice(0, at) : items;
}

/** `ask Ben if he can give me 5`: asks for 5, and sets no condition. */
function withoutIf(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex(
    (item, index) =>
      is(item, 'guard') &&
      !is(item, 'ask', 'told') &&
      isPerson(items[index - 1]) &&
      is(items[index - 2], 'request') &&
      items[index - 2]!.to - items[index - 2]!.from === 1,
  );
  if (at < 0) return items;
  const verb = items.findIndex((item, index) => index > at && is(item, 'request'));
  const between = items.slice(at + 1, Math.max(at + 1, verb));
  const isPlain = between.every((item) => is(item, 'who', 'aside', 'word', 'polite', 'small'));
  const isAsked = verb > at && between.length <= 3 && isPlain && is(items[verb], 'me', 'moved');
  return isAsked ? [...items.slice(0, at), ...items.slice(verb)] : items;
}

/** `my share of the rent is 85, send it to Anna`: of what is said first, the amount counts. */
function withoutPrice(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item) => is(item, 'mark'));
  const [verb, amount] = [items[at - 2], items[at - 1]];
  const before = items.slice(0, Math.max(0, at - 2));
  const after = items.slice(at + 1);
  const isPlain = before.every(
    (item) =>
      !isPerson(item) &&
      !is(item, 'amount', 'all', 'who', 'send', 'request', 'or', 'repeat', 'quote') &&
      (!is(item, 'guard') || is(item, 'be')),
  );
  const isPriced = is(verb, 'be') && is(amount, 'amount') && isPlain && before.length > 0;
  const isSent = is(after[0], 'send') && !after.some((item) => is(item, 'amount', 'half', 'all'));
  return isPriced && isSent ? [amount!, ...items.slice(at)] : items;
}

/** `thanks Ben for the ride! send Ben 5`: without the thanks, if an order follows. */
function withoutThanks(items: readonly Item[]): readonly Item[] {
  const mark = items.findIndex((item) => is(item, 'mark') && /^[,.!;]$/.test(item.text));
  const isThanked = is(items[0], 'thanks') && !is(items[mark - 1], 'amount');
  const rest = items.slice(mark + 1);
  return mark > 0 && isThanked && isOrder(rest) ? rest : items;
}

/** `Mia carried us, so 10 to Mia`: without what explains an order that is whole by itself. */
function withoutCause(items: readonly Item[]): readonly Item[] {
  const so = items.findIndex((item, at) => at > 0 && is(item, 'so'));
  const before = items.slice(0, Math.max(0, so));
  const order = items.slice(so + 1);
  const payees = order.filter(isPerson);
  const isWhole =
    payees.length === 1 &&
    order.some((item) => is(item, 'amount', 'half', 'all')) &&
    !order.some((item) => is(item, 'guard', 'told', 'fact', 'who'));
  const isSame = (item: Item) => payees[0]?.text.toLowerCase().includes(item.text.toLowerCase());
  const isPlain = before.every(
    (item) =>
      (isPerson(item) ? isSame(item) === true : true) &&
      !is(item, 'amount', 'half', 'all', 'or', 'correct', 'quote', 'repeat', 'reason') &&
      (is(item, 'told', 'fact') || !is(item, 'guard', 'send', 'request', 'others')),
  );
  return isWhole && isPlain && before.some(isPerson) ? order : items;
}

/** The items without statements before the order, except for what the order leaves to them. */
export function withoutBackground(all: readonly Item[]): readonly Item[] {
  const items = withoutCause(withoutPrice(withoutReason(withoutIf(withoutThanks(all)))));
  if (!items.some((item) => is(item, 'told'))) return items;
  const numbers = clausesOf(items);
  const clauses = [...new Set(numbers)].map((number) =>
    items.filter((_, at) => numbers[at] === number),
  );
  const first = clauses.findIndex(isOrder);
  // Of two orders, neither can be completed from what was said before.
  if (first <= 0 || clauses.filter(isOrder).length > 1) return items;
  const order = clauses.slice(first).flat();
  const verbs = order.filter((_, at) => isVerb(order, at) && !is(order[at - 1], 'small'));
  if (verbs.length > 1) return items;
  return clauses.flatMap((clause, at) =>
    at < first && isBackground(clause) ? partsOf(clause, order) : clause,
  );
}
