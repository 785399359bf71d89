/** Whether a payee is new to the customer, and whom they could mistake the payee for. */
import type { Pool } from '../../db/pool.ts';
import { accountIdsOf } from '../accounts/index.ts';
import type * as m from '../model/index.ts';
import { numberTail, skeletonOf } from '../model/index.ts';
import { hasPaid, paidParties } from '../records/index.ts';

/** Older payments than the newest so many entries count as forgotten: the card warns again. */
const payeeMemory = 5_000;

/** A payee paid before, from any of the accounts, whose name looks like this new one's. */
export async function payeeLike(
  pool: Pool,
  own: readonly m.AccountId[],
  to: m.PartyView,
): Promise<m.PartyView | null> {
  const looks = skeletonOf(to.name);
  for (const account of own) {
    const paid = await paidParties(pool, account, payeeMemory);
    const found = paid.find(({ name }) => skeletonOf(name) === looks);
    if (found) return { name: found.name, numberTail: numberTail(found.accountNumber) };
  }
  return null;
}

/**
 * The customer's own accounts when none of them has paid this one before, nor is this one; null
 * otherwise. The account that pays is looked at first, as it is the likeliest to have paid.
 */
export async function strangerTo(
  pool: Pool,
  customerId: m.CustomerId,
  { from, to }: { readonly from: m.AccountId; readonly to: m.AccountId },
): Promise<readonly m.AccountId[] | null> {
  if (await hasPaid(pool, { from, to }, payeeMemory)) return null;
  const own = await accountIdsOf(pool, customerId);
  if (own.includes(to)) return null;
  for (const other of own) {
    if (other !== from && (await hasPaid(pool, { from: other, to }, payeeMemory))) return null;
  }
  return own;
}
