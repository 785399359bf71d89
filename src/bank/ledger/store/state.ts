/** What a batch of payments must know to decide: sessions and accounts. */
import { withLiterals } from '../../../db/text/literals.ts';
import { databaseNow } from '../../../db/time.ts';
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { listAsText } from '../../../db/text/row-statements.ts';
import {
  bigintOf,
  booleanOf,
  instantOrNull,
  integerOf,
  momentOf,
  momentOrNull,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

export interface SessionState extends m.SessionMoments {
  readonly id: m.SessionId;
  readonly isEnded: boolean;
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

const selectSessions = `
  SELECT id, created_at, last_seen_at, proved_at, ended_at IS NOT NULL AS is_ended
  FROM sessions
  WHERE id IN (:list)
  ORDER BY id`;
// MariaDB has no FOR SHARE; MySQL still knows the older words.
const shareLock = 'LOCK IN SHARE MODE';
const selectSessionsShared = `${selectSessions}\n  ${shareLock}`;
/** What is seldom true, as one number. */
const flags = { locked: 1, hasLimits: 2, isPot: 4, isShared: 8, isSharedPot: 16 };
const accountColumns = `id, customer_id, account_number, holder_name, status, balance, held,
    last_seq, counted_day, paid_out_that_day, paid_out_that_week, paid_out_that_month,
    deposited_that_day, limited_until, pays_from,
    ${flags.locked} * (locked_at IS NOT NULL) + ${flags.hasLimits} * has_limits
      + ${flags.isPot} * (account_type = 'POT') + ${flags.isShared} * (account_type = 'SHARED')
      + ${flags.isSharedPot} * (account_type = 'POT' AND EXISTS (SELECT 1 FROM accounts AS s
        WHERE s.customer_id = accounts.customer_id AND s.account_type = 'SHARED')) AS flags`;
const accountsClause = `FROM accounts
  WHERE id IN (:list) AND kind = 'CUSTOMER'
  ORDER BY id`;
// Unlike NOW, SYSDATE is the time of each row: of the last locked one, when all locks were held.
const selectAccounts = `
  SELECT ${accountColumns}, SYSDATE(6) AS read_at
  ${accountsClause}`;
// With the time in the row of the last one asked for alone, since the others would only carry it.
const selectAccountsLocked = `
  SELECT ${accountColumns}, IF(id = ?, SYSDATE(6), NULL) AS read_at
  ${accountsClause}
  FOR UPDATE`;

const sessionOf = (row: Row): SessionState => ({
  id: bigintOf(row, 'id') as m.SessionId,
  createdMs: momentOf(row, 'created_at'),
  lastSeenMs: momentOf(row, 'last_seen_at'),
  provedMs: momentOrNull(row, 'proved_at'),
  isEnded: booleanOf(row, 'is_ended'),
});

const accountOf = (row: Row): AccountState => {
  const set = integerOf(row, 'flags');
  return {
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
    locked: (set & flags.locked) !== 0,
    limitedUntil: instantOrNull(row, 'limited_until'),
    hasLimits: (set & flags.hasLimits) !== 0,
    isPot: (set & flags.isPot) !== 0,
    isShared: (set & flags.isShared) !== 0,
    isSharedPot: (set & flags.isSharedPot) !== 0,
    paysFrom: instantOrNull(row, 'pays_from'),
  };
};

interface PartiesAsked {
  readonly sessionIds: readonly m.SessionId[];
  readonly accountIds: readonly m.AccountId[];
}

export interface PartiesState {
  readonly sessions: readonly SessionState[];
  readonly accounts: readonly AccountState[];
  /** The server's time when the last account was read, with microseconds; null without any. */
  readonly readAt: string | null;
}

function partiesOf(sessions: readonly Row[], accounts: readonly Row[]): PartiesState {
  const last = accounts.at(-1);
  return {
    sessions: sessions.map(sessionOf),
    accounts: accounts.map(accountOf),
    readAt: last === undefined ? null : textOrNull(last, 'read_at'),
  };
}

/** As they are, without locks. No session is read where nothing asks in one. */
export async function readParties(
  reader: Reader,
  { sessionIds, accountIds }: PartiesAsked,
): Promise<PartiesState> {
  const rowsOf = async (sql: string, ids: readonly bigint[]) => {
    if (ids.length === 0) return [];
    const { sql: text, values } = withList(sql, ids);
    return reader.rows(text, values);
  };
  const sessions = await rowsOf(selectSessions, sessionIds);
  const accounts = await rowsOf(selectAccounts, accountIds);
  return partiesOf(sessions, accounts);
}

/**
 * In the lock order of the whole bank: sessions, then customers' accounts, each by their ids.
 * Sessions are shared, so that a revocation waits and then wins.
 */
export async function lockParties(
  tx: Tx,
  { sessionIds, accountIds }: PartiesAsked,
): Promise<PartiesState> {
  const asked = sessionIds.length === 0 ? [] : [listAsText(selectSessionsShared, sessionIds)];
  const last = accountIds.at(-1) ?? null;
  const wanted = listAsText(withLiterals(selectAccountsLocked, [last]), accountIds);
  const answers = await tx.rowsTogether([...asked, wanted]);
  const [accounts = [], sessions = []] = answers.toReversed();
  const parties = partiesOf(sessions, accounts);
  return parties.readAt !== null || accounts.length === 0
    ? parties
    : { ...parties, readAt: await databaseNow(tx) };
}
