/** The invariants that hold in every database when no work is under way. */
import { afterEach, expect } from 'vitest';
import type { Pool } from '../../src/db/pool.ts';
import type { Row } from '../../src/db/rows.ts';

const invariants: Readonly<Record<string, string>> = {
  'I1: all entries sum to zero': `
    SELECT SUM(amount) AS total FROM entries HAVING total <> 0`,
  'I2: balance is the sum of entries': `
    SELECT a.id, a.balance, COALESCE(SUM(e.amount), 0) AS total
    FROM accounts AS a LEFT JOIN entries AS e ON e.account_id = a.id
    WHERE a.kind = 'CUSTOMER'
    GROUP BY a.id, a.balance
    HAVING a.balance <> total`,
  'I2: balance is the last balance_after': `
    SELECT a.id FROM accounts AS a
    JOIN entries AS e ON e.account_id = a.id AND e.seq = a.last_seq
    WHERE a.kind = 'CUSTOMER' AND e.balance_after <> a.balance`,
  'I3: no balance below zero at any point': `
    SELECT e.account_id, e.seq FROM entries AS e
    JOIN accounts AS a ON a.id = e.account_id
    WHERE a.kind = 'CUSTOMER' AND (e.balance_after IS NULL OR e.balance_after < 0)`,
  'I3: available is never below zero': `
    SELECT id FROM accounts WHERE balance - held < 0 OR held < 0`,
  'I7: the entries of each transaction sum to zero': `
    SELECT transaction_id FROM entries GROUP BY transaction_id
    HAVING SUM(amount) <> 0 OR COUNT(*) < 2`,
  'I7: each transaction has its two entries': `
    SELECT t.id FROM transactions AS t
    LEFT JOIN entries AS source
      ON source.account_id = t.source_account_id AND source.seq = t.source_seq
    LEFT JOIN entries AS target
      ON target.account_id = t.target_account_id AND target.seq = t.target_seq
    WHERE source.transaction_id IS NULL OR target.transaction_id IS NULL
      OR source.transaction_id <> t.id OR target.transaction_id <> t.id
      OR source.amount <> -t.amount OR target.amount <> t.amount`,
  'I7: each further posting has its two entries': `
    SELECT p.transaction_id, p.number FROM postings AS p
    LEFT JOIN transactions AS t ON t.id = p.transaction_id
    LEFT JOIN entries AS source
      ON source.account_id = p.source_account_id AND source.seq = p.source_seq
    LEFT JOIN entries AS target
      ON target.account_id = p.target_account_id AND target.seq = p.target_seq
    WHERE t.id IS NULL OR source.transaction_id IS NULL OR target.transaction_id IS NULL
      OR source.transaction_id <> t.id OR target.transaction_id <> t.id
      OR source.kind <> p.kind OR target.kind <> p.kind
      OR source.amount <> -p.amount OR target.amount <> p.amount`,
  'I7: a transaction has two entries for each of its postings': `
    SELECT e.transaction_id FROM entries AS e
    GROUP BY e.transaction_id
    HAVING COUNT(*) <> 2 * (1 + (
      SELECT COUNT(*) FROM postings AS p WHERE p.transaction_id = e.transaction_id))`,
  'I11: the account of interest has paid what was credited, less what was taken back': `
    SELECT f.paid, f.credited, f.noted FROM (
    SELECT
      (SELECT COALESCE(-SUM(e.amount), 0) FROM entries AS e
       JOIN accounts AS a ON a.id = e.account_id AND a.kind = 'INTEREST'
       JOIN transactions AS t ON t.id = e.transaction_id AND t.kind = 'INTEREST') AS paid,
      (SELECT COALESCE(SUM(t.amount), 0) FROM transactions AS t WHERE t.kind = 'INTEREST')
        AS credited,
      (SELECT COALESCE(SUM(c.amount), 0) FROM interest_credits AS c
       JOIN transactions AS t ON t.id = c.transaction_id AND t.kind = 'INTEREST'
         AND t.amount = c.amount) AS noted
    ) AS f
    WHERE f.paid <> f.credited OR f.noted <> f.credited`,
  'I10: the account of fees has what was charged, less what was given back': `
    SELECT f.balance, f.charged FROM (
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
  'I8: what is held is the sum of the holds that nothing has ended': `
    SELECT a.id, a.held FROM accounts AS a
    WHERE a.held <> COALESCE((
      SELECT SUM(h.amount) FROM holds AS h
      LEFT JOIN hold_endings AS e ON e.hold_id = h.id
      WHERE h.source_account_id = a.id AND e.hold_id IS NULL), 0)`,
  'I8: a capture takes what its hold allows': `
    SELECT h.id FROM hold_endings AS e
    JOIN holds AS h ON h.id = e.hold_id
    LEFT JOIN transactions AS t ON t.id = e.transaction_id
    WHERE e.ending = 'CAPTURED' AND (t.id IS NULL OR t.amount > h.amount
      OR t.source_account_id <> h.source_account_id
      OR t.target_account_id <> h.target_account_id)`,
  'R1: what is paid of a request is what its transfers moved': `
    SELECT d.id FROM request_dues AS d
    WHERE d.paid <> COALESCE((
      SELECT SUM(t.amount) FROM due_payments AS p
      JOIN transactions AS t ON t.id = p.transaction_id
      WHERE p.due_id = d.id), 0)`,
  'R1: each payment of a request is a transfer of its payer to its asker': `
    SELECT p.transaction_id FROM due_payments AS p
    LEFT JOIN request_dues AS d ON d.id = p.due_id
    LEFT JOIN transactions AS t ON t.id = p.transaction_id
    WHERE d.id IS NULL OR t.id IS NULL OR t.kind <> 'TRANSFER' OR t.amount <> p.amount
      OR t.customer_id <> d.payer_customer_id OR t.target_account_id <> d.account_id`,
  'I7: no entry without its transaction': `
    SELECT e.account_id, e.seq FROM entries AS e
    LEFT JOIN transactions AS t ON t.id = e.transaction_id
    WHERE t.id IS NULL`,
  'I9: seq runs from 1 to n without gaps': `
    SELECT a.id FROM accounts AS a LEFT JOIN entries AS e ON e.account_id = a.id
    WHERE a.kind = 'CUSTOMER'
    GROUP BY a.id, a.last_seq
    HAVING COUNT(e.seq) <> a.last_seq OR COALESCE(MAX(e.seq), 0) <> a.last_seq`,
  'I9: each balance follows from the one before': `
    SELECT e.account_id, e.seq FROM entries AS e
    JOIN accounts AS a ON a.id = e.account_id AND a.kind = 'CUSTOMER'
    LEFT JOIN entries AS former ON former.account_id = e.account_id AND former.seq = e.seq - 1
    WHERE e.balance_after <> COALESCE(former.balance_after, 0) + e.amount
      OR (e.seq > 1 AND former.seq IS NULL)`,
  'I9: time never runs back within a customer’s account': `
    SELECT e.account_id, e.seq FROM entries AS e
    JOIN accounts AS a ON a.id = e.account_id AND a.kind = 'CUSTOMER'
    JOIN entries AS former ON former.account_id = e.account_id AND former.seq = e.seq - 1
    WHERE e.booked_at < former.booked_at`,
  'I11: every act of staff that moves money is counted, with its amount': `
    SELECT r.id, r.action FROM audit AS r
    LEFT JOIN staff_acts AS s
      ON s.audit_id = r.id AND s.party_customer_id = r.target_customer_id
    WHERE r.action IN ('COUNTER_DEPOSIT', 'COUNTER_WITHDRAWAL', 'ADJUST_BOOKED', 'ADJUST_ASKED',
        'ADJUST_APPROVED', 'REVERSE_BOOKED', 'REVERSE_ASKED', 'REVERSE_APPROVED',
        'DEPOSIT_APPROVED')
      AND COALESCE(s.amount, 0)
        <> CAST(JSON_UNQUOTE(JSON_EXTRACT(r.details, '$.amount')) AS SIGNED)`,
  'the first account alone keeps the sums of its customer’s day': `
    SELECT a.id FROM accounts AS a
    JOIN accounts AS former ON former.customer_id = a.customer_id AND former.id < a.id
    WHERE a.paid_out_that_day <> 0 OR a.deposited_that_day <> 0 OR a.has_limits
      OR a.paid_out_that_week <> 0 OR a.paid_out_that_month <> 0`,
  'the accounts of one customer have one holder’s name': `
    SELECT customer_id FROM accounts WHERE customer_id IS NOT NULL
    GROUP BY customer_id HAVING COUNT(DISTINCT holder_name) > 1`,
  'one live session per customer': `
    SELECT customer_id FROM sessions WHERE ended_at IS NULL
    GROUP BY customer_id HAVING COUNT(*) > 1`,
};

/** The first rows that violate each invariant; empty if the books are correct. */
export async function brokenInvariants(pool: Pool): Promise<Record<string, Row[]>> {
  const broken: Record<string, Row[]> = {};
  for (const [name, sql] of Object.entries(invariants)) {
    const rows = await pool.rows(`${sql}\n LIMIT 5`);
    if (rows.length > 0) broken[name] = rows;
  }
  return broken;
}

export async function expectBooksBalanced(pool: Pool): Promise<void> {
  expect(await brokenInvariants(pool)).toEqual({});
}

/** Closes the bank after each test of a file and checks its books. */
export function closesBalanced(
  database: { readonly pool: Pool },
  bank: () => { close(): Promise<void> },
): void {
  afterEach(async () => {
    await bank().close();
    await expectBooksBalanced(database.pool);
  });
}
