import { gatheredByKey } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import { boundedMap } from '../../lib/bounded-map.ts';
import type * as m from '../model/index.ts';
import { findAccountIds, findFirstAccountIds, findMainAccountIds } from './store/directory.ts';

/** Cached: a number's account and a customer's first account never change. */
export interface AccountDirectory {
  /** Null when no account has the number. */
  ofNumber(number: m.AccountNumber): Promise<m.AccountId | null>;
  /** The customer's first account; null when there is no such customer. */
  ofCustomer(customerId: m.CustomerId): Promise<m.AccountId | null>;
  /** The customer's main account, which may change: not cached. Null as `ofCustomer`. */
  mainOf(customerId: m.CustomerId): Promise<m.AccountId | null>;
}

const rememberedMax = 50_000;

function remembering<Key>(ask: (key: Key) => Promise<m.AccountId | null>) {
  const known = boundedMap<Key, m.AccountId>(rememberedMax);
  return async (key: Key): Promise<m.AccountId | null> => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const id = await ask(key);
    if (id !== null) known.set(key, id);
    return id;
  };
}

export const accountDirectory = (pool: Pool): AccountDirectory => ({
  ofNumber: remembering(
    gatheredByKey(pool.limits, async (numbers) => findAccountIds(pool, numbers)),
  ),
  ofCustomer: remembering(
    gatheredByKey(pool.limits, async (customers) => findFirstAccountIds(pool, customers)),
  ),
  mainOf: gatheredByKey(pool.limits, async (customers) => findMainAccountIds(pool, customers)),
});
