/** How much each payer is asked for, and until when. */
import { dayMs } from '../../../lib/durations.ts';
import { instant } from '../../../lib/clock.ts';
import type * as m from '../../model/index.ts';
import { amountOf, BankError, isoDate, moneyMax, requestDays } from '../../model/index.ts';

export interface Split {
  readonly amounts: readonly m.Amount[];
  readonly total: bigint;
  /** How many of the first are asked for one minor unit more. */
  readonly firstWithMore: number;
}

/** Throws REQUEST_SPLIT when a share would be below one minor unit. */
export function split(amount: m.RequestAmount, people: number): Split {
  const count = BigInt(people);
  if ('each' in amount) {
    const total = amount.each * count;
    return { amounts: Array.from({ length: people }, () => amount.each), total, firstWithMore: 0 };
  }
  const { total } = amount;
  const [share, rest] = [total / count, total % count];
  if (share < 1n) throw new BankError('REQUEST_SPLIT', { people });
  const amounts = Array.from({ length: people }, (_, index) =>
    amountOf(BigInt(index) < rest ? share + 1n : share),
  );
  return { amounts, total, firstWithMore: amounts.filter((one) => one > share).length };
}

/** Whether the books could hold all of it. */
export const isBookable = (total: bigint): boolean => total <= moneyMax;

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/**
 * When a request of now expires; a day ends at midnight UTC. Without an expiry it is ten days, or
 * ten days after the due date. Throws REQUEST_TIME.
 */
export function expiryOf(
  now: Date,
  { expiry, dueOn }: { readonly expiry: m.Expiry | null; readonly dueOn: string | null },
): Date {
  const today = isoDate(now.getTime());
  const most = now.getTime() + requestDays.most * dayMs;
  const lastDay = isoDate(most);
  if (dueOn !== null && dueOn < today) throw new BankError('REQUEST_TIME', { fault: 'DUE_PAST' });
  if (dueOn !== null && dueOn > lastDay) throw new BankError('REQUEST_TIME', { fault: 'DUE_LATE' });
  if (expiry === null) {
    const from = dueOn === null ? now.getTime() : startOf(dueOn) + dayMs;
    return instant(Math.min(from + requestDays.usual * dayMs, most));
  }
  const at = 'days' in expiry ? now.getTime() + expiry.days * dayMs : startOf(expiry.day) + dayMs;
  if (at <= now.getTime()) throw new BankError('REQUEST_TIME', { fault: 'EXPIRY_PAST' });
  const isLate = 'days' in expiry ? at > most : expiry.day > lastDay;
  if (isLate) throw new BankError('REQUEST_TIME', { fault: 'EXPIRY_LATE' });
  if (dueOn !== null && at <= startOf(dueOn)) {
    throw new BankError('REQUEST_TIME', { fault: 'EXPIRY_BEFORE_DUE' });
  }
  return instant(at);
}
