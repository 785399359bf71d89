/** What payments were for, in a question about the past. */
import { is, isPerson } from '../clauses.ts';
import type { Item } from '../item.ts';
import { isAskedFirst, nouns } from './asked.ts';

/** What a payment was for, after `for` or `about`: the words up to the next part. */
export function textFrom(items: readonly Item[], at: number): number {
  let end = at;
  while (end < items.length) {
    const item = items[end]!;
    const isPart = is(
      item,
      'date',
      'mark',
      'moved',
      'to',
      'from',
      'in',
      'out',
      'sum',
      'guard',
      'I',
      'me',
      'particle',
    );
    const isNoun = is(item, 'history') && end > at;
    if (isPerson(item) || isPart || isNoun || (is(item, 'polite') && end > at)) break;
    end += 1;
  }
  return end;
}

/** `hat Ben die Karten schon bezahlt`: a thing between a person and the verb. */
const isObject = (items: readonly Item[], at: number): boolean =>
  is(items[at - 1], 'small') &&
  (isAskedFirst(items) || isPersonAsked(items)) &&
  (is(items[textFrom(items, at)], 'moved', 'polite') ||
    (items.slice(0, at).some((item) => is(item, 'moved')) && isObjectEnd(items, at)));

/** `did Ben send me the rent` */
const isPersonAsked = (items: readonly Item[]): boolean => {
  const first = items.findIndex((item) => is(item, 'ask') || !is(item, 'polite', 'mark'));
  return is(items[first], 'ask') && isPerson(items[first + 1]);
};

/** The thing is last, or before the person: `did I send Anna the rent`. */
function isObjectEnd(items: readonly Item[], at: number): boolean {
  const end = textFrom(items, at);
  const isTo = is(items[end], 'to') && isPerson(items[end + 1]);
  return isTo || items.slice(end).every((item) => is(item, 'mark', 'polite', 'date'));
}

/** `how much rent did I pay` */
function isAfterSum(items: readonly Item[], at: number): boolean {
  const before = is(items[at - 1], 'from', 'small') ? items[at - 2] : items[at - 1];
  const isSpent = is(before, 'out') && before === items[at - 1];
  const next = items[textFrom(items, at)];
  // "how much did pizza cost me"
  if (is(items[at - 1], 'ask') && is(items[at - 2], 'sum') && is(next, 'out')) return true;
  return is(before, 'sum') && (isSpent || is(next, 'I', 'ask', 'moved', 'me'));
}

/** `coffee spending this year`, `my rent payments` */
function isBeforeNoun(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  const isFirst = before === undefined || is(before, 'show', 'polite', 'mark', 'sum', 'small');
  let end = at;
  while (is(items[end], 'word')) end += 1;
  const noun = items[end];
  const isNoun = is(noun, ...nouns) || (is(noun, 'sum') && is(noun, 'in', 'out'));
  return isFirst && end > at && isNoun;
}

/** `cherche pizza dans mes opérations`, `suche Zahlung Geburtstag`. */
const isSearched = (items: readonly Item[], at: number): boolean =>
  ((is(items[at - 1], 'show') || (is(items[at - 1], 'small') && is(items[at - 2], 'show'))) &&
    items.slice(textFrom(items, at)).some((item) => is(item, ...nouns))) ||
  (is(items[at - 1], ...nouns) && items.some((item) => is(item, 'show')));

export const isThing = (items: readonly Item[], at: number): boolean =>
  isObject(items, at) || isSearched(items, at) || isAfterSum(items, at) || isBeforeNoun(items, at);
