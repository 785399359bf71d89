/** What a batch of payments writes. Every statement takes many rows; none updates the books. */
import { inParts } from '../../../db/parts.ts';
import { withLiterals } from '../../../db/text/literals.ts';
import { rowsAsText, selectedAsText } from '../../../db/text/row-statements.ts';
import type { RowsStatement } from '../../../db/text/statement.ts';
import { assert } from '../../../lib/assert.ts';
import type * as m from '../../model/index.ts';
import type { AccountState } from './state.ts';

export interface TransactionRow {
  readonly id: m.RequestId;
  readonly kind: m.TransactionKind;
  /** Null: the bank itself. */
  readonly customerId: m.CustomerId | null;
  readonly initiatorKind: m.InitiatorKind;
  readonly initiatorId: bigint;
  readonly fingerprint: m.Fingerprint;
  readonly sourceAccountId: m.AccountId;
  readonly sourceSeq: bigint;
  readonly targetAccountId: m.AccountId;
  readonly targetSeq: bigint;
  readonly amount: bigint;
  /** The transaction that a reversal mirrors. */
  readonly reversesId: m.RequestId | null;
}

/** A posting behind the first one of its transaction. */
export interface PostingRow {
  readonly transactionId: m.RequestId;
  /** 2 is the second. */
  readonly number: number;
  readonly kind: m.TransactionKind;
  readonly sourceAccountId: m.AccountId;
  readonly sourceSeq: bigint;
  readonly targetAccountId: m.AccountId;
  readonly targetSeq: bigint;
  readonly amount: bigint;
}

export interface EntryRow {
  readonly accountId: m.AccountId;
  readonly seq: bigint;
  readonly transactionId: m.RequestId;
  readonly kind: m.TransactionKind;
  /** Credits above zero, debits below. */
  readonly amount: bigint;
  /** Null on the bank's own accounts. */
  readonly balanceAfter: bigint | null;
  readonly counterpartyAccountId: m.AccountId;
  readonly memo: string | null;
}

const insertTransactionRows = `
  INSERT INTO transactions
    (id, kind, customer_id, initiator_id, initiator_kind, fingerprint, source_account_id,
     source_seq, target_account_id, target_seq, amount, booked_at, reverses_id)
  VALUES :rows`;
const insertPostingRows = `
  INSERT INTO postings
    (transaction_id, number, kind, source_account_id, source_seq, target_account_id, target_seq,
     amount)
  VALUES :rows`;
const insertEntryRows = `
  INSERT INTO entries
    (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id, memo,
     booked_at)
  VALUES :rows`;

export const transactionsStatement = (
  rows: readonly TransactionRow[],
  bookedAt: string,
): RowsStatement =>
  rowsAsText(insertTransactionRows, rows, (out, row) => {
    out.put(row.id);
    out.put(row.kind);
    out.put(row.customerId);
    out.put(row.initiatorId);
    out.put(row.initiatorKind);
    out.putHex(row.fingerprint);
    out.put(row.sourceAccountId);
    out.put(row.sourceSeq);
    out.put(row.targetAccountId);
    out.put(row.targetSeq);
    out.put(row.amount);
    out.put(bookedAt);
    out.put(row.reversesId);
  });

export const postingsStatement = (rows: readonly PostingRow[]): RowsStatement =>
  rowsAsText(insertPostingRows, rows, (out, row) => {
    out.put(row.transactionId);
    out.put(row.number);
    out.put(row.kind);
    out.put(row.sourceAccountId);
    out.put(row.sourceSeq);
    out.put(row.targetAccountId);
    out.put(row.targetSeq);
    out.put(row.amount);
  });

/** About 100 KB: a longer text is expensive, see `messagesOf`. */
const entriesPerStatement = 800;

const entriesStatement = (rows: readonly EntryRow[], bookedAt: string): RowsStatement =>
  rowsAsText(insertEntryRows, rows, (out, row) => {
    out.put(row.accountId);
    out.put(row.seq);
    out.put(row.transactionId);
    out.put(row.kind);
    out.put(row.amount);
    out.put(row.balanceAfter);
    out.put(row.counterpartyAccountId);
    out.put(row.memo);
    out.put(bookedAt);
  });

export const entriesStatements = (rows: readonly EntryRow[], bookedAt: string): RowsStatement[] =>
  Array.from(inParts(rows, entriesPerStatement), (part) => entriesStatement(part, bookedAt));

const columns = ['id', 'balance', 'last_seq', 'of_day', 'of_week', 'of_month', 'deposited'];
const updateAccounts = `
  UPDATE accounts AS a
  JOIN (:rows) AS v ON v.id = a.id
  SET a.balance = v.balance, a.last_seq = v.last_seq, a.counted_day = ?,
    a.paid_out_that_day = v.of_day, a.paid_out_that_week = v.of_week,
    a.paid_out_that_month = v.of_month, a.deposited_that_day = v.deposited`;

/**
 * The locked accounts take their new balances, counted by us: no arithmetic in the server. All of
 * them have counted the same day.
 */
export function accountsStatement(accounts: readonly AccountState[]): RowsStatement {
  const [first] = accounts;
  assert(first !== undefined, 'a booking changes an account');
  const { countedDay } = first;
  assert(
    accounts.every((account) => account.countedDay === countedDay),
    'a batch counts one day',
  );
  const update = withLiterals(updateAccounts, [countedDay]);
  return selectedAsText(update, { columns, items: accounts }, (out, account) => {
    out.put(account.id);
    out.put(account.balance);
    out.put(account.lastSeq);
    out.put(account.paidOutThatDay);
    out.put(account.paidOutThatWeek);
    out.put(account.paidOutThatMonth);
    out.put(account.depositedThatDay);
  });
}
