import { performance } from 'node:perf_hooks';

/** The only place that asks the machine for the time; tests pass their own clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/**
 * Milliseconds since the process began, for measuring how long something takes: it runs on evenly
 * when somebody sets the machine's clock.
 */
export const elapsedMs = (): number => performance.now();

/** Makes a date from milliseconds since 1970, so that nothing else constructs dates. */
export const instant = (epochMs: number): Date => new Date(epochMs);

const sqlMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/;

/**
 * Reads the driver's text of a DATETIME(6) column, which the bank keeps in UTC; an invalid date for
 * anything else. Taken apart by hand: the engine's own reader of dates is many times slower.
 */
export function instantFromSql(text: string): Date {
  if (!sqlMoment.test(text)) return new Date(Number.NaN);
  const part = (from: number, to: number) => Number(text.slice(from, to));
  const ms = Number(text.slice(20, 23).padEnd(3, '0'));
  const [day, time] = [part(8, 10), [part(11, 13), part(14, 16), part(17, 19), ms] as const];
  return new Date(Date.UTC(part(0, 4), part(5, 7) - 1, day, ...time));
}
