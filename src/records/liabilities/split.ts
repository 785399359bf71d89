/** The shares of an account and their places, derived from the night's secret seed. */
import { createHmac } from 'node:crypto';
import { FormError } from '../base/bytes.ts';
import { liabilitySaltBytes, type Share, sharesPerAccount, type SumNode } from './shares.ts';
import { shareNode } from './sum-tree.ts';

export interface Balance {
  readonly accountNumber: string;
  readonly balance: bigint;
}

const derive = (seed: Uint8Array, purpose: string): Buffer =>
  createHmac('sha256', seed).update(purpose).digest();

/** Random shares that add up to the balance. */
export function sharesOf(
  seed: Uint8Array,
  day: string,
  { accountNumber, balance }: Balance,
): Share[] {
  if (balance < 0n) throw new FormError('a balance below zero');
  const cuts = [0n, balance];
  for (let number = 1; number < sharesPerAccount; number += 1) {
    const random = derive(seed, `cut ${accountNumber} ${number}`).readBigUInt64BE();
    cuts.push((random * (balance + 1n)) >> 64n);
  }
  const sorted = cuts.toSorted((one, other) => (one < other ? -1 : 1));
  return Array.from({ length: sharesPerAccount }, (_, index) => ({
    day,
    accountNumber,
    number: index + 1,
    amount: sorted[index + 1]! - sorted[index]!,
    salt: new Uint8Array(
      derive(seed, `salt ${accountNumber} ${index + 1}`).subarray(0, liabilitySaltBytes),
    ),
  }));
}

export interface Leaves {
  readonly nodes: readonly SumNode[];
  /** `account number/share` → index of the leaf. */
  readonly places: ReadonlyMap<string, number>;
}

export const placeOf = ({
  accountNumber,
  number,
}: Pick<Share, 'accountNumber' | 'number'>): string => `${accountNumber}/${number}`;

/** All shares in the order of their hashes, which is random. */
export function leavesOf(seed: Uint8Array, day: string, balances: readonly Balance[]): Leaves {
  const made = balances
    .flatMap((balance) => sharesOf(seed, day, balance))
    .map((share) => ({ place: placeOf(share), node: shareNode(share) }))
    .toSorted((one, other) => Buffer.compare(one.node.hash, other.node.hash));
  return {
    nodes: made.map(({ node }) => node),
    places: new Map(made.map(({ place }, index) => [place, index])),
  };
}
