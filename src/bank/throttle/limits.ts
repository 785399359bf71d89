import { hourMs } from '../../lib/durations.ts';

/**
 * How many requests of a kind are served within a window. The limit of one person is reached first,
 * so that one person cannot use up the limits of a server or of the bank, which prevent overload.
 */
export interface ThrottleLimit {
  readonly windowMs: number;
  /** By account where there is a session, else by Discord user. */
  readonly each: number;
  readonly server: number;
  readonly all: number;
  /** Counted across all processes before the answer, instead of up to a second later. */
  readonly exact: boolean;
}

const minute = 60_000;

export const throttleLimits = {
  /**
   * Every form that is opened or sent, every list and every button except *Confirm* and *Cancel*;
   * counted in memory, to add no delay.
   */
  form: { windowMs: minute, each: 120, server: 12_000, all: 60_000, exact: false },
  /** Keys that are pressed in an option whose choices the bank suggests. */
  suggestion: { windowMs: minute, each: 240, server: 24_000, all: 120_000, exact: false },
  /** Sentences to the bank, also those that it does not answer. */
  sentence: { windowMs: minute, each: 20, server: 1_200, all: 12_000, exact: false },
  login: { windowMs: 10 * minute, each: 30, server: 1_500, all: 6_000, exact: true },
  /** Also changes of e-mail or phone: the answer shows whether a customer has them. */
  registration: { windowMs: hourMs, each: 20, server: 600, all: 3_000, exact: true },
  recovery: { windowMs: hourMs, each: 20, server: 300, all: 1_500, exact: true },
  /** Cards, not bookings; see `missPoints`. */
  transfer: { windowMs: hourMs, each: 240, server: 12_000, all: 60_000, exact: true },
  /** Names of payees that are compared with the names on accounts. */
  nameCheck: { windowMs: hourMs, each: 10, server: 1_200, all: 6_000, exact: true },
  /** Codes and texts of receipts that are checked. */
  verification: { windowMs: hourMs, each: 60, server: 3_000, all: 12_000, exact: true },
  /** Messages of customers to other people: thanks, and payments shown in a channel. */
  message: { windowMs: hourMs, each: 30, server: 600, all: 6_000, exact: true },
} as const satisfies Record<string, ThrottleLimit>;

export type ThrottleKind = keyof typeof throttleLimits;

/** A card for an unavailable payee counts as twelve, against guessing account numbers. */
export const missPoints = 12;
