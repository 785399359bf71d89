/** The accounts that a search for a counterparty means. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, integerOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';
import { counterpartyCondition } from './history.ts';

/** With more, reading all their names would take longer than the search. */
const readMax = 20_000;
/** With more, most blocks have one of them. */
const partiesMax = 32;

const countParties = `
  SELECT COUNT(*) AS party_count
  FROM (
    SELECT 1
    FROM history_parties
    WHERE account_id = ?
    LIMIT ?
  ) AS known`;

/** Of the indexed entries of the account; null: too many to look for. */
export async function matchingParties(
  reader: Reader,
  accountId: m.AccountId,
  counterparty: string,
): Promise<m.AccountId[] | null> {
  const [known = {}] = await reader.rows(countParties, [accountId, readMax + 1]);
  if (integerOf(known, 'party_count') > readMax) return null;
  const { where, values } = counterpartyCondition(counterparty);
  const rows = await reader.rows(
    `
  SELECT p.counterparty_account_id
  FROM history_parties AS p
  JOIN accounts AS other ON other.id = p.counterparty_account_id
  WHERE p.account_id = ? AND ${where}
  LIMIT ?`,
    [accountId, ...values, partiesMax + 1],
  );
  if (rows.length > partiesMax) return null;
  return rows.map((row) => bigintOf(row, 'counterparty_account_id') as m.AccountId);
}
