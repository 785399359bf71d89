/** The accounts of standing orders: the payee's, and what the paying one has. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, booleanOf, textOf } from '../../../db/rows.ts';
import { heldClause } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { partyOf } from './orders.ts';

const selectAccount = `
  SELECT id, customer_id, holder_name, status, account_type = 'POT' AS is_pot
  FROM accounts
  WHERE account_number = ?`;
const selectAvailable = `
  SELECT a.id, a.balance - ${heldClause} AS available
  FROM accounts AS a
  WHERE a.id IN (:list)`;
const selectRunningFrom = `
  SELECT id
  FROM orders
  WHERE customer_id = ? AND source_account_id = ? AND state IN ('ACTIVE', 'PAUSED')
  ORDER BY id`;

/** Null when no account has the number. */
export async function findAccount(
  reader: Reader,
  number: m.AccountNumber,
): Promise<{
  readonly id: m.AccountId;
  readonly party: m.PartyView;
  readonly isClosed: boolean;
  /** Null: the bank's own. */
  readonly customerId: m.CustomerId | null;
  readonly isPot: boolean;
} | null> {
  const [row] = await reader.rows(selectAccount, [number]);
  if (row === undefined) return null;
  return {
    id: bigintOf(row, 'id') as m.AccountId,
    party: partyOf(textOf(row, 'holder_name'), number),
    isClosed: textOf(row, 'status') === 'CLOSED',
    customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
    isPot: booleanOf(row, 'is_pot'),
  };
}

/** What can leave each of the accounts now. */
export async function availableOn(
  reader: Reader,
  ids: readonly m.AccountId[],
): Promise<Map<m.AccountId, bigint>> {
  const { sql, values } = withList(selectAvailable, ids);
  const rows = await reader.rows(sql, values);
  return new Map(
    rows.map((row) => [bigintOf(row, 'id') as m.AccountId, bigintOf(row, 'available')]),
  );
}

/** What can leave the account now. */
export const availableOnOne = async (reader: Reader, id: m.AccountId): Promise<bigint> =>
  (await availableOn(reader, [id])).get(id) ?? 0n;

/** Active and paused ones of the customer from this account. */
export async function runningFrom(
  reader: Reader,
  payer: { readonly customerId: m.CustomerId; readonly accountId: m.AccountId },
): Promise<bigint[]> {
  const rows = await reader.rows(selectRunningFrom, [payer.customerId, payer.accountId]);
  return rows.map((row) => bigintOf(row, 'id'));
}
