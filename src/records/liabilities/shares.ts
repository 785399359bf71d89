/**
 * A Merkle tree whose nodes also have the sum of the balances below them. Each account is split
 * into shares at random places, so that the neighbours on a path show nobody's balance.
 */
import { concat, FormError, utf8 } from '../base/bytes.ts';

export const sharesPerAccount = 4;
export const liabilitySaltBytes = 16;

export interface SumNode {
  /** Minor units, never below zero. */
  readonly sum: bigint;
  readonly hash: Uint8Array;
}

export interface Share {
  /** `2026-11-28`. */
  readonly day: string;
  readonly accountNumber: string;
  /** From 1 to `sharesPerAccount`. */
  readonly number: number;
  readonly amount: bigint;
  readonly salt: Uint8Array;
}

function integer(value: bigint): Uint8Array {
  if (value < 0n || value >= 2n ** 63n) throw new FormError('a balance out of range');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
}

function text(value: string): Uint8Array {
  const bytes = utf8(value);
  if (bytes.length > 255) throw new FormError('a text that is too long');
  return concat(Uint8Array.of(bytes.length), bytes);
}

/** What is hashed for a share. */
export const shareBytes = ({ day, accountNumber, number, amount, salt }: Share): Uint8Array =>
  concat(
    Uint8Array.of(0, sharesPerAccount, number),
    salt,
    text(day),
    text(accountNumber),
    integer(amount),
  );

/** What is hashed for a node: both sums are in it, so that none can be changed alone. */
export const sumNodeBytes = (left: SumNode, right: SumNode): Uint8Array =>
  concat(Uint8Array.of(1), integer(left.sum), left.hash, integer(right.sum), right.hash);
