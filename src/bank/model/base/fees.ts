/** What the bank charges for movements that customers ask for. */
import type { RequestId } from './types.ts';

export const feeKinds = ['TRANSFER', 'WITHDRAWAL', 'DEPOSIT'] as const;
export type FeeKind = (typeof feeKinds)[number];

/** A fee is announced at least so many days before it holds. */
export const feeNoticeDays = 7;
export const perMilleMax = 1_000;
export const freeMax = 10_000;

/** Minor units; all zero: the movement is free. */
export interface FeeTerms {
  readonly flat: bigint;
  /** Of the amount. */
  readonly perMille: bigint;
  readonly least: bigint;
  /** Null: no maximum. */
  readonly most: bigint | null;
  /** So many movements of one customer in a month, in UTC, are free. */
  readonly free: number;
}

export interface Fee extends FeeTerms {
  readonly id: RequestId;
  readonly kind: FeeKind;
  readonly from: Date;
}

/** What will be charged for a kind of movement. */
export interface ComingFee extends FeeTerms {
  readonly movement: FeeKind;
  readonly from: Date;
}

/** The fee of an amount. */
export type FeeOf = (amount: bigint) => bigint;

export const noFee: FeeOf = () => 0n;

/**
 * The flat part and the share of the amount, which is rounded down to the minor unit, at least
 * `least` and at most `most`. It never falls when the amount rises.
 */
export function feeOf({ flat, perMille, least, most }: FeeTerms, amount: bigint): bigint {
  const fee = flat + (amount * perMille) / 1000n;
  const atLeast = fee < least ? least : fee;
  return most !== null && atLeast > most ? most : atLeast;
}

export const isFree = ({ flat, perMille, least }: FeeTerms): boolean =>
  flat === 0n && perMille === 0n && least === 0n;

const isLater = (one: Fee, other: Fee): boolean =>
  one.from.getTime() === other.from.getTime()
    ? one.id > other.id
    : one.from.getTime() > other.from.getTime();

/** The fee of the kind that holds at this time; of two that begin together the later decided. */
export function feeAt(fees: readonly Fee[], kind: string, at: Date): Fee | null {
  let found: Fee | null = null;
  for (const fee of fees) {
    if (fee.kind !== kind || fee.from > at) continue;
    if (found === null || isLater(fee, found)) found = fee;
  }
  return found;
}

/** The largest amount that can leave together with its fee; zero where there is none. */
export function largestWithFee(available: bigint, fee: FeeOf): bigint {
  if (available <= 0n) return 0n;
  if (fee(available) === 0n) return available;
  let [low, high] = [0n, available];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle + fee(middle) <= available) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** A kind of movement as customers see its fees. */
export interface FeeView {
  readonly kind: FeeKind;
  /** Null: nothing is charged. */
  readonly now: FeeTerms | null;
  /** What of the allowance of this month is left for the customer. */
  readonly freeLeft: number;
  /** Announced, the soonest first. */
  readonly coming: readonly (FeeTerms & { readonly from: Date })[];
}
