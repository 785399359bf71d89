/** Whether a sentence asks about the past. */
import { numberOf } from '../calendar.ts';
import { is, isOrder, isPerson, nextOf } from '../clauses.ts';
import type { Range } from '../dates.ts';
import type { Item, Kind } from '../item.ts';

export const yearOf = (item: Item): Range | null => {
  if (!is(item, 'amount', 'number') || !/^20\d\d$/.test(item.text)) return null;
  const year = Number(item.text);
  return {
    from: numberOf({ year, month: 1, day: 1 }),
    to: numberOf({ year, month: 12, day: 31 }),
  };
};

export const nouns: readonly Kind[] = ['history', 'deposits', 'withdrawals', 'transfers'];

/** `my last 5 payments`: how many are to be listed. */
const isCount = (items: readonly Item[], at: number): boolean =>
  items[at]?.isMoney !== true && is(items[nextOf(items, at + 1)], ...nouns);

const past: readonly Kind[] = ['moved', 'in', 'out', 'show'];

/** A word that denies or imagines, and has no other meaning in a question. */
const isDenied = (item: Item): boolean =>
  is(item, 'guard') &&
  !is(item, 'ask', 'show', 'moved', 'in', 'out', 'small', 'me', 'I', 'sum', ...nouns);

/** `last 7 days please`: nothing but a date. */
const isPlainDate = (item: Item): boolean =>
  is(item, 'polite', 'small', 'mark', 'me') ||
  ['pastUnits', 'lastUnit', 'thisUnit', 'yesterday', 'month'].includes(item.dateSense ?? '');

/** `hab ich Ben die 5 geschickt`, but not `ich hab Ben 5 geschickt`. */
export function isAskedFirst(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => !is(item, 'polite', 'mark') || is(item, 'ask'));
  const item = items[at];
  const isAsked = items.at(-1)?.text === '?';
  if (isAsked && is(item, 'told', 'fact') && is(item, 'out', 'I') && !is(item, 'finite'))
    return true;
  if (is(item, 'I')) return is(item, 'ask') && item!.to - item!.from > 1;
  return is(item, 'ask') && is(items[at + 1], 'I', 'me');
}

/** `Zoë paid me?` */
const isPaidAsked = (items: readonly Item[]): boolean =>
  items.at(-1)?.text === '?' &&
  items.filter(isPerson).length === 1 &&
  items.some((item) => is(item, 'moved') && is(item, 'told', 'fact') && !is(item, 'request')) &&
  items.every((item) => !isDenied(item) || is(item, 'moved', 'told')) &&
  !items.some((item) => is(item, 'who', 'or', 'quote'));

/** Whether the sentence asks about the past, and does not order anything. */
export function isQuestion(items: readonly Item[]): boolean {
  const has = (...kinds: Kind[]) => items.some((item) => is(item, ...kinds));
  const isNamed = isAskedFirst(items) && has('moved') && items.some(isPerson);
  const isAmount = (item: Item, at: number) =>
    is(item, 'amount') && !yearOf(item) && !isCount(items, at);
  if (!isNamed && items.some(isAmount)) return false;
  if (has('others') || items.some((item) => is(item, 'repeat') && !item.repeat?.start))
    return false;
  if (isPaidAsked(items)) return true;
  if (items.some(isDenied) && !has('sum')) return false;
  if (has(...nouns) && (!has('send', 'request') || has('show', 'ask', 'sum'))) return true;
  if (has('sum', 'ask', 'show') && has('moved', 'in', 'out', 'deposits', 'withdrawals'))
    return true;
  const isOrdered = items.some((item) => isOrder(item) && !is(item, ...past, ...nouns));
  const isAbout = items.some((item) => isPerson(item) || is(item, 'date'));
  if (has('in', 'out') && isAbout && !isOrdered) return true;
  if (has('ask', 'show', 'all') && has('with') && items.some(isPerson)) return true;
  // "show everything from Mia"
  const isShown = items.some((item) => is(item, 'show') && !is(item, 'send'));
  if (isShown && has('all') && !isOrdered && items.some(isPerson)) return true;
  if (has('sum') && (has('deposit', 'withdraw') || items.some(isPerson))) return true;
  if (has('all') && !has('send') && (has('date') || (has('moved') && has('me', 'I')))) return true;
  if (isShown && has('quote') && !isOrdered && !items.some(isPerson)) return true;
  return has('date') && (has('show', 'ask') || items.every(isPlainDate));
}
