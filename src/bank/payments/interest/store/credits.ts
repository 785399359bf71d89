/** Accounts that earn interest, and what was credited to them. */
import { withList } from '../../../../db/text/placeholders.ts';
import type { Reader } from '../../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../../db/rows.ts';
import type { Tx } from '../../../../db/transaction.ts';
import { mainAccountClause } from '../../../accounts/index.ts';
import type * as m from '../../../model/index.ts';
import { interestTypes } from '../../../model/index.ts';

const typeClause = `a.account_type IN (${interestTypes.map((type) => `'${type}'`).join(', ')})`;
const earningColumns = `
  SELECT a.id, a.account_number, a.account_type, a.status, a.opened_at, a.last_seq,
    c.credit_month, COALESCE(c.carried, 0) AS carried`;
/** With what was credited last. */
const accountRows = `
  FROM accounts AS a
  LEFT JOIN interest_credits AS c ON c.account_id = a.id AND c.credit_month = (
    SELECT MAX(l.credit_month) FROM interest_credits AS l WHERE l.account_id = a.id)`;
// An account without money earns nothing after the month of its last entry.
const selectDue = `${earningColumns}, (
    SELECT t.id
    FROM customers AS c
    JOIN accounts AS t ON t.id = ${mainAccountClause}
    WHERE c.id = a.customer_id AND t.status <> 'CLOSED') AS main_id
  ${accountRows}
  LEFT JOIN entries AS e ON e.account_id = a.id AND e.seq = a.last_seq
  WHERE a.id > ? AND a.kind = 'CUSTOMER' AND ${typeClause} AND a.opened_at < ?
    AND (c.credit_month IS NULL OR c.credit_month < ?)
    AND (a.balance > 0 OR e.booked_at >= COALESCE(c.credit_month + INTERVAL 1 MONTH, ?))
  ORDER BY a.id
  LIMIT ?`;
const selectThese = `${earningColumns}, NULL AS main_id
  ${accountRows}
  WHERE a.id IN (:list) AND ${typeClause}
  ORDER BY a.id`;
const selectBalance = `
  SELECT balance_after
  FROM entries
  WHERE account_id = ? AND seq = ?`;
const selectEnds = `
  SELECT DATE(e.booked_at) AS booked_day, e.balance_after
  FROM entries AS e
  JOIN (
    SELECT MAX(seq) AS seq
    FROM entries
    WHERE account_id = ? AND seq >= ? AND seq < ?
    GROUP BY DATE(booked_at)
  ) AS last_of ON last_of.seq = e.seq
  WHERE e.account_id = ?`;
const insertOne = `
  INSERT INTO interest_credits
    (account_id, credit_month, amount, carried, transaction_id, credited_at)
  VALUES (?, ?, ?, ?, ?, NOW(6))`;

export interface EarningRow {
  readonly id: m.AccountId;
  readonly accountNumber: m.AccountNumber;
  readonly type: m.InterestType;
  readonly status: m.AccountStatus;
  readonly openedAt: Date;
  readonly lastSeq: bigint;
  /** The last month that was worked out, by its first day. */
  readonly credited: string | null;
  /** What that month left unpaid, in fractions. */
  readonly carried: bigint;
  /** The owner's main account, unless it is closed. */
  readonly mainId: m.AccountId | null;
}

const earningOf = (row: Row): EarningRow => ({
  id: bigintOf(row, 'id') as m.AccountId,
  accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  type: textOf(row, 'account_type') as m.InterestType,
  status: textOf(row, 'status') as m.AccountStatus,
  openedAt: instantOf(row, 'opened_at'),
  lastSeq: bigintOf(row, 'last_seq'),
  credited: textOrNull(row, 'credit_month'),
  carried: bigintOf(row, 'carried'),
  mainId: bigintOrNull(row, 'main_id') as m.AccountId | null,
});

/** Accounts after this one that may have earned interest up to the end of the month. */
export async function readDue(
  reader: Reader,
  due: {
    readonly after: bigint;
    /** The first days of the month and of the one after it. */
    readonly month: string;
    readonly until: string;
    /** Since when there has been a rate. */
    readonly since: Date;
    readonly limit: number;
  },
): Promise<EarningRow[]> {
  const values = [due.after, due.until, due.month, due.since, due.limit];
  return (await reader.rows(selectDue, values)).map(earningOf);
}

/** Those of the accounts whose kind earns interest. */
export async function readEarning(
  reader: Reader,
  ids: readonly m.AccountId[],
): Promise<EarningRow[]> {
  const { sql, values } = withList(selectThese, ids);
  return (await reader.rows(sql, values)).map(earningOf);
}

/** The balance before the first of these entries, and at the end of each of their days. */
export async function readBalances(
  reader: Reader,
  id: m.AccountId,
  { from, below }: { readonly from: bigint; readonly below: bigint },
): Promise<m.DayBalances> {
  const [before] = from > 1n ? await reader.rows(selectBalance, [id, from - 1n]) : [];
  const rows = from < below ? await reader.rows(selectEnds, [id, from, below, id]) : [];
  const ends = rows.map((row) => [textOf(row, 'booked_day'), bigintOf(row, 'balance_after')]);
  return {
    opening: before === undefined ? 0n : bigintOf(before, 'balance_after'),
    ends: new Map(ends as [string, bigint][]),
  };
}

export interface Credit {
  readonly accountId: m.AccountId;
  /** YYYY-MM-01. */
  readonly month: string;
  readonly amount: bigint;
  readonly carried: bigint;
  readonly transactionId: m.RequestId | null;
}

/** A second row of an account and month is a duplicate. */
export async function insertCredit(tx: Tx, credit: Credit): Promise<void> {
  const { accountId, month, amount, carried, transactionId } = credit;
  await tx.write(insertOne, [accountId, month, amount, `${carried}`, transactionId]);
}
