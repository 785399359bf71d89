/** Reads the whole books of one schema directly, in pages that fit into memory. */
import type { Pool, Reader } from '../../../src/db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  textOf,
  textOrNull,
  type Row,
} from '../../../src/db/rows.ts';
import type { BookPosting, Books } from './books.ts';
import { readEveryday } from './everyday/read.ts';
import { grouped } from './index-books.ts';

const pageSize = 20_000n;

const selectAccounts = `
  SELECT a.id, a.kind, a.account_type, a.account_number, a.customer_id, a.balance, a.held, a.last_seq,
    a.counted_day, a.paid_out_that_day, a.paid_out_that_week, a.paid_out_that_month,
    a.deposited_that_day, a.limited_until IS NOT NULL AS limited, l.amount AS week_limit
  FROM accounts AS a
  LEFT JOIN personal_limits AS l ON l.customer_id = a.customer_id AND l.period = 'WEEK'
  ORDER BY a.id`;
const selectTransactions = `
  SELECT id, kind, customer_id, initiator_kind, initiator_id, source_account_id, source_seq,
    target_account_id, target_seq, amount, booked_at, reverses_id
  FROM transactions
  WHERE id > ?
  ORDER BY id
  LIMIT ?`;
const selectPostings = `
  SELECT transaction_id, kind, source_account_id, source_seq, target_account_id, target_seq, amount
  FROM postings
  ORDER BY transaction_id, number`;
const selectHolds = `
  SELECT h.id, h.kind, h.source_account_id, h.target_account_id, h.counted_account_id, h.amount,
    h.fee, h.held_at, h.expires_at, j.id IS NOT NULL AS awaited
  FROM holds AS h
  LEFT JOIN jobs AS j ON j.subject_id = h.id AND j.kind = 'HOLD_EXPIRY' AND j.state = 'DUE'
  ORDER BY h.id`;
const selectEndings = `
  SELECT hold_id, ending, transaction_id, ended_at
  FROM hold_endings
  ORDER BY hold_id`;
const selectTimes = `
  SELECT NOW(6) AS read_at, NOW(6) - INTERVAL 5 SECOND AS overdue_before`;
const selectEntries = `
  SELECT account_id, seq, transaction_id, amount, balance_after, memo
  FROM entries
  WHERE (account_id, seq) > (?, ?)
  ORDER BY account_id, seq
  LIMIT ?`;
const selectOccurrences = `
  SELECT o.id, c.state
  FROM orders AS o
  LEFT JOIN order_occurrences AS c ON c.order_id = o.id`;
const selectDues = `
  SELECT id, request_id, payer_customer_id, account_id, amount, paid, state, changed_at, expires_at
  FROM request_dues
  ORDER BY request_id, place`;
const selectDuePayments = `
  SELECT transaction_id, due_id, amount
  FROM due_payments
  ORDER BY transaction_id`;
const selectAudit = `
  SELECT action, actor_discord_user_id, session_id, target_customer_id
  FROM audit
  ORDER BY id`;

async function all(
  page: (last: Row | undefined) => Promise<readonly Row[]>,
  take: (row: Row) => void,
): Promise<void> {
  let last: Row | undefined;
  for (;;) {
    const rows = await page(last);
    for (const row of rows) take(row);
    last = rows.at(-1);
    if (BigInt(rows.length) < pageSize) return;
  }
}

const postingOf = (row: Row): BookPosting => ({
  kind: textOf(row, 'kind'),
  source: bigintOf(row, 'source_account_id'),
  sourceSeq: bigintOf(row, 'source_seq'),
  target: bigintOf(row, 'target_account_id'),
  targetSeq: bigintOf(row, 'target_seq'),
  amount: bigintOf(row, 'amount'),
});

async function readAccounts(reader: Reader): Promise<Books['accounts']> {
  return (await reader.rows(selectAccounts)).map((row) => ({
    id: bigintOf(row, 'id'),
    kind: textOf(row, 'kind'),
    number: textOrNull(row, 'account_number'),
    customerId: bigintOrNull(row, 'customer_id'),
    type: textOf(row, 'account_type'),
    balance: bigintOrNull(row, 'balance'),
    held: bigintOf(row, 'held'),
    lastSeq: bigintOf(row, 'last_seq'),
    countedDay: textOf(row, 'counted_day'),
    paidOut: bigintOf(row, 'paid_out_that_day'),
    paidOutWeek: bigintOf(row, 'paid_out_that_week'),
    paidOutMonth: bigintOf(row, 'paid_out_that_month'),
    weekLimit: bigintOrNull(row, 'week_limit'),
    deposited: bigintOf(row, 'deposited_that_day'),
    isLimited: booleanOf(row, 'limited'),
  }));
}

async function readTransactions(reader: Reader): Promise<Books['transactions']> {
  const rows = await reader.rows(selectPostings);
  const further = grouped(rows, (row) => bigintOf(row, 'transaction_id'));
  const transactions: Books['transactions'][number][] = [];
  await all(
    async (last) =>
      reader.rows(selectTransactions, [last === undefined ? -1n : bigintOf(last, 'id'), pageSize]),
    (row) => {
      const id = bigintOf(row, 'id');
      const initiator = textOf(row, 'initiator_kind');
      const hasSession = initiator === 'SESSION' || initiator === 'STAFF';
      transactions.push({
        ...postingOf(row),
        id,
        customerId: bigintOrNull(row, 'customer_id'),
        initiator,
        sessionId: hasSession ? bigintOf(row, 'initiator_id') : null,
        bookedAt: textOf(row, 'booked_at'),
        reverses: bigintOrNull(row, 'reverses_id'),
        further: (further.get(id) ?? []).map(postingOf),
      });
    },
  );
  return transactions;
}

async function readEntries(reader: Reader): Promise<Books['entries']> {
  const entries: Books['entries'][number][] = [];
  await all(
    async (last) =>
      reader.rows(selectEntries, [
        last === undefined ? -1n : bigintOf(last, 'account_id'),
        last === undefined ? -1n : bigintOf(last, 'seq'),
        pageSize,
      ]),
    (row) =>
      entries.push({
        account: bigintOf(row, 'account_id'),
        seq: bigintOf(row, 'seq'),
        transactionId: bigintOf(row, 'transaction_id'),
        amount: bigintOf(row, 'amount'),
        balanceAfter: bigintOrNull(row, 'balance_after'),
        memo: textOrNull(row, 'memo'),
      }),
  );
  return entries;
}

async function readHolds(reader: Reader): Promise<Pick<Books, 'holds' | 'endings'>> {
  const holds = (await reader.rows(selectHolds)).map((row) => ({
    id: bigintOf(row, 'id'),
    kind: textOf(row, 'kind'),
    source: bigintOf(row, 'source_account_id'),
    target: bigintOf(row, 'target_account_id'),
    countedAt: bigintOrNull(row, 'counted_account_id'),
    amount: bigintOf(row, 'amount'),
    fee: bigintOf(row, 'fee'),
    heldAt: textOf(row, 'held_at'),
    expiresAt: textOf(row, 'expires_at'),
    isAwaited: booleanOf(row, 'awaited'),
  }));
  const endings = (await reader.rows(selectEndings)).map((row) => ({
    hold: bigintOf(row, 'hold_id'),
    ending: textOf(row, 'ending'),
    transactionId: bigintOrNull(row, 'transaction_id'),
    endedAt: textOf(row, 'ended_at'),
  }));
  return { holds, endings };
}

async function readOccurrences(reader: Reader): Promise<ReadonlyMap<string, string | null>> {
  const rows = await reader.rows(selectOccurrences);
  return new Map(rows.map((row) => [`${bigintOf(row, 'id')}`, textOrNull(row, 'state')]));
}

async function readDues(reader: Reader): Promise<Pick<Books, 'dues' | 'duePayments'>> {
  const dues = (await reader.rows(selectDues)).map((row) => ({
    id: bigintOf(row, 'id'),
    request: bigintOf(row, 'request_id'),
    payer: bigintOf(row, 'payer_customer_id'),
    account: bigintOf(row, 'account_id'),
    amount: bigintOf(row, 'amount'),
    paid: bigintOf(row, 'paid'),
    state: textOf(row, 'state'),
    changedAt: textOf(row, 'changed_at'),
    expiresAt: textOf(row, 'expires_at'),
  }));
  const duePayments = (await reader.rows(selectDuePayments)).map((row) => ({
    transactionId: bigintOf(row, 'transaction_id'),
    due: bigintOf(row, 'due_id'),
    amount: bigintOf(row, 'amount'),
  }));
  return { dues, duePayments };
}

async function readSnapshot(reader: Reader): Promise<Books> {
  const [times] = await reader.rows(selectTimes);
  const accounts = await readAccounts(reader);
  const audit = (await reader.rows(selectAudit)).map((row) => ({
    action: textOf(row, 'action'),
    actor: textOf(row, 'actor_discord_user_id'),
    sessionId: bigintOrNull(row, 'session_id'),
    customerId: bigintOrNull(row, 'target_customer_id'),
  }));
  return {
    accounts,
    transactions: await readTransactions(reader),
    entries: await readEntries(reader),
    audit,
    ...(await readHolds(reader)),
    occurrences: await readOccurrences(reader),
    ...(await readDues(reader)),
    ...(await readEveryday(reader)),
    readAt: textOf(times!, 'read_at'),
    overdueBefore: textOf(times!, 'overdue_before'),
  };
}

/** As they are at one moment, because jobs end holds at any time. */
export async function readBooks(pool: Pool): Promise<Books> {
  const { statementMs } = pool.limits;
  return pool.use(async (session) => {
    await session.write('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', [], statementMs);
    await session.write('START TRANSACTION WITH CONSISTENT SNAPSHOT', [], statementMs);
    try {
      return await readSnapshot({
        rows: async (sql, values = []) => session.rows(sql, values, statementMs),
      });
    } finally {
      await session.write('COMMIT', [], statementMs);
    }
  });
}
