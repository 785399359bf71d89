/** Holds and how they ended. Both tables are only ever inserted into. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  bytesOf,
  instantOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import { assert } from '../../../lib/assert.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import type { AccountState } from './state.ts';

export interface HoldState {
  readonly id: m.HoldId;
  /** Of the transaction that it may become. */
  readonly kind: m.TransactionKind;
  /** Null: the bank asked for it. */
  readonly customerId: m.CustomerId | null;
  readonly fingerprint: m.Fingerprint;
  readonly source: m.AccountId;
  readonly target: m.AccountId;
  /** The account whose sums of the day have counted it; null: it is free of limits. */
  readonly countedAt: m.AccountId | null;
  /** With the fee. */
  readonly amount: bigint;
  /** Not counted in the sums of the day. */
  readonly fee: bigint;
  readonly memo: string | null;
  /** YYYY-MM-DD in UTC. */
  readonly heldOn: string;
  readonly expiresAt: Date;
  /** Null: nothing has ended it; it may be over all the same, by its time. */
  readonly ending: m.HoldEnding | null;
  /** Of the transaction that captured it. */
  readonly transactionId: m.RequestId | null;
}

export interface NewHold extends Omit<
  HoldState,
  'heldOn' | 'expiresAt' | 'ending' | 'transactionId'
> {
  readonly initiatorKind: m.InitiatorKind;
  readonly initiatorId: bigint;
  readonly expiresInMs: number;
}

const insertHoldRow = `
  INSERT INTO holds
    (id, kind, customer_id, initiator_kind, initiator_id, fingerprint, source_account_id,
     target_account_id, counted_account_id, amount, fee, memo, held_at, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? + INTERVAL ? MICROSECOND)`;
const insertEndingRows = `
  INSERT INTO hold_endings (hold_id, ending, transaction_id, ended_at)
  VALUES :rows`;
const selectHolds = `
  SELECT h.id, h.kind, h.customer_id, h.fingerprint, h.source_account_id, h.target_account_id,
    h.counted_account_id, h.amount, h.fee, h.memo, LEFT(h.held_at, 10) AS held_on, h.expires_at,
    e.ending, e.transaction_id
  FROM holds AS h
  LEFT JOIN hold_endings AS e ON e.hold_id = h.id`;
const selectByIds = `${selectHolds}
  WHERE h.id IN (:list)`;
const selectDue = `${selectHolds}
  WHERE h.source_account_id IN (:list) AND h.expires_at <= ? AND e.hold_id IS NULL`;
const selectDueOfOwners = `${selectHolds}
  JOIN accounts AS other ON other.id = h.source_account_id
  JOIN accounts AS own ON own.customer_id = other.customer_id
  WHERE own.id IN (:list) AND other.held > 0 AND h.expires_at <= ? AND e.hold_id IS NULL`;
const selectActive = `${selectHolds}
  WHERE h.source_account_id = ? AND h.expires_at > NOW(6) AND e.hold_id IS NULL
  ORDER BY h.id`;

/**
 * What is held on account `a` by the database's time: a hold that is over holds nothing, even if
 * its job has not ended it yet.
 */
export const heldClause = `a.held - IF(a.held = 0, 0, (
      SELECT CAST(COALESCE(SUM(h.amount), 0) AS SIGNED)
      FROM holds AS h
      LEFT JOIN hold_endings AS e ON e.hold_id = h.id
      WHERE h.source_account_id = a.id AND h.expires_at <= NOW(6) AND e.hold_id IS NULL))`;

const holdOf = (row: Row): HoldState => ({
  id: bigintOf(row, 'id') as m.HoldId,
  kind: textOf(row, 'kind') as m.TransactionKind,
  customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
  fingerprint: bytesOf(row, 'fingerprint').toString('hex') as m.Fingerprint,
  source: bigintOf(row, 'source_account_id') as m.AccountId,
  target: bigintOf(row, 'target_account_id') as m.AccountId,
  countedAt: bigintOrNull(row, 'counted_account_id') as m.AccountId | null,
  amount: bigintOf(row, 'amount'),
  fee: bigintOf(row, 'fee'),
  memo: textOrNull(row, 'memo'),
  heldOn: textOf(row, 'held_on'),
  expiresAt: instantOf(row, 'expires_at'),
  ending: textOrNull(row, 'ending') as m.HoldEnding | null,
  transactionId: bigintOrNull(row, 'transaction_id') as m.RequestId | null,
});

/** In no order. A hold changes only under the lock of the account that pays. */
export async function readHolds(reader: Reader, ids: readonly m.HoldId[]): Promise<HoldState[]> {
  const { sql, values } = withList(selectByIds, ids);
  return (await reader.rows(sql, values)).map(holdOf);
}

/** Holds on these accounts that are over at `now`, and that nothing has ended yet. */
export async function readDueHolds(
  reader: Reader,
  accountIds: readonly m.AccountId[],
  now: string,
): Promise<HoldState[]> {
  const { sql, values } = withList(selectDue, accountIds);
  return (await reader.rows(sql, [...values, now])).map(holdOf);
}

/** The same on all accounts of the customers that own these. */
export async function readDueHoldsOfOwners(
  reader: Reader,
  accountIds: readonly m.AccountId[],
  now: string,
): Promise<HoldState[]> {
  const { sql, values } = withList(selectDueOfOwners, accountIds);
  return (await reader.rows(sql, [...values, now])).map(holdOf);
}

/** What takes from the available balance of the account now, oldest first. */
export async function readActiveHolds(
  reader: Reader,
  accountId: m.AccountId,
): Promise<HoldState[]> {
  return (await reader.rows(selectActive, [accountId])).map(holdOf);
}

export async function insertHold(tx: Tx, hold: NewHold, heldAt: string): Promise<void> {
  await tx.write(insertHoldRow, [
    hold.id,
    hold.kind,
    hold.customerId,
    hold.initiatorKind,
    hold.initiatorId,
    Buffer.from(hold.fingerprint, 'hex'),
    hold.source,
    hold.target,
    hold.countedAt,
    hold.amount,
    hold.fee,
    hold.memo,
    heldAt,
    heldAt,
    hold.expiresInMs * 1_000,
  ]);
}

export async function insertEndings(
  tx: Tx,
  endings: readonly {
    readonly hold: m.HoldId;
    readonly ending: m.HoldEnding;
    readonly transactionId: m.RequestId | null;
  }[],
  endedAt: string,
): Promise<void> {
  await tx.writeRows(
    insertEndingRows,
    endings.map(({ hold, ending, transactionId }) => [hold, ending, transactionId, endedAt]),
  );
}

const updateHeld = `
  UPDATE accounts
  SET held = ?, counted_day = ?, paid_out_that_day = ?, paid_out_that_week = ?,
    paid_out_that_month = ?, deposited_that_day = ?
  WHERE id = ?`;

/** What is held, and what is counted of it: of locked accounts. */
export async function saveHeld(tx: Tx, accounts: readonly AccountState[]): Promise<void> {
  for (const account of accounts) {
    const { affectedRows } = await tx.write(updateHeld, [
      account.held,
      account.countedDay,
      account.paidOutThatDay,
      account.paidOutThatWeek,
      account.paidOutThatMonth,
      account.depositedThatDay,
      account.id,
    ]);
    assert(affectedRows === 1, 'every locked account takes what is held');
  }
}
