/** What a batch of payments must know to decide: sessions, accounts and earlier bookings. */
import { withList } from '../../../db/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  bytesOf,
  instantOf,
  instantOrNull,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

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

// Unlike NOW, SYSDATE is the time of each row: of a locked one, the time when its lock was held.
const selectSessions = `
  SELECT id, customer_id, created_at, last_seen_at, ended_at, SYSDATE(6) AS read_at
  FROM sessions
  WHERE id IN (:list)
  ORDER BY id`;
// MariaDB has no FOR SHARE; MySQL still knows the older words.
const shareLock = 'LOCK IN SHARE MODE';
const selectSessionsShared = `${selectSessions}\n  ${shareLock}`;
const selectAccounts = `
  SELECT id, customer_id, account_number, holder_name, status, balance, held, last_seq,
    counted_day, paid_out_that_day, deposited_that_day, locked_at IS NOT NULL AS locked,
    limited_until, SYSDATE(6) AS read_at
  FROM accounts
  WHERE id IN (:list) AND kind = 'CUSTOMER'
  ORDER BY id`;
const selectAccountsLocked = `${selectAccounts}\n  FOR UPDATE`;
const selectBookings = `
  SELECT t.id, t.customer_id, t.fingerprint, t.amount, t.booked_at,
    source.balance_after AS source_balance_after, target.balance_after AS target_balance_after
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

/** Shared, so that a revocation waits and then wins. */
const sessionsStatement = (ids: readonly m.SessionId[], locked: boolean) =>
  withList(locked ? selectSessionsShared : selectSessions, ids);

/** Customers' accounts only, one after the other in the order of their ids. */
const accountsStatement = (ids: readonly m.AccountId[], locked: boolean) =>
  withList(locked ? selectAccountsLocked : selectAccounts, ids);

export interface PartiesState {
  readonly sessions: readonly SessionState[];
  readonly accounts: readonly AccountState[];
  /** The server's time when the last of them was read, with microseconds; null without any. */
  readonly readAt: string | null;
}

const partiesOf = (sessions: readonly Row[], accounts: readonly Row[]): PartiesState => {
  const last = accounts.at(-1) ?? sessions.at(-1);
  return {
    sessions: sessions.map(sessionOf),
    accounts: accounts.map(accountOf),
    readAt: last === undefined ? null : textOf(last, 'read_at'),
  };
};

interface PartiesAsked {
  readonly sessionIds: readonly m.SessionId[];
  readonly accountIds: readonly m.AccountId[];
}

/** As they are, without locks. */
export async function readParties(
  reader: Reader,
  { sessionIds, accountIds }: PartiesAsked,
): Promise<PartiesState> {
  const [sessions, accounts] = [
    sessionsStatement(sessionIds, false),
    accountsStatement(accountIds, false),
  ];
  const sessionRows = await reader.rows(sessions.sql, sessions.values);
  return partiesOf(sessionRows, await reader.rows(accounts.sql, accounts.values));
}

/** In the lock order of the whole bank: sessions, then accounts. */
export async function lockParties(
  tx: Tx,
  { sessionIds, accountIds }: PartiesAsked,
): Promise<PartiesState> {
  const [sessions = [], accounts = []] = await tx.rowsTogether([
    sessionsStatement(sessionIds, true),
    accountsStatement(accountIds, true),
  ]);
  return partiesOf(sessions, accounts);
}

/** Must come after the locks: a twin that held them first is visible then. */
export async function readBookings(
  reader: Reader,
  requestIds: readonly m.RequestId[],
): Promise<BookedState[]> {
  const { sql, values } = withList(selectBookings, requestIds);
  const rows = await reader.rows(sql, values);
  return rows.map(bookedOf);
}
