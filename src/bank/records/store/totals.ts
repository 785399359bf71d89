/** Sums of an account's entries, and the people on their other side. */
import { allOf, type Condition } from '../../../db/conditions.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, booleanOf, integerOf, textOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';
import { isoDate } from '../../model/index.ts';
import {
  entriesWhere,
  historyTables,
  type HistoryRange,
  inSpans,
  type InSpans,
} from './history.ts';

const selectParties = `
  SELECT other.holder_name, other.account_number, other.status = 'CLOSED' AS is_closed,
    owner.discord_user_id
  FROM (
    SELECT latest.counterparty_account_id, MAX(latest.seq) AS last_seq
    FROM (
      SELECT seq, counterparty_account_id
      FROM entries
      WHERE account_id = ?
      ORDER BY seq DESC
      LIMIT ?
    ) AS latest
    GROUP BY latest.counterparty_account_id
  ) AS known
  JOIN accounts AS other ON other.id = known.counterparty_account_id
  JOIN customers AS owner ON owner.id = other.customer_id
  ORDER BY known.last_seq DESC
  LIMIT ?`;

const selectPaid = `
  SELECT other.holder_name, other.account_number
  FROM (
    SELECT latest.counterparty_account_id, MAX(latest.seq) AS last_seq
    FROM (
      SELECT seq, counterparty_account_id, amount
      FROM entries
      WHERE account_id = ?
      ORDER BY seq DESC
      LIMIT ?
    ) AS latest
    WHERE latest.amount < 0
    GROUP BY latest.counterparty_account_id
  ) AS paid
  JOIN accounts AS other ON other.id = paid.counterparty_account_id
  WHERE other.customer_id IS NOT NULL AND other.status <> 'CLOSED'
  ORDER BY paid.last_seq DESC
  LIMIT ?`;

export interface DirectionSum {
  readonly isIn: boolean;
  readonly sum: m.HistorySum;
}

/** By direction; without a row for a direction that has no entries. */
async function sumWhere(
  reader: Reader,
  { where, values }: Condition,
  tables: string = historyTables,
): Promise<DirectionSum[]> {
  const rows = await reader.rows(
    `
  SELECT e.amount > 0 AS is_in, COUNT(*) AS entry_count, SUM(ABS(e.amount)) AS total
  ${tables}
  WHERE ${where}
  GROUP BY is_in`,
    values,
  );
  return rows.map((row) => ({
    isIn: booleanOf(row, 'is_in'),
    sum: { count: integerOf(row, 'entry_count'), total: bigintOf(row, 'total') },
  }));
}

/** The other side of each entry is only looked up when the filter names it. */
const tablesFor = ({ counterparty }: m.HistoryFilter): string =>
  counterparty === undefined ? 'FROM entries AS e' : historyTables;

export const sumEntries = async (
  reader: Reader,
  range: Pick<HistoryRange, 'accountId' | 'filter'>,
): Promise<DirectionSum[]> => {
  const where = await entriesWhere(reader, { ...range, cursor: null });
  return sumWhere(reader, where, tablesFor(range.filter));
};

/** As `sumEntries`, of the entries of some ranges. */
export const sumSpans = async (reader: Reader, asked: InSpans): Promise<DirectionSum[]> =>
  sumWhere(reader, inSpans(asked), tablesFor(asked.filter));

/** From the first moment up to the second, without payments between the customer's own accounts. */
export async function sumBetween(
  reader: Reader,
  accountId: m.AccountId,
  { customerId, from, until }: { customerId: m.CustomerId; from: Date; until: Date },
): Promise<DirectionSum[]> {
  const filter = { fromDate: isoDate(from.getTime()), toDate: isoDate(until.getTime()) };
  const exact: Condition = {
    where: `e.booked_at >= ? AND e.booked_at < ?
      AND (other.customer_id IS NULL OR other.customer_id <> ?)`,
    values: [from, until, customerId],
  };
  const days = await entriesWhere(reader, { accountId, filter, cursor: null });
  return sumWhere(reader, allOf([days, exact]));
}

/** Customers on the other side of the newest `depth` entries, the latest first. */
export async function knownParties(
  reader: Reader,
  accountId: m.AccountId,
  { depth, limit }: { readonly depth: number; readonly limit: number },
): Promise<m.KnownParty[]> {
  const rows = await reader.rows(selectParties, [accountId, depth, limit]);
  return rows.map((row) => ({
    name: textOf(row, 'holder_name'),
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
    discordUserId: textOf(row, 'discord_user_id') as m.DiscordUserId,
    isClosed: booleanOf(row, 'is_closed'),
  }));
}

export interface PaidParty {
  readonly name: string;
  readonly accountNumber: m.AccountNumber;
}

/** Customers whom the account paid within its newest `depth` entries, the latest first. */
export async function paidLately(
  reader: Reader,
  accountId: m.AccountId,
  { depth, limit }: { readonly depth: number; readonly limit: number },
): Promise<PaidParty[]> {
  const rows = await reader.rows(selectPaid, [accountId, depth, limit]);
  return rows.map((row) => ({
    name: textOf(row, 'holder_name'),
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  }));
}
