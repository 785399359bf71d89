/** Words beside the payment, and words whose meaning depends on what was read before them. */
import { is, isPerson, nextOf } from '../clauses.ts';
import type { Item } from '../item.ts';
import { isBracketed } from './labels.ts';
import { isComing, type Seen } from './memo.ts';

/** `5 4 pizza`, `5 2 Ben`: digits that are written for a preposition. */
export function isPreposition(items: readonly Item[], at: number, seen: Seen): boolean {
  const next = items[nextOf(items, at + 1)];
  if (!is(items[at], 'amount')) return false;
  if (!seen.hasAmount || next === undefined) return false;
  if (is(items[at], 'to')) return isPerson(next) && !seen.hasPayee;
  return is(items[at], 'for') && (is(next, 'word') || isPerson(next));
}

/** After payee, amount and a comma: `Anna, 75, deposit for the hall` moves nothing in. */
function isNoun(items: readonly Item[], at: number): boolean {
  // "3 a Mia, la paga"
  const isArticled = is(items[at + 1], 'article') && is(items[at + 2], 'send');
  if (/^[,:–—-]$/.test(items[at]!.text) && isArticled && at + 3 >= items.length) return true;
  const first = items[nextOf(items, at + 1)];
  return (
    /^[,:–—-]$/.test(items[at]!.text) &&
    is(first, 'deposit', 'withdraw', 'history', 'help', 'password', 'staff', 'security') &&
    !is(first, 'polite', 'small', 'send', 'request') &&
    !items.slice(at).some((item) => isPerson(item) || is(item, 'amount', 'half', 'all', 'guard'))
  );
}

/** `Mia 40, Saturday bowling`: a date that belongs to the memo. */
const isDated = (items: readonly Item[], at: number): boolean =>
  /^[,:–—-]$/.test(items[at]!.text) &&
  items[at + 1]?.date !== undefined &&
  !isComing(items[at + 1]!) &&
  is(items[at + 2], 'word');

/** Whether a mark after payee and amount begins the memo. */
export const beginsMemo = (items: readonly Item[], at: number): boolean =>
  isBracketed(items, at) || isNoun(items, at) || isDated(items, at);

/**
 * `give Ben 5 stars`: after a verb that also gives things, a number without a currency counts the
 * word after it. `Max: 5 points, Mia: 7 points` is about two people.
 */
export function isCounted(items: readonly Item[], at: number, verbs: readonly Item[]): boolean {
  const isBare =
    is(items[at - 1], 'amount') && items[at - 1]?.isMoney !== true && !is(items[at], 'bill');
  const rest = items.slice(at);
  const isOther = rest.some(isPerson) && rest.some((item) => is(item, 'amount'));
  return (isBare && verbs.some((item) => is(item, 'carry'))) || isOther;
}

/** `5 quarterly reports`: an interval that describes what is counted. */
export const isDescribing = (items: readonly Item[], at: number): boolean =>
  is(items[at - 1], 'amount') &&
  items[at - 1]!.isMoney !== true &&
  items[at]!.to - items[at]!.from === 1 &&
  is(items[at + 1], 'word') &&
  !is(items[at + 1], 'bill') &&
  !isCapital(items[at + 1]!.text);

export const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** A sentence of its own beside the request: "she is great". */
export function isAside(items: readonly Item[], clauses: readonly number[], at: number): boolean {
  const rest = items.filter((_, index) => index >= at && clauses[index] === clauses[at]);
  const isEssential = rest.some(
    (item) => isPerson(item) || is(item, 'amount', 'send', 'request', 'deposit', 'withdraw'),
  );
  return !isEssential && rest.some((item) => is(item, 'aside'));
}

/** `give Zoë her allowance`, `take 5 from my account and give them to Ben`: no other payee. */
export const isOwnerOrMoney = (
  items: readonly Item[],
  at: number,
  verbs: readonly Item[],
): boolean => (isPerson(items[at - 1]) && is(items[at + 1], 'word')) || isGivenOn(items, at, verbs);

const isGivenOn = (items: readonly Item[], at: number, verbs: readonly Item[]): boolean =>
  is(items[at - 1], 'send') &&
  is(items[at + 1], 'to') &&
  isPerson(items[at + 2]) &&
  verbs.some((item) => is(item, 'withdraw'));

/** `to 12345`: digits that are no account number. */
export function isWrongAccount(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const isOther = items.some((other, index) => index !== at && is(other, 'amount'));
  return isOther && is(item, 'amount', 'number') && /^\d{4,}$/.test(item!.text);
}

/** `towards Zoë's birthday present`: a thing of the person, who may not be the payee. */
export const isPossessor = (items: readonly Item[], at: number): boolean =>
  /^['’]s$/.test(items[at + 1]?.text ?? '') &&
  (is(items[at + 2], 'word', 'send', 'who', 'bill', 'title') ||
    // "Ben's 20 to him"
    (is(items[at + 2], 'amount') && is(items[at + 3], 'to') && is(items[at + 4], 'who')));

/** Whether a word after a name may belong to the name. */
export const isUnsettled = (items: readonly Item[], at: number): boolean =>
  isCapital(items[at]!.text) || is(items[at + 1], 'amount');

/** After an amount, `from` and an article: `5 of my stamps` counts stamps. */
export function isOfMine(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (is(items[before], 'small') && !is(items[before], 'from')) before -= 1;
  const isFrom = is(items[before], 'from') && !is(items[before], 'to', 'for');
  return isFrom && is(items[before - 1], 'amount');
}

const past = ['yesterday', 'beforeYesterday', 'lastUnit', 'lastWeekend', 'unitsAgo'] as const;

/** `the 12 gems from yesterday`: a past date of an amount with an article. */
export const isOfThen = (items: readonly Item[], at: number): boolean =>
  past.some((sense) => items[at]?.dateSense === sense) &&
  is(items[at - 1], 'amount') &&
  is(items[at - 2], 'small', 'article');

/** Whether a person stands after a preposition of payees: `to the user Ben`. */
export function isTargetAt(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (is(items[before], 'small', 'title') && !is(items[before], 'to')) before -= 1;
  return is(items[before], 'to') && !is(items[before], 'from');
}
