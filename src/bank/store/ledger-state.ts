/** What a batch of payments must know to decide: sessions, accounts and earlier bookings. */
import { withList } from '../../db/placeholders.ts';
import type { Reader } from '../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  bytesOf,
  instantOf,
  instantOrNull,
  textOf,
  type Row,
} from '../../db/rows.ts';
import type * as m from '../model.ts';

export interface SessionState {
  readonly id: m.SessionId;
  readonly customerId: m.CustomerId;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
}

/** A customer's account as locked. */
export interface AccountState {
  readonly id: m.AccountId;
  readonly customerId: m.CustomerId;
  readonly accountNumber: m.AccountNumber;
  readonly holderName: string;
  readonly status: m.AccountStatus;
  readonly balance: bigint;
  readonly held: bigint;
  readonly lastSeq: bigint;
  /** YYYY-MM-DD in UTC; the two sums speak of this day only. */
  readonly countedDay: string;
  readonly paidOutThatDay: bigint;
  readonly depositedThatDay: bigint;
  /** The owner has locked it: nothing leaves it until the lock is lifted. */
  readonly locked: boolean;
  /** Less than usual may leave it until then. */
  readonly limitedUntil: Date | null;
}

/** A request that has been booked, with the balances it left on customers' accounts. */
export interface BookedState {
  readonly requestId: m.RequestId;
  readonly customerId: m.CustomerId;
  readonly fingerprint: Buffer;
  readonly amount: bigint;
  readonly bookedAt: Date;
  readonly sourceBalanceAfter: bigint | null;
  readonly targetBalanceAfter: bigint | null;
}

export interface Bookings {
  /** The database's time when all locks were held, as text with microseconds. */
  readonly now: string;
  readonly booked: readonly BookedState[];
}

const sessionColumns = 'id, customer_id, created_at, last_seen_at, ended_at';
const selectSessions = `
  SELECT ${sessionColumns}
  FROM sessions
  WHERE id IN (:list)
  ORDER BY id`;
// MariaDB has no FOR SHARE; MySQL still knows the older words.
const shareLock = 'LOCK IN SHARE MODE';
const selectSessionsShared = `${selectSessions}\n  ${shareLock}`;
const selectAccounts = `
  SELECT id, customer_id, account_number, holder_name, status, balance, held, last_seq,
    counted_day, paid_out_that_day, deposited_that_day, locked_at IS NOT NULL AS locked,
    limited_until
  FROM accounts
  WHERE id IN (:list) AND kind = 'CUSTOMER'
  ORDER BY id`;
const selectAccountsLocked = `${selectAccounts}\n  FOR UPDATE`;
// Always answers one row with the time, read by a statement that began after the locks were held.
const selectBookings = `
  SELECT NOW(6) AS now_at, NULL AS id, NULL AS customer_id, NULL AS fingerprint, NULL AS amount,
    NULL AS booked_at, NULL AS source_balance_after, NULL AS target_balance_after
  UNION ALL
  SELECT NULL, t.id, t.customer_id, t.fingerprint, t.amount, t.booked_at,
    source.balance_after, target.balance_after
  FROM transactions AS t
  JOIN entries AS source ON source.account_id = t.source_account_id AND source.seq = t.source_seq
  JOIN entries AS target ON target.account_id = t.target_account_id AND target.seq = t.target_seq
  WHERE t.id IN (:list)`;

const sessionOf = (row: Row): SessionState => ({
  id: bigintOf(row, 'id') as m.SessionId,
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  createdAt: instantOf(row, 'created_at'),
  lastSeenAt: instantOf(row, 'last_seen_at'),
  endedAt: instantOrNull(row, 'ended_at'),
});

const accountOf = (row: Row): AccountState => ({
  id: bigintOf(row, 'id') as m.AccountId,
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  holderName: textOf(row, 'holder_name'),
  status: textOf(row, 'status') as m.AccountStatus,
  balance: bigintOf(row, 'balance'),
  held: bigintOf(row, 'held'),
  lastSeq: bigintOf(row, 'last_seq'),
  countedDay: textOf(row, 'counted_day'),
  paidOutThatDay: bigintOf(row, 'paid_out_that_day'),
  depositedThatDay: bigintOf(row, 'deposited_that_day'),
  locked: booleanOf(row, 'locked'),
  limitedUntil: instantOrNull(row, 'limited_until'),
});

const bookedOf = (row: Row): BookedState => ({
  requestId: bigintOf(row, 'id') as m.RequestId,
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  fingerprint: bytesOf(row, 'fingerprint'),
  amount: bigintOf(row, 'amount'),
  bookedAt: instantOf(row, 'booked_at'),
  sourceBalanceAfter: bigintOrNull(row, 'source_balance_after'),
  targetBalanceAfter: bigintOrNull(row, 'target_balance_after'),
});

/** `locked` needs a database transaction: shared, so that a revocation waits and then wins. */
export async function readSessions(
  reader: Reader,
  ids: readonly m.SessionId[],
  locked: boolean,
): Promise<SessionState[]> {
  const { sql, values } = withList(locked ? selectSessionsShared : selectSessions, ids);
  const rows = await reader.rows(sql, values);
  return rows.map(sessionOf);
}

/** Customers' accounts only; `locked` takes them one after the other in the order of their ids. */
export async function readAccounts(
  reader: Reader,
  ids: readonly m.AccountId[],
  locked: boolean,
): Promise<AccountState[]> {
  if (ids.length === 0) return [];
  const { sql, values } = withList(locked ? selectAccountsLocked : selectAccounts, ids);
  const rows = await reader.rows(sql, values);
  return rows.map(accountOf);
}

/** Must come after the locks: a twin that held them first is visible then. */
export async function readBookings(
  reader: Reader,
  requestIds: readonly m.RequestId[],
): Promise<Bookings> {
  const { sql, values } = withList(selectBookings, requestIds);
  const rows = await reader.rows(sql, values);
  const clock = rows.find((row) => row['now_at'] !== null);
  return {
    now: textOf(clock ?? {}, 'now_at'),
    booked: rows.filter((row) => row !== clock).map(bookedOf),
  };
}
