/**
 * Questions about further postings, fees, interest and holds; each returns rows only where one is
 * broken.
 */
import { bigintOf, bigintOrNull, type Row, textOf } from '../../../db/rows.ts';
import type { BooksFinding } from '../../model/index.ts';

export interface BooksQuestion {
  readonly sql: string;
  readonly findingOf: (row: Row) => BooksFinding;
}

export const postingQuestions: readonly BooksQuestion[] = [
  {
    sql: `
  SELECT p.transaction_id, COUNT(*) AS postings, MAX(p.number) AS highest
  FROM postings AS p
  LEFT JOIN transactions AS t ON t.id = p.transaction_id
  GROUP BY p.transaction_id
  HAVING COUNT(*) <> COUNT(t.id) OR MAX(p.number) <> COUNT(*) + 1`,
    findingOf: (row) => ({
      code: 'POSTINGS_BROKEN',
      transaction: bigintOf(row, 'transaction_id'),
      postings: bigintOf(row, 'postings'),
      highest: bigintOf(row, 'highest'),
    }),
  },
];

/** The bank's account of fees has what was charged, less what reversals gave back. */
export const feeQuestions: readonly BooksQuestion[] = [
  {
    sql: `
  SELECT f.balance, f.charged
  FROM (
    SELECT
      (SELECT COALESCE(SUM(e.amount), 0) FROM entries AS e
       JOIN accounts AS a ON a.id = e.account_id AND a.kind = 'FEES') AS balance,
      (SELECT COALESCE(SUM(IF(m.kind = 'FEE', m.amount, -m.amount)), 0) FROM (
        SELECT kind, source_account_id, target_account_id, amount FROM transactions
        UNION ALL
        SELECT kind, source_account_id, target_account_id, amount FROM postings
      ) AS m
      JOIN accounts AS a ON a.kind = 'FEES'
        AND ((m.kind = 'FEE' AND a.id = m.target_account_id)
          OR (m.kind = 'REVERSAL' AND a.id = m.source_account_id))) AS charged
  ) AS f
  WHERE f.balance <> f.charged`,
    findingOf: (row) => ({
      code: 'FEES_DIFFER',
      balance: bigintOf(row, 'balance'),
      charged: bigintOf(row, 'charged'),
    }),
  },
];

/** The bank's account of interest has paid what was credited, less what reversals took back. */
export const interestQuestions: readonly BooksQuestion[] = [
  {
    sql: `
  SELECT f.balance, f.credited, f.noted
  FROM (
    SELECT
      (SELECT COALESCE(-SUM(e.amount), 0) FROM entries AS e
       JOIN accounts AS a ON a.id = e.account_id AND a.kind = 'INTEREST')
      + (SELECT COALESCE(SUM(m.amount), 0) FROM (
          SELECT kind, target_account_id, amount FROM transactions
          UNION ALL
          SELECT kind, target_account_id, amount FROM postings
        ) AS m
        JOIN accounts AS a ON a.kind = 'INTEREST' AND a.id = m.target_account_id
        WHERE m.kind = 'REVERSAL') AS balance,
      (SELECT COALESCE(SUM(t.amount), 0) FROM transactions AS t
       WHERE t.kind = 'INTEREST') AS credited,
      (SELECT COALESCE(SUM(c.amount), 0) FROM interest_credits AS c) AS noted
  ) AS f
  WHERE f.balance <> f.credited OR f.noted <> f.credited`,
    findingOf: (row) => ({
      code: 'INTEREST_DIFFERS',
      paid: bigintOf(row, 'balance'),
      credited: bigintOf(row, 'credited'),
      noted: bigintOf(row, 'noted'),
    }),
  },
  {
    sql: `
  SELECT c.account_id, c.transaction_id, c.amount, t.amount AS booked
  FROM interest_credits AS c
  LEFT JOIN transactions AS t ON t.id = c.transaction_id AND t.kind = 'INTEREST'
  WHERE c.transaction_id IS NOT NULL AND (t.id IS NULL OR t.amount <> c.amount)`,
    findingOf: (row) => ({
      code: 'INTEREST_CREDIT_WRONG',
      accountId: bigintOf(row, 'account_id'),
      transaction: bigintOf(row, 'transaction_id'),
      amount: bigintOf(row, 'amount'),
      booked: bigintOrNull(row, 'booked'),
    }),
  },
];

export const holdQuestions: readonly BooksQuestion[] = [
  {
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
    findingOf: (row) => ({
      code: 'HELD_DIFFERS',
      account: textOf(row, 'account_number'),
      stored: bigintOf(row, 'held'),
      summed: bigintOf(row, 'total'),
    }),
  },
  {
    sql: `
  SELECT h.id, h.amount, t.amount AS captured
  FROM hold_endings AS e
  JOIN holds AS h ON h.id = e.hold_id
  LEFT JOIN transactions AS t ON t.id = e.transaction_id
  WHERE e.ending = 'CAPTURED'
    AND (t.id IS NULL OR t.amount > h.amount OR t.kind <> h.kind
      OR t.source_account_id <> h.source_account_id OR t.target_account_id <> h.target_account_id)`,
    findingOf: (row) => ({
      code: 'CAPTURE_WRONG',
      hold: bigintOf(row, 'id'),
      held: bigintOf(row, 'amount'),
      captured: bigintOrNull(row, 'captured'),
    }),
  },
];
