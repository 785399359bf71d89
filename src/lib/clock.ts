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

const zero = 48;
/** The number of the two digits there. */
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
/** A fraction may be shorter. */
const digitOrZero = (text: string, at: number): number =>
  at < text.length ? text.charCodeAt(at) - zero : 0;

/**
 * Milliseconds since 1970 of the driver's text of a DATETIME(6) column, stored in UTC; not a number
 * for any other text. Parsed by hand, because the engine's own date parser is many times slower.
 */
export function msFromSql(text: string): number {
  if (!sqlMoment.test(text)) return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day] = [twoDigits(text, 5) - 1, twoDigits(text, 8)];
  const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  const [tenths, hundredths] = [digitOrZero(text, 20), digitOrZero(text, 21)];
  const ms = tenths * 100 + hundredths * 10 + digitOrZero(text, 22);
  return Date.UTC(year, month, day, hour, minute, second, ms);
}

/** The same as a date; an invalid one for any other text. */
export const instantFromSql = (text: string): Date => new Date(msFromSql(text));

/** Microseconds since 1970 of the same text, which must be a valid moment. */
export function microsecondsFromSql(text: string): bigint {
  const ms = msFromSql(text);
  const rest = text.slice(23).padEnd(3, '0');
  return BigInt(ms) * 1_000n + BigInt(rest);
}
