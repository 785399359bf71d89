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
  readonly provedAt: Date | null;
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
  /** YYYY-MM-DD in UTC; the sums speak of this day, its week from Monday, and its month. */
  readonly countedDay: string;
  readonly paidOutThatDay: bigint;
  readonly paidOutThatWeek: bigint;
  readonly paidOutThatMonth: bigint;
  readonly depositedThatDay: bigint;
  /** The owner has locked it: nothing leaves it until the lock is lifted. */
  readonly locked: boolean;
  /** Less than usual may leave it until then. */
  readonly limitedUntil: Date | null;
  /** The customer has set limits, which this row keeps; only of a first account. */
  readonly hasLimits: boolean;
  readonly isPot: boolean;
  /** Several customers use it; its owner is no person. */
  readonly isShared: boolean;
  /** A pot of a shared account. */
  readonly isSharedPot: boolean;
  /** Nothing is taken from the pot before this time. */
  readonly paysFrom: Date | null;
}

/** A request that has been booked. */
export interface BookedState {
  readonly requestId: m.RequestId;
  /** Null: the bank itself asked. */
  readonly customerId: m.CustomerId | null;
  readonly fingerprint: Buffer;
  readonly bookedAt: Date;
  readonly postings: readonly {
    readonly kind: m.TransactionKind;
    readonly sourceId: m.AccountId;
    readonly targetId: m.AccountId;
    readonly amount: bigint;
  }[];
  /** What it left on a customer's account; undefined on others. */
  readonly balanceAfter: (id: m.AccountId) => bigint | undefined;
}

// Unlike NOW, SYSDATE is the time of each row: of a locked one, the time when its lock was held.
const selectSessions = `
  SELECT id, customer_id, created_at, last_seen_at, proved_at, ended_at, SYSDATE(6) AS read_at
  FROM sessions
  WHERE id IN (:list)
  ORDER BY id`;
// MariaDB has no FOR SHARE; MySQL still knows the older words.
const shareLock = 'LOCK IN SHARE MODE';
const selectSessionsShared = `${selectSessions}\n  ${shareLock}`;
const selectAccounts = `
  SELECT id, customer_id, account_number, holder_name, status, balance, held, last_seq,
    counted_day, paid_out_that_day, paid_out_that_week, paid_out_that_month, deposited_that_day,
    locked_at IS NOT NULL AS locked, limited_until, has_limits,
    account_type = 'POT' AS is_pot, account_type = 'SHARED' AS is_shared,
    account_type = 'POT' AND EXISTS (SELECT 1 FROM accounts AS s
      WHERE s.customer_id = accounts.customer_id AND s.account_type = 'SHARED') AS is_shared_pot,
    pays_from,
    SYSDATE(6) AS read_at
  FROM accounts
  WHERE id IN (:list) AND kind = 'CUSTOMER'
  ORDER BY id`;
const selectAccountsLocked = `${selectAccounts}\n  FOR UPDATE`;
const entriesJoined = `
  JOIN entries AS s ON s.account_id = p.source_account_id AND s.seq = p.source_seq
  JOIN entries AS g ON g.account_id = p.target_account_id AND g.seq = p.target_seq`;
const postingColumns = `p.kind, p.source_account_id, p.target_account_id, p.amount,
    s.balance_after AS source_after, g.balance_after AS target_after`;
const selectBookings = `
  SELECT p.id, p.customer_id, p.fingerprint, p.booked_at, ${postingColumns}
  FROM transactions AS p${entriesJoined}
  WHERE p.id IN (:list)`;
const selectFurther = `
  SELECT p.transaction_id AS id, ${postingColumns}
  FROM postings AS p${entriesJoined}
  WHERE p.transaction_id IN (:list)
  ORDER BY p.transaction_id, p.number`;

const sessionOf = (row: Row): SessionState => ({
  id: bigintOf(row, 'id') as m.SessionId,
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  createdAt: instantOf(row, 'created_at'),
  lastSeenAt: instantOf(row, 'last_seen_at'),
  provedAt: instantOrNull(row, 'proved_at'),
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
  paidOutThatWeek: bigintOf(row, 'paid_out_that_week'),
  paidOutThatMonth: bigintOf(row, 'paid_out_that_month'),
  depositedThatDay: bigintOf(row, 'deposited_that_day'),
  locked: booleanOf(row, 'locked'),
  limitedUntil: instantOrNull(row, 'limited_until'),
  hasLimits: booleanOf(row, 'has_limits'),
  isPot: booleanOf(row, 'is_pot'),
  isShared: booleanOf(row, 'is_shared'),
  isSharedPot: booleanOf(row, 'is_shared_pot'),
  paysFrom: instantOrNull(row, 'pays_from'),
});

const postingOf = (row: Row): BookedState['postings'][number] => ({
  kind: textOf(row, 'kind') as m.TransactionKind,
  sourceId: bigintOf(row, 'source_account_id') as m.AccountId,
  targetId: bigintOf(row, 'target_account_id') as m.AccountId,
  amount: bigintOf(row, 'amount'),
});

/** What the postings left behind, the last of each account; nothing on the bank's own. */
function balancesOf(postings: readonly Row[]): Map<m.AccountId, bigint> {
  const balances = new Map<m.AccountId, bigint>();
  for (const row of postings) {
    const { sourceId, targetId } = postingOf(row);
    const [source, target] = [bigintOrNull(row, 'source_after'), bigintOrNull(row, 'target_after')];
    if (source !== null) balances.set(sourceId, source);
    if (target !== null) balances.set(targetId, target);
  }
  return balances;
}

function bookedOf(row: Row, further: readonly Row[]): BookedState {
  const requestId = bigintOf(row, 'id') as m.RequestId;
  const postings = [row, ...further.filter((one) => bigintOf(one, 'id') === requestId)];
  const balances = balancesOf(postings);
  return {
    requestId,
    customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
    fingerprint: bytesOf(row, 'fingerprint'),
    bookedAt: instantOf(row, 'booked_at'),
    postings: postings.map(postingOf),
    balanceAfter: (id) => balances.get(id),
  };
}

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

interface PartiesAsked {
  readonly sessionIds: readonly m.SessionId[];
  readonly accountIds: readonly m.AccountId[];
}

/** No session is read where nothing asks in one. */
const partiesStatements = ({ sessionIds, accountIds }: PartiesAsked, locked: boolean) => [
  ...(sessionIds.length === 0 ? [] : [sessionsStatement(sessionIds, locked)]),
  accountsStatement(accountIds, locked),
];

const partiesOf = (
  answers: readonly (readonly Row[])[],
  sessionIds: readonly m.SessionId[],
): PartiesState => {
  const accounts = answers.at(-1) ?? [];
  const sessions = sessionIds.length === 0 ? [] : (answers[0] ?? []);
  const last = accounts.at(-1) ?? sessions.at(-1);
  return {
    sessions: sessions.map(sessionOf),
    accounts: accounts.map(accountOf),
    readAt: last === undefined ? null : textOf(last, 'read_at'),
  };
};

/** As they are, without locks. */
export async function readParties(
  reader: Reader,
  { sessionIds, accountIds }: PartiesAsked,
): Promise<PartiesState> {
  const answers: Row[][] = [];
  for (const { sql, values } of partiesStatements({ sessionIds, accountIds }, false)) {
    answers.push(await reader.rows(sql, values));
  }
  return partiesOf(answers, sessionIds);
}

/** In the lock order of the whole bank: sessions, then accounts. */
export async function lockParties(
  tx: Tx,
  { sessionIds, accountIds }: PartiesAsked,
): Promise<PartiesState> {
  const statements = partiesStatements({ sessionIds, accountIds }, true);
  return partiesOf(await tx.rowsTogether(statements), sessionIds);
}

/** Must come after the locks: a twin that held them first is visible then. */
export async function readBookings(
  reader: Reader,
  requestIds: readonly m.RequestId[],
): Promise<BookedState[]> {
  const [first, further] = [
    withList(selectBookings, requestIds),
    withList(selectFurther, requestIds),
  ];
  const rows = await reader.rows(first.sql, first.values);
  if (rows.length === 0) return [];
  const others = await reader.rows(further.sql, further.values);
  return rows.map((row) => bookedOf(row, others));
}
