import { hourMs } from '../../lib/durations.ts';

/**
 * How much of each kind is served within a window. One person is stopped first, so that nobody can
 * use up what is meant for a server or for all; those two only keep the bank on its feet.
 */
export interface ThrottleLimit {
  readonly windowMs: number;
  /** By Discord user; by account where a session says whose it is. */
  readonly each: number;
  readonly server: number;
  readonly all: number;
  /** Looked at before the answer is given, by all processes at once, instead of a second later. */
  readonly exact: boolean;
}

const minute = 60_000;

export const throttleLimits = {
  /**
   * Every form that opens or is sent, every list and button but *Confirm* and *Cancel*, which end
   * what was begun; counted in memory, so that it costs nobody a moment.
   */
  form: { windowMs: minute, each: 120, server: 12_000, all: 60_000, exact: false },
  login: { windowMs: 10 * minute, each: 30, server: 1_500, all: 6_000, exact: true },
  /** Also a change of e-mail or phone: the answer tells whether somebody has it. */
  registration: { windowMs: hourMs, each: 20, server: 600, all: 3_000, exact: true },
  recovery: { windowMs: hourMs, each: 20, server: 300, all: 1_500, exact: true },
  /** Cards, not bookings; see `missPoints`. */
  transfer: { windowMs: hourMs, each: 240, server: 12_000, all: 60_000, exact: true },
} as const satisfies Record<string, ThrottleLimit>;

export type ThrottleKind = keyof typeof throttleLimits;

/** A payee who cannot be paid costs as much as twelve cards: nobody tries numbers for long. */
export const missPoints = 12;
