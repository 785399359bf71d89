/** Pots: accounts that only save, for a goal, and what payments put aside into them. */
import { amountOf } from './money.ts';
import type { AccountNumber, Amount, Currency } from './types.ts';

/** Hours between asking for an early release of a lock and the release, at most. */
export const potWaitHoursMax = 72;
/** How far ahead the day of a goal or the end of a lock may be. */
export const potYearsMax = 10;

/** Payments are rounded up to the next so many units of the currency. */
export const roundUpUnits = [1, 10] as const;
export type RoundUpUnits = (typeof roundUpUnits)[number];

export interface PotGoal {
  readonly goal: Amount | null;
  /** YYYY-MM-DD. */
  readonly goalDate: string | null;
}

/** What a pot is saved for, and how it is locked. */
export interface PotTerms extends PotGoal {
  /** The lock that holds now; null: none, or it is over. */
  readonly lock: PotLock | null;
}
export interface PotLock {
  readonly until: Date;
  /** Hours between asking for an early release and the release, from 0 to 72. */
  readonly waitHours: number;
  /** An early release was asked for: the lock ends then. */
  readonly releaseAt: Date | null;
}

/** What is put aside with a payment: its rest to the next so many units. */
export interface RoundUp {
  readonly amount: Amount;
  readonly pot: AccountNumber;
  /** The owner's name for the pot. */
  readonly potName: string;
}

/** What is missing to the next so many units; null where nothing is. */
export function roundUpRest(
  amount: bigint,
  units: RoundUpUnits,
  { scale }: Pick<Currency, 'scale'>,
): Amount | null {
  const step = BigInt(units) * 10n ** BigInt(scale);
  const over = amount % step;
  return over === 0n ? null : amountOf(step - over);
}
