/** Memos that no word introduces: before a colon, in brackets, after the amount. */
import { has, is, isPerson, nextOf, textOf } from '../clauses.ts';
import type { Item } from '../item.ts';

/** `my share of the gift, 12 to Anna`: nothing but the thing, the amount and the payee. */
function shareEnd(items: readonly Item[]): number | null {
  const comma = items.findIndex((item) => is(item, 'mark'));
  const first = titleStart(items);
  const before = items.slice(first, Math.max(first, comma));
  const words = before.filter((item) => is(item, 'word'));
  const after = items.slice(comma + 1).filter((item) => !is(item, 'mark', 'polite', 'repeat'));
  // "pay Anna's invoice, 230 to Anna"
  const isOwned = isPerson(before[0]) && /^['’]s$/.test(before[1]?.text ?? '');
  const isThing =
    (is(before[0], 'small') || isOwned) &&
    (first > 0 || has(before, 'bill')) &&
    before.every(
      (item, at) =>
        is(item, 'word', 'small', 'from') ||
        (isOwned && at === 0) ||
        is(before[at - 1], 'article', 'small'),
    );
  const isRest =
    after.length === 3 && is(after[0], 'amount') && is(after[1], 'to') && isPerson(after[2]);
  const isLong = words.length > 1 || (first > 0 && words.length > 0);
  return items[comma]?.text === ',' && isLong && isThing && isRest ? comma : null;
}

/** `for the farewell gift:` */
const isNoun = (before: readonly Item[], at: number): boolean =>
  is(before[0], 'for') && at === before.length - 1 && is(before[at], 'send') && at > 1;

/** `settle the bill: 48 to Mia`: a verb and an article may begin it. */
const titleStart = (items: readonly Item[]): number => {
  const verb = items.findIndex((item) => !is(item, 'polite'));
  const isVerb = is(items[verb], 'send') && items[verb]!.to - items[verb]!.from === 1;
  const isOwned = isPerson(items[verb + 1]) && /^['’]s$/.test(items[verb + 2]?.text ?? '');
  return isVerb && (is(items[verb + 1], 'small', 'article') || isOwned) ? verb + 1 : 0;
};

/** The colon after a memo at the beginning, as in `for pizza: 5 to Ben`; null if there is none. */
function titleEnd(items: readonly Item[]): number | null {
  const colon = items.findIndex(({ text }) => text === ':');
  if (colon < 1) return shareEnd(items);
  const before = items.slice(titleStart(items), colon);
  const after = items.slice(colon + 1);
  const isTitle =
    before.some((item) => is(item, 'word')) &&
    before.every(
      (item, at) =>
        !isPerson(item) &&
        (!is(item, 'send', 'request', 'note', 'amount') || isNoun(before, at)) &&
        (at === 0 ? !is(item, 'to') || is(item, 'for') : !is(item, 'to', 'for')),
    );
  const isPayment = after.some(isPerson) && after.some((item) => is(item, 'amount'));
  return isTitle && isPayment ? colon : null;
}

/** A memo before the payment, and where it ends. */
export function titleOf(
  source: string,
  items: readonly Item[],
): { readonly memo: string; readonly end: number } | null {
  const colon = titleEnd(items);
  if (colon === null) return null;
  const start = titleStart(items);
  const first = is(items[start], 'for') ? start + 1 : start;
  return { memo: textOf(source, items, first, colon), end: colon + 1 };
}

/** Whether an opening bracket begins a text, and not another part of the payment. */
export function isBracketed(items: readonly Item[], at: number): boolean {
  if (items[at]?.text !== '(') return false;
  const end = items.findIndex(({ text }, index) => index > at && text === ')');
  const inside = items.slice(at + 1, Math.max(at + 1, end));
  return inside.some((item) => !is(item, 'amount', 'repeat', 'polite', 'guard'));
}

/** The first of the articles before a word. */
function articleOf(items: readonly Item[], at: number): number {
  let first = at;
  while (first > 0 && is(items[first - 1], 'small')) first -= 1;
  return first;
}

/** Where a memo begins: with its article, after a mark or the amount. */
export function withArticle(items: readonly Item[], at: number): number {
  const first = articleOf(items, at);
  if (is(items[first - 1], 'mark') || isLabel(items, at)) return first;
  // "argent de poche": a word for money that begins the memo.
  const whole = is(items[first - 1], 'some', 'currency') ? first - 1 : first;
  if (is(items[whole - 1], 'mark')) return whole;
  let article = at;
  while (is(items[article - 1], 'article')) article -= 1;
  return article;
}

/** `3 gems pocket money for Mia`: where the words between money and the last payee end. */
function labelEnd(items: readonly Item[], at: number): number | null {
  let end = at;
  while (is(items[end], 'word')) end += 1;
  const words = items.slice(at, end);
  const isNamed =
    is(items[end], 'to', 'for') && isPerson(items[end + 1]) && end + 2 >= items.length;
  const isMoney = items[at - 1]?.isMoney === true || words.every((item) => is(item, 'bill'));
  return is(items[at - 1], 'amount') && isMoney && isNamed ? end : null;
}

/** Words between the amount and a mark, with an article: `9.50 the bread, to Ben`. */
export function isLabel(items: readonly Item[], at: number): boolean {
  const first = articleOf(items, at);
  const end = items.findIndex((item, index) => index > at && is(item, 'mark'));
  return (
    first < at &&
    is(items[first - 1], 'amount') &&
    end > at &&
    items.slice(at, end).every((item) => is(item, 'word', 'small', 'date', 'counted')) &&
    items.slice(end).some(isPerson)
  );
}

/** A thing between the payee and the amount: `cóbrale a Zoë la entrada, 12`. */
export function isThing(items: readonly Item[], at: number): boolean {
  const end = items.findIndex((item, index) => index > at && is(item, 'mark'));
  const words = items.slice(at, Math.max(at, end));
  const isNamed =
    is(items[at - 1], 'small') && items[at - 1]?.joined !== true && isPerson(items[at - 2]);
  return (
    (is(items[at - 1], 'article') || isNamed) &&
    words.every((item) => !isPerson(item) && !is(item, 'amount', 'send', 'request', 'to', 'for')) &&
    words.every((item) => !is(item, 'guard', 'repeat')) &&
    is(items[nextOf(items, end + 1)], 'amount')
  );
}

/** Where a thing before its amount ends: `her allowance of 10`; null if no amount follows. */
export function pricedEnd(items: readonly Item[], at: number): number | null {
  let end = at;
  while (is(items[end], 'word')) end += 1;
  const isPriced = is(items[end], 'from') && is(items[end + 1], 'amount', 'half');
  return end > at && isPriced ? end : null;
}

/** `her lunch money ten gems`: after the payee and a possessive, up to money at the end. */
function givenEnd(items: readonly Item[], at: number): number | null {
  let end = at;
  while (is(items[end], 'word', 'some') || (end > at && is(items[end], 'small', 'from'))) end += 1;
  let owner = at - 2;
  while (is(items[owner], 'polite')) owner -= 1;
  const isOwned = is(items[at - 1], 'small', 'who', 'article') && isPerson(items[owner]);
  const rest = items.slice(end + 1);
  const isLast = rest.every((item) => is(item, 'polite', 'mark', 'repeat'));
  return end > at && isOwned && items[end]?.isMoney === true && isLast ? end : null;
}

/** Where the thing that is paid ends, as in `pay the rent to Anna`; null if no person follows. */
export function thingEnd(items: readonly Item[], end: number): number | null {
  let stop = end;
  const isPart = (at: number): boolean =>
    is(items[at], 'date') || (at > end && is(items[at], 'word')) || isOf(at);
  const isOf = (at: number): boolean =>
    is(items[at], 'small', 'from') && !is(items[at], 'to') && is(items[at + 1], 'word');
  while (isPart(stop)) stop += 1;
  return is(items[stop], 'to') && isPerson(items[stop + 1]) ? stop : null;
}

/** A text between a person and the amount: `Ben: pizza, 5`. */
export const isAfterColon = (items: readonly Item[], at: number): boolean =>
  items[at - 1]?.text === ':' &&
  isPerson(items[at - 2]) &&
  items.slice(at).some((item) => item.isMoney === true);

/** What is paid for again and again, before an amount and a payee: `pay rent 400 to Max`. */
export const isBilled = (items: readonly Item[], at: number, end: number): boolean =>
  items.slice(at, end).every((item) => is(item, 'bill')) &&
  is(items[end], 'amount') &&
  is(items[end + 1], 'to') &&
  isPerson(items[end + 2]);

/** A memo without a preposition, and the place after it and its preposition. */
export function ownMemo(
  items: readonly Item[],
  at: number,
  seen: { readonly hasPayee: boolean; readonly hasAmount: boolean },
): { readonly end: number; readonly next: number } | null {
  if (seen.hasPayee && seen.hasAmount) return null;
  const end = seen.hasPayee ? givenEnd(items, at) : labelEnd(items, at);
  if (end !== null) return { end, next: end };
  const priced = seen.hasPayee ? pricedEnd(items, at) : null;
  return priced === null ? null : { end: priced, next: priced + 1 };
}
