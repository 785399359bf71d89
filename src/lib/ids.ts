import { assert } from './assert.ts';
import type { Clock } from './clock.ts';

/**
 * Ids are 63-bit integers that sort by time and need no database to be made:
 * milliseconds since 2026 (41 bits) | process (10 bits) | counter (12 bits).
 */
export type IdSource = () => bigint;

const epochMs = 1_767_225_600_000; // 2026-01-01T00:00:00Z
const processBits = 10n;
const counterBits = 12n;
export const processNumbers = 1n << processBits;
const counterMax = (1n << counterBits) - 1n;

/** Below every id made at or after this time, above every id made before. */
export const firstIdAt = (epochTimeMs: number): bigint =>
  BigInt(Math.max(0, Math.floor(epochTimeMs) - epochMs)) << (processBits + counterBits);

/**
 * Ids of one source rise strictly, also when the clock stands still or steps back: a full
 * millisecond borrows the next one. Sources with different process numbers never collide.
 */
export function idSource(options: {
  readonly clock: Clock;
  /** 0 to 1023, different in every process that is alive. */
  readonly processNumber: bigint;
}): IdSource {
  const { clock, processNumber } = options;
  assert(processNumber >= 0n && processNumber < processNumbers, 'a process number has 10 bits');
  let lastMs = 0n;
  let counter = 0n;
  return () => {
    const nowMs = BigInt(Math.max(0, clock.now() - epochMs));
    if (nowMs > lastMs) {
      lastMs = nowMs;
      counter = 0n;
    } else if (counter < counterMax) {
      counter += 1n;
    } else {
      lastMs += 1n;
      counter = 0n;
    }
    return (((lastMs << processBits) | processNumber) << counterBits) | counter;
  };
}
