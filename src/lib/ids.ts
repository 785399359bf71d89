import { assert } from './assert.ts';
import type { Clock } from './clock.ts';

/**
 * Ids are 63-bit integers that sort by time and are made without a database:
 * milliseconds since 2026 (41 bits) | process (10 bits) | counter (12 bits).
 */
export type IdSource = () => bigint;

const epochMs = 1_767_225_600_000; // 2026-01-01T00:00:00Z
const processBits = 10n;
const counterBits = 12n;
export const processNumbers = 1n << processBits;
const counterMax = 4_095;

/** Lower than every id made at or after this time, and higher than every id made before. */
export const firstIdAt = (epochTimeMs: number): bigint =>
  BigInt(Math.max(0, Math.floor(epochTimeMs) - epochMs)) << (processBits + counterBits);

/** When the id was made, in milliseconds since 1970. */
export const timeOfId = (id: bigint): number => Number(id >> (processBits + counterBits)) + epochMs;

/**
 * Ids of one source always increase, even if the clock stops or is set back. When a millisecond's
 * counter is used up, the next millisecond is used. Different process numbers never collide.
 */
export function idSource(options: {
  readonly clock: Clock;
  /** 0 to 1023; unique among the running processes. */
  readonly processNumber: bigint;
}): IdSource {
  const { clock, processNumber } = options;
  assert(processNumber >= 0n && processNumber < processNumbers, 'a process number has 10 bits');
  let lastMs = 0;
  /** The id of this millisecond whose counter is zero. */
  let first = processNumber << counterBits;
  let counter = 0;
  const begin = (ms: number) => {
    lastMs = ms;
    first = ((BigInt(ms) << processBits) | processNumber) << counterBits;
    counter = 0;
    return first;
  };
  return () => {
    const nowMs = clock.now() - epochMs;
    if (nowMs > lastMs) return begin(nowMs);
    if (counter === counterMax) return begin(lastMs + 1);
    counter += 1;
    return first + BigInt(counter);
  };
}
