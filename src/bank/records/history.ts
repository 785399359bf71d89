import type { Pool } from '../../db/pool.ts';
import { accountsOfSession } from '../accounts/index.ts';
import type * as m from '../model/index.ts';
import {
  amountOf,
  balanceOf,
  BankError,
  numberTail,
  pageOf,
  referenceOf,
  type SessionLimits,
} from '../model/index.ts';
import { type HistoryRow, readHistory } from './store/history.ts';

export interface StatementsService {
  /**
   * Of one of the customer's own accounts: their first one unless given. Throws SESSION_EXPIRED,
   * also for an account that is not theirs.
   */
  page(
    session: m.Session,
    query: m.PageRange & {
      readonly filter: m.HistoryFilter;
      readonly account?: m.AccountNumber | undefined;
    },
  ): Promise<m.HistoryPage>;
}

const sizeMax = 100;

export const counterpartyOf = (row: HistoryRow): m.PartyView => ({
  name: row.counterpartyName,
  numberTail: row.counterpartyNumber === null ? null : numberTail(row.counterpartyNumber),
});

const entryOf = (row: HistoryRow): m.EntryView => ({
  seq: row.seq,
  reference: referenceOf(row.transactionId),
  kind: row.kind,
  initiator: row.initiator,
  direction: row.amount > 0n ? 'in' : 'out',
  amount: amountOf(row.amount < 0n ? -row.amount : row.amount),
  balanceAfter: balanceOf(row.balanceAfter),
  counterparty: counterpartyOf(row),
  memo: row.memo,
  bookedAt: row.bookedAt,
});

export const createStatements = (pool: Pool, limits: SessionLimits): StatementsService => ({
  page: async (session, { filter, account: wanted, ...range }) => {
    const own = await accountsOfSession(pool, session, limits);
    const account = own.find(({ accountNumber: one }) => (wanted ?? one) === one);
    if (!account) throw new BankError('SESSION_EXPIRED');
    const { id: accountId, accountNumber } = account;
    const page = await pageOf(range, {
      sizeMax,
      read: async (cursor, limit) =>
        (await readHistory(pool, { accountId, filter, cursor, limit })).map(entryOf),
      keyOf: ({ seq }) => seq,
    });
    return { accountNumber, ...page };
  },
});
