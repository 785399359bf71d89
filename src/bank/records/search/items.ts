/**
 * What an entry can be found by, each as a number of 31 bits: parts of its memo of 1, 2, 3 and 5
 * characters, its kind, its direction, the account on its other side, and its amount. Numbers may
 * coincide; then a block is read in vain.
 */
import { smallNumber } from '../../../lib/assert.ts';
import { type AmountRange, moneyMax } from '../../model/index.ts';
import { foldedCodes } from './fold.ts';

/** Seven bits for the slice that has the item, and 24 to find it there. */
export const sliceOf = (item: number): number => item >>> 24;
export const slices = 128;
export const markOf = (item: number): number => item & 0xff_ffff;

const step = (hash: number, code: number): number => {
  const mixed = Math.imul(hash ^ code, 0x9e37_79b1);
  return mixed ^ (mixed >>> 15);
};

function finished(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85eb_ca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) & 0x7fff_ffff;
}

// Seeds keep the different sorts of items apart; one for each length of a part.
const seeds = { text: 11, kind: 12, direction: 13, party: 14, amount: 15 };
const lengths = [5, 3, 2, 1] as const;
type Length = (typeof lengths)[number];

/** Calls `add` with the parts of a memo that do not end within its first `known` characters. */
export function eachNewPart(
  codes: readonly number[],
  known: number,
  add: (item: number) => void,
): void {
  for (let at = Math.max(0, known - lengths[0] + 1); at < codes.length; at += 1) {
    const left = codes.length - at;
    let hash = step(seeds.text, codes[at]!);
    add(finished(hash ^ 1));
    if (left < 2) continue;
    hash = step(hash, codes[at + 1]!);
    add(finished(hash ^ 2));
    if (left < 3) continue;
    hash = step(hash, codes[at + 2]!);
    add(finished(hash ^ 3));
    if (left < 5) continue;
    hash = step(step(hash, codes[at + 3]!), codes[at + 4]!);
    add(finished(hash ^ 5));
  }
}

function partAt(codes: readonly number[], at: number, length: Length): number {
  let hash = seeds.text;
  for (let next = at; next < at + length; next += 1) hash = step(hash, codes[next]!);
  return finished(hash ^ length);
}

/** More than these say little more and cost a read each. */
const partsMax = 4;

/** Parts that every memo with the text has: of the greatest length, spread over the text. */
export function partsOfSearch(text: string): readonly number[] {
  const codes = foldedCodes(text);
  const length = lengths.find((each) => each <= codes.length);
  if (length === undefined) return [];
  const last = codes.length - length;
  const count = Math.min(partsMax, last + 1);
  const places = Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * last) / (count - 1)),
  );
  return [...new Set(places.map((at) => partAt(codes, at, length)))];
}

function named(seed: number, name: string): number {
  let hash = seed;
  for (let at = 0; at < name.length; at += 1) hash = step(hash, name.charCodeAt(at));
  return finished(hash);
}

export const kindItem = (kind: string): number => named(seeds.kind, kind);
export const directionItem = (direction: 'in' | 'out'): number => named(seeds.direction, direction);
/** Of an amount without its sign. */
export const amountItem = (minorUnits: bigint): number => named(seeds.amount, `${minorUnits}`);

/** All in one slice, because a search for a range wants many of them. */
const stepsSlice = 90;
const stepsPerDoubling = 4;

/** Amounts in steps of a quarter of a power of two; greater amounts have no lower step. */
export function amountStep(minorUnits: bigint): number {
  const amount = smallNumber(minorUnits);
  const doublings = Math.floor(Math.log2(amount));
  const power = 2 ** doublings;
  return doublings * stepsPerDoubling + Math.floor((amount / power - 1) * stepsPerDoubling);
}

export const amountStepItem = (step: number): number => stepsSlice * 0x100_0000 + step;

/** A range of so few amounts is looked for by each of them. */
const amountsMax = 16n;

/** Of these items, an entry with such an amount has one. */
export function amountItems(range: AmountRange): readonly number[] {
  const [least, most] = [range.least ?? 1n, range.most ?? moneyMax];
  if (most < least) return [];
  if (most - least < amountsMax) {
    const count = smallNumber(most - least) + 1;
    return Array.from({ length: count }, (_, more) => amountItem(least + BigInt(more)));
  }
  const [from, to] = [least, most].map((each) => amountStep(each < 1n ? 1n : each));
  return Array.from({ length: to! - from! + 1 }, (_, more) => amountStepItem(from! + more));
}

export const partyItem = (accountId: string): number => named(seeds.party, accountId);
