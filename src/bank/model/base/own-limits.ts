/** Limits that customers set for their own payments. */
import type { Amount } from './types.ts';

/** PAYMENT: of each payment. The others: of all payments of a day, week or month, in UTC. */
export const limitPeriods = ['PAYMENT', 'DAY', 'WEEK', 'MONTH'] as const;
export type LimitPeriod = (typeof limitPeriods)[number];

/** A raised or removed limit holds so long after it was asked for. */
export const raiseHours = 24;

export interface OwnLimit {
  readonly period: LimitPeriod;
  /** Null: no limit. */
  readonly amount: Amount | null;
  /** What holds from that time on. */
  readonly next: { readonly amount: Amount | null; readonly from: Date } | null;
}

/** What holds now, and what still waits. */
export const limitNow = ({ period, amount, next }: OwnLimit, now: Date): OwnLimit =>
  next !== null && next.from <= now
    ? { period, amount: next.amount, next: null }
    : { period, amount, next };

/** Whether the wanted limit allows more. */
export const isRaise = (now: Amount | null, wanted: Amount | null): boolean =>
  now !== null && (wanted === null || wanted > now);

/** A limit with what of it is used. */
export interface LimitUse extends OwnLimit {
  readonly used: bigint;
  /** When the period is over; null for a single payment. */
  readonly freeAt: Date | null;
}
