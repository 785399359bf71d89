/** Where a memo begins and ends. */
import { has, is, isFiller, isPerson, nextOf, textOf } from '../clauses.ts';
import type { DateSense } from '../language.ts';
import type { Item } from '../item.ts';

/** What has been found before the memo. */
export interface Seen {
  readonly hasPayee: boolean;
  readonly hasAmount: boolean;
  readonly hasVerb: boolean;
}

const coming: readonly DateSense[] = [
  'tomorrow',
  'afterTomorrow',
  'nextUnit',
  'nextWeekday',
  'inUnits',
];

/** A date that a memo cannot be about: the payment itself is to be made then. */
export const isComing = (item: Item): boolean =>
  item.dateSense !== undefined && coming.includes(item.dateSense);

const isEnd = (items: readonly Item[], at: number): boolean =>
  items.slice(at).every((item) => isFiller(item) || is(item, 'send', 'request'));

function endsAtMark(items: readonly Item[], at: number, seen: Seen): boolean {
  const { text } = items[at]!;
  // "Nr. 7"
  const isShort = (items[at - 1]?.text.length ?? 9) <= 3 && is(items[at + 1], 'amount', 'number');
  if (text === '.' && (items[at + 1]?.joined === true || isShort)) return false;
  if (/^[.!?;…。！？→]$/u.test(text)) return true;
  if (!/^[,、—–)(]$/u.test(text)) return false;
  const next = nextOf(items, at + 1);
  // "for the bike, 55 to Ben"
  const after = items[next + 1];
  const isAlone = after === undefined || isPerson(after) || is(after, 'to', 'mark', 'polite');
  if (!seen.hasAmount && is(items[next], 'amount') && isAlone) return true;
  return (
    is(items[next], 'aside', 'polite', 'send', 'request', 'note', 'repeat', 'for', 'correct') ||
    isEnd(items, at)
  );
}

/** An amount after a comma at the end: `for the tickets, 36`. */
const isLastAmount = (items: readonly Item[], at: number): boolean =>
  is(items[at], 'amount') &&
  /^[,:;–—-]$/.test(items[at - 1]?.text ?? '') &&
  items.slice(at + 1).every(isFiller);

/** In words, or with hundredths. */
const isPrice = (text: string): boolean => !/\d/.test(text) || /\d[.,]\d\d?$/.test(text);

/** `the monthly fee`: one word between an article and a thing says how often nothing is paid. */
const isRegularThing = (items: readonly Item[], at: number): boolean =>
  is(items[at], 'repeat') &&
  items[at]!.to - items[at]!.from === 1 &&
  is(items[at - 1], 'small') &&
  is(items[at + 1], 'word', 'bill');

function endsHere(items: readonly Item[], at: number, first: number, seen: Seen): boolean {
  const item = items[at]!;
  const next = items[nextOf(items, at + 1)];
  if (is(item, 'adjective') && is(items[at - 1], 'word')) return false;
  if (isRegularThing(items, at)) return false;
  if (is(item, 'repeat', 'guard', 'note') || isComing(item)) return true;
  if (is(item, 'mark')) return endsAtMark(items, at, seen);
  // "ice cream and thanks"
  if (is(item, 'and') && is(items[at + 1], 'polite') && isEnd(items, at + 1)) return true;
  if (is(item, 'polite')) return at > first && !is(items[at - 1], 'small') && isEnd(items, at);
  if (is(item, 'particle') && isEnd(items, at + 1)) return true;
  const isEmpty = items.slice(first, at).every((one) => is(one, 'small', 'mark'));
  if (isEmpty) return false;
  if (!seen.hasPayee && is(item, 'to', 'from') && isPerson(next)) return true;
  if (!seen.hasPayee && isPerson(item) && is(next, 'amount')) return true;
  if (!seen.hasAmount && (item.isMoney === true || isLastAmount(items, at))) return true;
  // "for the cake 7 to Zoë"
  const isPaid = !seen.hasAmount && !seen.hasPayee && is(item, 'amount');
  if (isPaid && is(items[at + 1], 'to') && isPerson(items[at + 2])) return true;
  // "for the lesson thirty five", "for gas 18.40": no number of a thing.
  const isSpelled = is(item, 'amount') && isPrice(item.text) && is(items[at - 1], 'word');
  if (!seen.hasAmount && isSpelled && items.slice(at + 1).every(isFiller)) return true;
  // "for the birthday gift, send 12 to Mia": a noun.
  const isNoun = is(items[at + 1], 'mark') && items.slice(at + 1).some((one) => is(one, 'send'));
  if (is(item, 'send', 'request') && !isNoun) {
    return !seen.hasVerb || (is(item, 'last') && isEnd(items, at));
  }
  return false;
}

/** The memo from an item on, and the item after it. */
export function memoFrom(
  source: string,
  items: readonly Item[],
  first: number,
  seen: Seen,
): { readonly memo: string; readonly end: number } {
  if (is(items[first], 'quote')) {
    return { memo: items[first]!.text.slice(1, -1).trim(), end: first + 1 };
  }
  let end = first;
  while (end < items.length && !endsHere(items, end, first, seen)) end += 1;
  return { memo: textOf(source, items, first, end), end: Math.max(end, first + 1) };
}

/** `los 22 de la cena`: whether a preposition after an amount begins what it is for. */
export const isReason = (items: readonly Item[], at: number): boolean =>
  is(items[at - 1], 'amount') &&
  ((is(items[at + 1], 'article') && is(items[at + 2], 'word', 'in', 'out')) ||
    isBareReason(items, at));

/** `400 de alquiler a Max`: without an article, before the payee or at the end. */
function isBareReason(items: readonly Item[], at: number): boolean {
  const next = items[at + 2];
  const isPlain = is(items[at + 1], 'word') && !isPerson(items[at + 1]);
  return (
    isPlain &&
    (next === undefined || is(next, 'mark') || (is(next, 'to') && isPerson(items[at + 3])))
  );
}

/** Words beside which a person and an amount still belong together. */
const isLoose = (item: Item): boolean => is(item, 'small', 'article', 'to', 'currency', 'mark');

/** A verb of payment; at the beginning and after an article it is a noun: `el pago`. */
const isVerb = (items: readonly Item[], at: number): boolean =>
  at > 0 &&
  is(items[at], 'send', 'request', 'deposit', 'withdraw') &&
  !is(items[at - 1], 'article', 'small', 'from');

/** `or 10`, `and to Laura`: more of the payment, not of what it is for. */
const isMore = (items: readonly Item[], at: number): boolean =>
  (is(items[at], 'or') &&
    is(items[at + 1], 'amount') &&
    (at + 2 >= items.length || is(items[at + 2], 'mark'))) ||
  (is(items[at], 'and') && is(items[at + 1], 'amount') && is(items[at + 2], 'to', 'who')) ||
  (is(items[at], 'or', 'and') && is(items[at + 1], 'to') && is(items[at + 2], 'word'));

/** Whether a memo has swallowed another payment: `the pizza and 10 to Anna`. */
export function holdsPayment(memo: readonly Item[]): boolean {
  const words = memo.filter((item) => isPerson(item) || is(item, 'amount') || !isLoose(item));
  const isBeside = words.some((item, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    return is(item, 'amount') && (isPerson(before) || isPerson(after));
  });
  const isOrdered =
    memo.some((item) => isPerson(item) || is(item, 'amount', 'half', 'all')) &&
    memo.some((_, at) => isVerb(memo, at));
  const link = memo.findIndex((item) => is(item, 'and'));
  const isShared = memo.some(
    (item, at) => link >= 0 && at > link && is(item, 'to') && isPerson(memo[at + 1]),
  );
  // "for Mia and 6 for Anna"
  const isSecond = is(memo[link + 1], 'amount') && link >= 0 && memo.some(isPerson);
  return isSecond || isShared || isBeside || isOrdered || memo.some((_, at) => isMore(memo, at));
}

/** `settle the caterer's bill`: after an article or a possessive, no verb. */
export const withNouns = (items: readonly Item[]): readonly Item[] =>
  items.map((item, at) => {
    // "wire the 300 deposit to Ben"
    const isThing = is(item, 'deposit') && is(items[at - 1], 'amount') && is(items[at + 1], 'to');
    if (isThing && has(items.slice(0, at), 'send') && isPerson(items[at + 2])) {
      return { ...item, kinds: new Set(['small'] as const) };
    }
    return is(item, 'bill') && is(item, 'request', 'send') && is(items[at - 1], 'small', 'word')
      ? { ...item, kinds: new Set(['word', 'bill'] as const) }
      : item;
  });

/** `5 to Mia for the tyres she got me`: a reason that tells something is text to its end. */
export function withToldReason(items: readonly Item[], source: string): readonly Item[] {
  const start = items.findIndex((item) => is(item, 'for') && !is(item, 'amount'));
  const before = items.slice(0, Math.max(0, start));
  const told = items.findIndex((item, at) => at > start + 1 && is(item, 'told'));
  const isWhole = before.some(isPerson) && before.some((item) => is(item, 'amount', 'half', 'all'));
  if (start < 0 || told < 0 || !isWhole || has(before, 'guard')) return items;
  const mark = items.findIndex((item, at) => at > start && is(item, 'mark'));
  const end = mark < 0 ? items.length : mark;
  const reason = items.slice(start + 1, end);
  const isNamed = reason.slice(0, told - start - 1).some((item) => is(item, 'word', 'bill'));
  const isText = reason.every(
    (item) =>
      !isPerson(item) &&
      !is(item, 'amount', 'repeat', 'request', 'correct', 'or', 'note') &&
      (!is(item, 'guard') || is(item, 'told')),
  );
  const isEnd = items.slice(end).every((item) => is(item, 'mark', 'polite'));
  if (told >= end || !isNamed || !isText || !isEnd) return items;
  const last = reason.findLastIndex((item) => !is(item, 'polite') || is(item, 'told'));
  const memo = textOf(source, items, start + 1, start + 2 + last);
  const quote = { ...reason[0]!, text: `"${memo}"`, kinds: new Set(['quote'] as const) };
  return [...items.slice(0, start), quote, ...items.slice(start + 2 + last)];
}

/** `5 to Mia, message: happy birthday`: after the colon, one clause is text, whatever it says. */
export function withWrittenMemo(items: readonly Item[], source: string): readonly Item[] {
  const label = items.findIndex(
    (item, at) => is(item, 'note') && (item.text.endsWith(':') || items[at + 1]?.text === ':'),
  );
  const before = items.slice(0, Math.max(0, label));
  let first = label + 1;
  while (is(items[first], 'mark')) first += 1;
  const text = items.slice(first);
  const isWhole = before.some(isPerson) && before.some((item) => is(item, 'amount', 'half', 'all'));
  const isText =
    text.some((item) => is(item, 'guard', 'told')) &&
    text.every((item) => !isPerson(item) && !is(item, 'amount', 'send', 'request', 'repeat')) &&
    text.every((item, at) => !is(item, 'mark') || at === text.length - 1);
  // "note: better not" takes the payment back.
  const isTaken =
    text.length < 4 &&
    text.some((item) => is(item, 'guard', 'correct') && !is(item, 'told')) &&
    text.every((item) => is(item, 'guard', 'correct', 'polite', 'small', 'mark'));
  if (isWhole && isTaken) return [...items, { ...text[0]!, kinds: new Set(['guard'] as const) }];
  if (!isWhole || !isText) return items;
  const memo = textOf(source, items, first, items.length);
  const quote = { ...text[0]!, text: `"${memo}"`, kinds: new Set(['quote'] as const) };
  return [...items.slice(0, first), quote];
}
