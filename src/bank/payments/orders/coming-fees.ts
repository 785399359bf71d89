/** The fees of payments that are to come, as far as they are decided today. */
import type { Reader } from '../../../db/pool.ts';
import { accountIdsOf } from '../../accounts/index.ts';
import { freeKey, readFees, readFreeUses } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { feeAt, feeOf, isFree, noFee } from '../../model/index.ts';
import type { OrderRow } from '../store/orders.ts';

const kind = 'TRANSFER';

export interface ComingFees {
  /** Of the next payment at this time. */
  of(order: Pick<OrderRow, 'isToOwn'>, at: Date): m.FeeOf;
  /** Counts a payment against the free ones of its month. */
  count(order: Pick<OrderRow, 'isToOwn'>, at: Date): void;
}

/** In UTC, as the ledger counts. */
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/** `used` are the free payments that each month has had already. */
export function comingFeesOf(
  fees: readonly m.Fee[],
  used: ReadonlyMap<string, number> = new Map(),
): ComingFees {
  const counted = new Map(used);
  const countedAt = (at: Date): number => counted.get(monthOf(at)) ?? 0;
  const termsOf = ({ isToOwn }: Pick<OrderRow, 'isToOwn'>, at: Date): m.Fee | null => {
    const terms = isToOwn ? null : feeAt(fees, kind, at);
    return terms === null || isFree(terms) ? null : terms;
  };
  return {
    of: (order, at) => {
      const terms = termsOf(order, at);
      return terms === null || countedAt(at) < terms.free
        ? noFee
        : (amount) => feeOf(terms, amount);
    },
    count: (order, at) => {
      if (termsOf(order, at) !== null) counted.set(monthOf(at), countedAt(at) + 1);
    },
  };
}

export async function readComingFees(
  reader: Reader,
  customerId: m.CustomerId,
): Promise<ComingFees> {
  const fees = await readFees(reader);
  const [first] = fees.length === 0 ? [] : await accountIdsOf(reader, customerId);
  if (first === undefined) return comingFeesOf(fees);
  const use = (await readFreeUses(reader, [first])).get(freeKey({ at: first, kind }));
  return comingFeesOf(fees, new Map(use === undefined ? [] : [[use.month, use.used]]));
}
