/** The accounts on the other side of indexed entries, and those that a search means. */
import { inParts } from '../../../db/parts.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, integerOf, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { counterpartyCondition } from './history.ts';

/** With more, reading their names takes longer than the search, and further ones are not kept. */
export const knownPartiesMax = 20_000;
/** With more, most blocks have one of them. */
const matchingMax = 32;

const countParties = `
  SELECT COUNT(*) AS party_count
  FROM (
    SELECT 1
    FROM history_parties
    WHERE account_id = ?
    LIMIT ?
  ) AS known`;

const selectParties = `
  SELECT CAST(counterparty_account_id AS CHAR) AS party
  FROM history_parties
  WHERE account_id = ?
  LIMIT ?`;
const insert = `
  INSERT IGNORE INTO history_parties (account_id, counterparty_account_id)
  VALUES :rows`;
const rowsAtOnce = 500;

/** At most one more than `knownPartiesMax`. */
export async function knownPartiesOf(
  reader: Reader,
  accountId: m.AccountId,
): Promise<ReadonlySet<string>> {
  const rows = await reader.rows(selectParties, [accountId, knownPartiesMax + 1]);
  return new Set(rows.map((row) => textOf(row, 'party')));
}

/** Reading those that are known takes a third of the time of inserting many of them in vain. */
async function unknownOf(
  tx: Tx,
  accountId: m.AccountId,
  parties: readonly string[],
): Promise<readonly string[]> {
  if (parties.length <= rowsAtOnce) return parties;
  const known = await knownPartiesOf(tx, accountId);
  return known.size > knownPartiesMax ? [] : parties.filter((party) => !known.has(party));
}

export async function insertParties(
  tx: Tx,
  accountId: m.AccountId,
  parties: readonly string[],
): Promise<void> {
  for (const part of inParts(await unknownOf(tx, accountId, parties), rowsAtOnce)) {
    const rows = part.map((party) => [accountId, party]);
    await tx.writeRows(insert, rows);
  }
}

/** Of the indexed entries of the account; null: too many to look for. */
export async function matchingParties(
  reader: Reader,
  accountId: m.AccountId,
  counterparty: string,
): Promise<m.AccountId[] | null> {
  const [known = {}] = await reader.rows(countParties, [accountId, knownPartiesMax + 1]);
  if (integerOf(known, 'party_count') > knownPartiesMax) return null;
  const { where, values } = counterpartyCondition(counterparty);
  const rows = await reader.rows(
    `
  SELECT p.counterparty_account_id
  FROM history_parties AS p
  JOIN accounts AS other ON other.id = p.counterparty_account_id
  WHERE p.account_id = ? AND ${where}
  LIMIT ?`,
    [accountId, ...values, matchingMax + 1],
  );
  if (rows.length > matchingMax) return null;
  return rows.map((row) => bigintOf(row, 'counterparty_account_id') as m.AccountId);
}
