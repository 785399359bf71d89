/** What the bank pays on saved money. Interest is counted in exact fractions of a minor unit. */
import { instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import type { SharedRef } from './shared.ts';
import type { AccountNumber, RequestId } from './types.ts';

export const interestTypes = ['SAVINGS', 'POT'] as const;
export type InterestType = (typeof interestTypes)[number];

/** A rate is announced at least so many days before it holds. */
export const interestNoticeDays = 7;
/** 100 % a year. */
export const basisPointsMax = 10_000;

const basis = 10_000n;
const [shortYear, leapYear] = [365n, 366n];
/** So many fractions are one minor unit: a day's interest is whole in them, in every year. */
export const fractionsPerUnit = basis * shortYear * leapYear;

export interface InterestTerms {
  /** Hundredths of a per cent a year, 0 to `basisPointsMax`. */
  readonly basisPoints: bigint;
  /** The beginning of a day in UTC. */
  readonly from: Date;
}

export interface InterestRate extends InterestTerms {
  readonly id: RequestId;
  readonly type: InterestType;
}

/** What will be paid on a kind of account. */
export interface ComingRate extends InterestTerms {
  readonly type: InterestType;
}

const isLater = (one: InterestRate, other: InterestRate): boolean =>
  one.from.getTime() === other.from.getTime()
    ? one.id > other.id
    : one.from.getTime() > other.from.getTime();

/** The rate of the type that holds at this time; of two that begin together the later decided. */
export function rateAt(
  rates: readonly InterestRate[],
  type: InterestType,
  at: Date,
): InterestRate | null {
  let found: InterestRate | null = null;
  for (const rate of rates) {
    if (rate.type !== type || rate.from > at) continue;
    if (found === null || isLater(rate, found)) found = rate;
  }
  return found;
}

/** YYYY-MM-DD. */
const dayOf = (epochMs: number): string => instant(epochMs).toISOString().slice(0, 10);

/** The first day of the month of this day; both YYYY-MM-DD. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month before (-1) or after (1). */
export const otherMonth = (month: string, by: -1 | 1): string =>
  dayOf(Date.UTC(+month.slice(0, 4), +month.slice(5, 7) - 1 + by, 1));

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** One day's interest in fractions, actual/actual: a year has 365 or 366 equal days. */
export function interestOfDay(balance: bigint, basisPoints: bigint, day: string): bigint {
  return balance * basisPoints * (isLeap(+day.slice(0, 4)) ? shortYear : leapYear);
}

/** What an account had. */
export interface DayBalances {
  /** When `from` begins. */
  readonly opening: bigint;
  /** At the end of each day with entries, by YYYY-MM-DD in UTC. */
  readonly ends: ReadonlyMap<string, bigint>;
}

/** What is owed for each month of the period, in fractions, by the month's first day. */
export function interestByMonth(
  period: { readonly from: string; readonly until: string },
  { opening, ends }: DayBalances,
  rates: { readonly type: InterestType; readonly all: readonly InterestRate[] },
): ReadonlyMap<string, bigint> {
  const owed = new Map<string, bigint>();
  let balance = opening;
  for (let at = Date.parse(period.from); at < Date.parse(period.until); at += dayMs) {
    const day = dayOf(at);
    balance = ends.get(day) ?? balance;
    const points = rateAt(rates.all, rates.type, instant(at))?.basisPoints ?? 0n;
    const month = monthOf(day);
    owed.set(month, (owed.get(month) ?? 0n) + interestOfDay(balance, points, day));
  }
  return owed;
}

/** A customer's account that earns interest. */
export interface EarningAccount {
  readonly accountNumber: AccountNumber;
  readonly type: InterestType;
  readonly name: string | null;
  /** A pot of this shared account, which the customer sees as a member. */
  readonly potOf?: SharedRef;
  /** The rate that holds now. */
  readonly basisPoints: bigint;
  /** Whole minor units since the last crediting, and whether there is a fraction above them. */
  readonly earned: bigint;
  readonly hasFraction: boolean;
}

/** Interest as a customer sees it. */
export interface InterestView {
  /** Kinds of accounts that have a rate or will have one. */
  readonly rates: readonly {
    readonly type: InterestType;
    readonly basisPoints: bigint;
    /** Announced, the soonest first. */
    readonly coming: readonly InterestTerms[];
  }[];
  /** The customer's open accounts, and pots of shared ones, on which interest is paid or owed. */
  readonly accounts: readonly EarningAccount[];
  /** When this month's interest is credited. */
  readonly creditedAt: Date;
}
