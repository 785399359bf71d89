import { performance } from 'node:perf_hooks';

/** The only module that reads the machine's clock; tests pass their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/**
 * Milliseconds since the process started, for measuring durations: not affected when the machine's
 * clock is set.
 */
export const elapsedMs = (): number => performance.now();

/** Makes a date from milliseconds since 1970. No other module constructs dates. */
export const instant = (epochMs: number): Date => new Date(epochMs);

const sqlMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/;

/**
 * Reads the driver's text of a DATETIME(6) column, stored in UTC; an invalid date for any other
 * text. Parsed by hand, because the engine's own date parser is many times slower.
 */
export function instantFromSql(text: string): Date {
  if (!sqlMoment.test(text)) return new Date(Number.NaN);
  const part = (from: number, to: number) => Number(text.slice(from, to));
  const ms = Number(text.slice(20, 23).padEnd(3, '0'));
  const [day, time] = [part(8, 10), [part(11, 13), part(14, 16), part(17, 19), ms] as const];
  return new Date(Date.UTC(part(0, 4), part(5, 7) - 1, day, ...time));
}

/** Microseconds since 1970 of the same text, which must be a valid moment. */
export function microsecondsFromSql(text: string): bigint {
  const ms = instantFromSql(text).getTime();
  const rest = text.slice(23).padEnd(3, '0');
  return BigInt(ms) * 1_000n + BigInt(rest);
}
