/** A name that the bank does not know, where a payee stands. */
import { has, is, textOf } from '../clauses.ts';
import type { Named } from './found.ts';
import type { Item } from '../item.ts';
import { isBilled, pricedEnd, thingEnd } from './labels.ts';
import { isCapital } from './tails.ts';

const nameLengthMax = 3;

export interface Slot {
  readonly end: number;
  readonly payee?: Named;
  readonly memo?: string;
  /** Words where a name would stand: `a big hug`. */
  readonly hasThing?: boolean;
  readonly hasWho?: boolean;
}

/** An unknown name stands after a verb, a preposition or a title; null if none of them is there. */
export function slotAt(
  source: string,
  items: readonly Item[],
  at: number,
  hasMemo: boolean,
): Slot | null {
  let before = at - 1;
  let isTitled = false;
  let hasArticle = false;
  while (is(items[before], 'title', 'small')) {
    if (is(items[before], 'title')) isTitled = true;
    else hasArticle = true;
    before -= 1;
  }
  const slot = items[before];
  if (!is(slot, 'to', 'from', 'send', 'request', 'get')) return null;
  let end = at;
  while (is(items[end], 'word') && end - at < nameLengthMax + 1) end += 1;
  const words = items.slice(at, end);
  const thing = hasArticle && !isTitled ? thingEnd(items, end) : null;
  if (thing !== null && !hasMemo) {
    return { end: thing, memo: textOf(source, items, before + 1, thing), hasThing: true };
  }
  if (is(slot, 'send') && isBilled(items, at, end) && !hasMemo) {
    return { end, memo: textOf(source, items, at, end) };
  }
  // "request the annual fee of 45 from José"
  const priced = hasArticle && !isTitled && !hasMemo ? pricedEnd(items, at) : null;
  if (priced !== null && is(slot, 'send', 'request') && has(words, 'bill')) {
    return { end: priced + 1, memo: textOf(source, items, before + 1, priced) };
  }
  const isName = isTitled || words.every(({ text }) => isCapital(text)) || words.length === 1;
  if (!isName || words.length > nameLengthMax || (hasArticle && !isTitled)) {
    return { end, hasWho: true, hasThing: true };
  }
  let first = at;
  while (is(items[first - 1], 'title')) first -= 1;
  const text = textOf(source, items, first, end);
  return { end, payee: { text, isKnown: false, isTarget: is(slot, 'to') } };
}
