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

/** Reads the driver's text of a DATETIME(6) column, which the bank keeps in UTC. */
export const instantFromSql = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);
