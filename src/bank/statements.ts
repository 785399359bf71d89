import type { Pool } from '../db/pool.ts';
import { assert } from '../lib/assert.ts';
import type { StatementsService } from './bank.ts';
import { BankError } from './errors.ts';
import type * as m from './model.ts';
import { amountOf, balanceOf } from './money.ts';
import { numberTail } from './parse/account-number.ts';
import { referenceOf } from './parse/reference.ts';
import { accountsOfSession } from './store/accounts.ts';
import { readHistory, type HistoryRange, type HistoryRow } from './store/history.ts';
import type { SessionLimits } from './store/sessions.ts';

const sizeMax = 100;

export const counterpartyOf = (row: HistoryRow): m.PartyView => ({
  name: row.counterpartyName,
  numberTail: row.counterpartyNumber === null ? null : numberTail(row.counterpartyNumber),
});

const entryOf = (row: HistoryRow): m.EntryView => ({
  seq: row.seq,
  reference: referenceOf(row.transactionId),
  kind: row.kind,
  direction: row.amount > 0n ? 'in' : 'out',
  amount: amountOf(row.amount < 0n ? -row.amount : row.amount),
  balanceAfter: balanceOf(row.balanceAfter),
  counterparty: counterpartyOf(row),
  memo: row.memo,
  bookedAt: row.bookedAt,
});

type Found = Omit<m.HistoryPage, 'accountNumber'>;
type Scope = Omit<HistoryRange, 'limit' | 'cursor'>;

/** From `before` (exclusive) downwards, or from the newest entry. */
async function readDown(
  pool: Pool,
  scope: Scope,
  page: { readonly size: number; readonly before: bigint | null },
): Promise<Found> {
  const { size, before } = page;
  const cursor = before === null ? null : { before };
  const rows = await readHistory(pool, { ...scope, limit: size + 1, cursor });
  const shown = rows.slice(0, size);
  const newest = shown[0]?.seq ?? before;
  return {
    entries: shown.map(entryOf),
    older: rows.length > size ? (shown.at(-1)?.seq ?? null) : null,
    newer: before === null || newest === null ? null : shown[0] ? newest : newest - 1n,
  };
}

/** From `after` (exclusive) upwards; near the top the newest full page is better. */
async function readUp(
  pool: Pool,
  scope: Scope,
  page: { readonly size: number; readonly after: bigint },
): Promise<Found> {
  const { size, after } = page;
  const rows = await readHistory(pool, { ...scope, limit: size + 1, cursor: { after } });
  if (rows.length <= size) return readDown(pool, scope, { size, before: null });
  const shown = rows.slice(0, size).toReversed();
  return {
    entries: shown.map(entryOf),
    older: shown.at(-1)?.seq ?? null,
    newer: shown[0]?.seq ?? null,
  };
}

export const createStatements = (pool: Pool, limits: SessionLimits): StatementsService => ({
  page: async (session, { filter, size, before, after }) => {
    assert(size >= 1 && size <= sizeMax, `a page has 1 to ${sizeMax} entries`);
    const [account] = await accountsOfSession(pool, session, limits);
    if (!account) throw new BankError('SESSION_EXPIRED');
    const scope = { accountId: account.id, filter };
    const found =
      after === undefined
        ? await readDown(pool, scope, { size, before: before ?? null })
        : await readUp(pool, scope, { size, after });
    return { accountNumber: account.accountNumber, ...found };
  },
});
