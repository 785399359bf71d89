/** Orders as they are shown, and the payments that are to come; pure. */
import type * as m from '../../model/index.ts';
import { amountOf, largestWithFee, occurrenceOf } from '../../model/index.ts';
import type { OrderRow } from '../store/orders.ts';
import type { ComingFees } from './coming-fees.ts';

export function orderView(order: OrderRow): m.OrderView {
  const { id, number, customerId, from, to, amount, memo, calendar, state, reason } = order;
  const { isFromOther } = order;
  const next = state === 'ACTIVE' ? occurrenceOf(calendar, order.nextNumber) : null;
  const retryAt = next !== null && order.tries > 0 ? order.nextAt : null;
  return {
    id,
    number,
    customerId,
    from,
    isFromOther,
    to,
    amount,
    memo,
    calendar,
    state,
    reason,
    next,
    retryAt,
  };
}

/** What is paid of this much; null where nothing is above the sum that is to stay. */
export function sumOf(amount: m.OrderAmount, available: bigint): m.Amount | null {
  if (amount.kind === 'FIXED') return amount.amount;
  return available > amount.above ? amountOf(available - amount.above) : null;
}

interface Coming {
  readonly order: m.OrderView;
  readonly occurrence: m.Occurrence;
}

/** The next payments of active orders, by time; an order that waits for a try is due then. */
function comingOf(orders: readonly m.OrderView[], limit: number): Coming[] {
  const ahead = orders.flatMap((order): Coming[] => {
    const { next, retryAt, calendar } = order;
    if (next === null) return [];
    const found: Coming[] = [{ order, occurrence: { ...next, at: retryAt ?? next.at } }];
    while (found.length < limit) {
      const occurrence = occurrenceOf(calendar, next.number + found.length);
      if (occurrence === null) break;
      found.push({ order, occurrence });
    }
    return found;
  });
  return ahead
    .toSorted(
      (one, other) =>
        one.occurrence.at.getTime() - other.occurrence.at.getTime() ||
        one.order.number - other.order.number,
    )
    .slice(0, limit);
}

/** What is paid of this much, with the fee beside it. */
function payable(amount: m.OrderAmount, available: bigint, fee: m.FeeOf): m.Amount | null {
  const most = sumOf(amount, available);
  if (most === null || amount.kind === 'FIXED') return most;
  const sum = largestWithFee(most, fee);
  return sum < 1n ? null : amountOf(sum);
}

/** What would be paid, with its fees, if nothing else came in or went out. */
export function planOf(
  orders: readonly OrderRow[],
  available: ReadonlyMap<m.AccountId, bigint>,
  { fees, limit }: { readonly fees: ComingFees; readonly limit: number },
): m.OrderPlan {
  const left = new Map(available);
  const rows = new Map(orders.map((order) => [order.id, order]));
  const views = orders.map(orderView);
  const payments = comingOf(views, limit).map(({ order, occurrence }): m.PlannedPayment => {
    const row = rows.get(order.id)!;
    const there = left.get(row.source) ?? 0n;
    const fee = fees.of(row, occurrence.at);
    const amount = payable(order.amount, there, fee);
    const needed = amount === null ? 0n : amount + fee(amount);
    const suffices = needed <= there;
    if (amount !== null && suffices) {
      left.set(row.source, there - needed);
      fees.count(row, occurrence.at);
    }
    return { order, occurrence, amount, suffices };
  });
  const sum = [...available.values()].reduce((one, other) => one + other, 0n);
  return { available: sum, payments };
}

/** The accounts that these orders pay from. */
export const sourcesOf = (orders: readonly OrderRow[]): m.AccountId[] => [
  ...new Set(orders.map(({ source }) => source)),
];
