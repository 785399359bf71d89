/** Questions about the whole books; each answers rows only where an invariant is broken. */
import type { Reader } from '../../../db/pool.ts';

export interface BooksQuestion {
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I7' | 'I8' | 'I9';
  /** What is wrong with the rows found. */
  readonly broken: string;
  readonly sql: string;
}

/** Every posting with its transaction; the first one is in the row of the transaction itself. */
const allPostings = `
    SELECT id, source_account_id, source_seq, target_account_id, target_seq, amount
    FROM transactions
    UNION ALL
    SELECT transaction_id, source_account_id, source_seq, target_account_id, target_seq, amount
    FROM postings`;

export const booksQuestions: readonly BooksQuestion[] = [
  {
    invariant: 'I1',
    broken: 'all entries together do not sum to zero',
    sql: `
  SELECT SUM(amount) AS total
  FROM entries
  HAVING total <> 0`,
  },
  {
    invariant: 'I2',
    broken: 'the stored balance is not the sum of the entries',
    sql: `
  SELECT a.account_number, a.balance, COALESCE(SUM(e.amount), 0) AS total
  FROM accounts AS a
  LEFT JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind = 'CUSTOMER'
  GROUP BY a.id, a.account_number, a.balance
  HAVING a.balance <> total`,
  },
  {
    invariant: 'I3',
    broken: 'an entry left its account below zero, or without a balance',
    sql: `
  SELECT a.account_number, e.seq, e.balance_after
  FROM accounts AS a
  JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind = 'CUSTOMER' AND (e.balance_after IS NULL OR e.balance_after < 0)`,
  },
  {
    invariant: 'I3',
    broken: 'more is held than there is',
    sql: `
  SELECT account_number, balance, held
  FROM accounts
  WHERE held < 0 OR balance - held < 0`,
  },
  {
    invariant: 'I7',
    broken: 'a posting does not have exactly its two entries',
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
  },
  {
    invariant: 'I7',
    broken: 'an entry belongs to no transaction, or to one that does not name it',
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
  },
  {
    invariant: 'I7',
    broken: 'a further posting belongs to no transaction, or its numbers have a gap',
    sql: `
  SELECT p.transaction_id, COUNT(*) AS postings, MAX(p.number) AS highest
  FROM postings AS p
  LEFT JOIN transactions AS t ON t.id = p.transaction_id
  GROUP BY p.transaction_id
  HAVING COUNT(*) <> COUNT(t.id) OR MAX(p.number) <> COUNT(*) + 1`,
  },
  {
    invariant: 'I8',
    broken: 'what is held is not the sum of the holds that nothing has ended',
    sql: `
  SELECT a.account_number, a.held, COALESCE(SUM(h.amount), 0) AS total
  FROM accounts AS a
  LEFT JOIN (
    SELECT h.source_account_id, h.amount
    FROM holds AS h
    LEFT JOIN hold_endings AS e ON e.hold_id = h.id
    WHERE e.hold_id IS NULL
  ) AS h ON h.source_account_id = a.id
  WHERE a.kind = 'CUSTOMER'
  GROUP BY a.id, a.account_number, a.held
  HAVING a.held <> total`,
  },
  {
    invariant: 'I8',
    broken: 'a captured hold paid more than was held, or something else',
    sql: `
  SELECT h.id, h.amount, t.amount AS captured
  FROM hold_endings AS e
  JOIN holds AS h ON h.id = e.hold_id
  LEFT JOIN transactions AS t ON t.id = e.transaction_id
  WHERE e.ending = 'CAPTURED'
    AND (t.id IS NULL OR t.amount > h.amount OR t.kind <> h.kind
      OR t.source_account_id <> h.source_account_id OR t.target_account_id <> h.target_account_id)`,
  },
  {
    invariant: 'I9',
    broken: 'the entries are not numbered from 1 to the last without gaps',
    sql: `
  SELECT a.account_number, a.last_seq, COUNT(e.seq) AS entries, MAX(e.seq) AS highest
  FROM accounts AS a
  LEFT JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind = 'CUSTOMER'
  GROUP BY a.id, a.account_number, a.last_seq
  HAVING entries <> a.last_seq OR COALESCE(highest, 0) <> a.last_seq`,
  },
  {
    invariant: 'I9',
    broken: 'a balance does not follow from the one before it',
    sql: `
  SELECT a.account_number, e.seq, former.balance_after AS before_it, e.amount, e.balance_after
  FROM accounts AS a
  JOIN entries AS e ON e.account_id = a.id
  LEFT JOIN entries AS former ON former.account_id = e.account_id AND former.seq = e.seq - 1
  WHERE a.kind = 'CUSTOMER'
    AND e.balance_after <> COALESCE(former.balance_after, 0) + e.amount`,
  },
];

const countRows = `
  SELECT
    (SELECT COUNT(*) FROM accounts WHERE kind = 'CUSTOMER') AS accounts,
    (SELECT COUNT(*) FROM transactions) AS transactions,
    (SELECT COUNT(*) FROM entries) AS entries`;

/** At most `limit` of the rows that are wrong, as text for a person. */
export async function askBooks(
  reader: Reader,
  question: BooksQuestion,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows(`${question.sql}\n  LIMIT ?`, [limit]);
  return rows.map((row) =>
    Object.entries(row)
      .map(([column, value]) => `${column} ${String(value)}`)
      .join(', '),
  );
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
