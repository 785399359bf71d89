/** Questions about all of the books; each returns rows only where an invariant is broken. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, textOf, textOrNull } from '../../../db/rows.ts';
import type { BooksFinding } from '../../model/index.ts';
import {
  type BooksQuestion,
  feeQuestions,
  holdQuestions,
  interestQuestions,
  postingQuestions,
} from './verifier-holds.ts';

/** Every posting with its transaction; the first one is in the row of the transaction itself. */
const allPostings = `
    SELECT id, source_account_id, source_seq, target_account_id, target_seq, amount
    FROM transactions
    UNION ALL
    SELECT transaction_id, source_account_id, source_seq, target_account_id, target_seq, amount
    FROM postings`;

export const booksQuestions: readonly BooksQuestion[] = [
  {
    sql: `
  SELECT SUM(amount) AS total
  FROM entries
  HAVING total <> 0`,
    findingOf: (row) => ({ code: 'SUM_NOT_ZERO', total: bigintOf(row, 'total') }),
  },
  {
    sql: `
  SELECT a.account_number, a.balance, COALESCE(SUM(e.amount), 0) AS total
  FROM accounts AS a
  LEFT JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind = 'CUSTOMER'
  GROUP BY a.id, a.account_number, a.balance
  HAVING a.balance <> total`,
    findingOf: (row) => ({
      code: 'BALANCE_DIFFERS',
      account: textOf(row, 'account_number'),
      stored: bigintOf(row, 'balance'),
      summed: bigintOf(row, 'total'),
    }),
  },
  {
    sql: `
  SELECT a.account_number, e.seq, e.balance_after
  FROM accounts AS a
  JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind = 'CUSTOMER' AND (e.balance_after IS NULL OR e.balance_after < 0)`,
    findingOf: (row) => ({
      code: 'ENTRY_BALANCE_INVALID',
      account: textOf(row, 'account_number'),
      seq: bigintOf(row, 'seq'),
      balanceAfter: bigintOrNull(row, 'balance_after'),
    }),
  },
  {
    // The bank's own accounts have neither a number nor a balance.
    sql: `
  SELECT id, account_number, balance, held
  FROM accounts
  WHERE held < 0 OR balance - held < 0`,
    findingOf: (row) => ({
      code: 'HELD_EXCEEDS_BALANCE',
      account: textOrNull(row, 'account_number') ?? `${bigintOf(row, 'id')}`,
      stored: bigintOrNull(row, 'balance'),
      held: bigintOf(row, 'held'),
    }),
  },
  {
    sql: `
  SELECT t.id, t.amount
  FROM (${allPostings}) AS t
  LEFT JOIN entries AS source
    ON source.account_id = t.source_account_id AND source.seq = t.source_seq
  LEFT JOIN entries AS target
    ON target.account_id = t.target_account_id AND target.seq = t.target_seq
  WHERE source.transaction_id IS NULL OR target.transaction_id IS NULL
    OR source.transaction_id <> t.id OR target.transaction_id <> t.id
    OR source.amount <> -t.amount OR target.amount <> t.amount`,
    findingOf: (row) => ({
      code: 'TRANSACTION_ENTRIES_WRONG',
      transaction: bigintOf(row, 'id'),
      amount: bigintOf(row, 'amount'),
    }),
  },
  {
    sql: `
  SELECT e.account_id, e.seq, e.amount
  FROM entries AS e
  LEFT JOIN transactions AS t ON t.id = e.transaction_id
  WHERE t.id IS NULL
    OR NOT ((t.source_account_id = e.account_id AND t.source_seq = e.seq)
      OR (t.target_account_id = e.account_id AND t.target_seq = e.seq)
      OR EXISTS (
        SELECT 1
        FROM postings AS p
        WHERE p.transaction_id = t.id
          AND ((p.source_account_id = e.account_id AND p.source_seq = e.seq)
            OR (p.target_account_id = e.account_id AND p.target_seq = e.seq))))`,
    findingOf: (row) => ({
      code: 'ENTRY_TRANSACTION_WRONG',
      accountId: bigintOf(row, 'account_id'),
      seq: bigintOf(row, 'seq'),
      amount: bigintOf(row, 'amount'),
    }),
  },
  ...postingQuestions,
  ...feeQuestions,
  ...interestQuestions,
  ...holdQuestions,
  {
    sql: `
  SELECT a.account_number, a.last_seq, COUNT(e.seq) AS entries, MAX(e.seq) AS highest
  FROM accounts AS a
  LEFT JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind = 'CUSTOMER'
  GROUP BY a.id, a.account_number, a.last_seq
  HAVING entries <> a.last_seq OR COALESCE(highest, 0) <> a.last_seq`,
    findingOf: (row) => ({
      code: 'ENTRY_NUMBERS_BROKEN',
      account: textOf(row, 'account_number'),
      lastSeq: bigintOf(row, 'last_seq'),
      entries: bigintOf(row, 'entries'),
      highestSeq: bigintOrNull(row, 'highest'),
    }),
  },
  {
    sql: `
  SELECT a.account_number, e.seq, former.balance_after AS before_it, e.amount, e.balance_after
  FROM accounts AS a
  JOIN entries AS e ON e.account_id = a.id
  LEFT JOIN entries AS former ON former.account_id = e.account_id AND former.seq = e.seq - 1
  WHERE a.kind = 'CUSTOMER'
    AND e.balance_after <> COALESCE(former.balance_after, 0) + e.amount`,
    findingOf: (row) => ({
      code: 'ENTRY_NOT_FOLLOWING',
      account: textOf(row, 'account_number'),
      seq: bigintOf(row, 'seq'),
      balanceBefore: bigintOrNull(row, 'before_it'),
      amount: bigintOf(row, 'amount'),
      balanceAfter: bigintOrNull(row, 'balance_after'),
    }),
  },
];

const countRows = `
  SELECT
    (SELECT COUNT(*) FROM accounts WHERE kind = 'CUSTOMER') AS accounts,
    (SELECT COUNT(*) FROM transactions) AS transactions,
    (SELECT COUNT(*) FROM entries) AS entries`;

/** At most `limit` findings. */
export async function askBooks(
  reader: Reader,
  { sql, findingOf }: BooksQuestion,
  limit: number,
): Promise<BooksFinding[]> {
  const rows = await reader.rows(`${sql}\n  LIMIT ?`, [limit]);
  return rows.map(findingOf);
}

export async function countBooks(
  reader: Reader,
): Promise<{ readonly [Table in 'accounts' | 'transactions' | 'entries']: string }> {
  const [row = {}] = await reader.rows(countRows);
  const count = (name: string) => String(row[name]);
  return {
    accounts: count('accounts'),
    transactions: count('transactions'),
    entries: count('entries'),
  };
}
