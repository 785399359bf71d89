/** Sums over the whole bank. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, integerOf, textOf } from '../../../db/rows.ts';
import type { AccountKind, TransactionKind } from '../../model/index.ts';

// Without people who have not registered, and holders of shared accounts; no Discord id begins with
// u or s.
const selectCustomers = `
  SELECT COUNT(*) AS customers
  FROM customers
  WHERE discord_user_id NOT LIKE 'u%' AND discord_user_id NOT LIKE 's%'`;
const selectAccounts = `
  SELECT COALESCE(SUM(status = 'OPEN'), 0) AS open,
    COALESCE(SUM(status = 'FROZEN'), 0) AS frozen,
    COALESCE(SUM(status = 'CLOSED'), 0) AS closed,
    COALESCE(SUM(locked_at IS NOT NULL), 0) AS locked
  FROM accounts
  WHERE kind = 'CUSTOMER'`;
// Ids rise with time, so that a few days are one range of the key.
const selectFlow = `
  SELECT LEFT(t.booked_at, 10) AS day, t.kind, source.kind AS source_kind,
    COUNT(*) AS transactions,
    COALESCE(SUM(CASE WHEN reversal.id IS NULL THEN t.amount END), 0) AS total
  FROM transactions AS t
  JOIN accounts AS source ON source.id = t.source_account_id
  LEFT JOIN transactions AS reversal ON reversal.reverses_id = t.id
  WHERE t.id >= ? AND t.booked_at >= ?
  GROUP BY LEFT(t.booked_at, 10), t.kind, source.kind`;

export interface AccountCounts {
  readonly open: number;
  readonly frozen: number;
  readonly closed: number;
  readonly locked: number;
}

export interface FlowRow {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly kind: TransactionKind;
  /** Where the money came from. */
  readonly source: AccountKind;
  /** Number of bookings. */
  readonly transactions: number;
  /** Sum of those that were not reversed later, in minor units. */
  readonly total: bigint;
}

export async function countCustomers(reader: Reader): Promise<number> {
  const [row] = await reader.rows(selectCustomers);
  return integerOf(row!, 'customers');
}

export async function countAccounts(reader: Reader): Promise<AccountCounts> {
  const [row] = await reader.rows(selectAccounts);
  return {
    open: integerOf(row!, 'open'),
    frozen: integerOf(row!, 'frozen'),
    closed: integerOf(row!, 'closed'),
    locked: integerOf(row!, 'locked'),
  };
}

/** Bookings since the day `since`; all of them have ids from `firstId` on. */
export async function readFlow(
  reader: Reader,
  { firstId, since }: { readonly firstId: bigint; readonly since: string },
): Promise<FlowRow[]> {
  const rows = await reader.rows(selectFlow, [firstId, since]);
  return rows.map((row) => ({
    day: textOf(row, 'day'),
    kind: textOf(row, 'kind') as TransactionKind,
    source: textOf(row, 'source_kind') as AccountKind,
    transactions: integerOf(row, 'transactions'),
    total: bigintOf(row, 'total'),
  }));
}
