import type { Pool } from '../../db/pool.ts';
import { accountsOfSession, actorsIn, readableAccount, readsAfterOf } from '../accounts/index.ts';
import type * as m from '../model/index.ts';
import {
  amountOf,
  balanceOf,
  BankError,
  numberTail,
  foundPageOf,
  referenceOf,
  type SessionLimits,
} from '../model/index.ts';
import { searchHistory } from './search/search.ts';
import { sumHistory } from './search/sums.ts';
import { bookedAtOf, type HistoryRow } from './store/history.ts';
import { knownParties } from './store/totals.ts';

export interface StatementsService {
  /**
   * Of one of the customer's own or shared accounts: their main one unless given. Throws
   * SESSION_EXPIRED, also for an account that they may not read.
   */
  page(
    session: m.Session,
    query: m.PageRange & {
      readonly filter: m.HistoryFilter;
      readonly account?: m.AccountNumber | undefined;
    },
  ): Promise<m.HistoryPage>;
  /** Of the customer's main account. Throws SESSION_EXPIRED. */
  sums(
    session: m.Session,
    filter: m.HistoryFilter,
  ): Promise<{ readonly in: m.HistorySum; readonly out: m.HistorySum }>;
  /** Customers on the other side of their latest entries, latest first; without themselves. */
  parties(session: m.Session): Promise<readonly m.KnownParty[]>;
}

const sizeMax = 100;
/** People in older entries are not recognised by name. */
const partiesDepth = 5_000;
const partiesMax = 500;

export const counterpartyOf = (row: HistoryRow): m.PartyView => ({
  name: row.counterpartyName,
  numberTail: row.counterpartyNumber === null ? null : numberTail(row.counterpartyNumber),
});

const entryOf = (row: HistoryRow, actor: string | undefined): m.EntryView => ({
  seq: row.seq,
  reference: referenceOf(row.transactionId),
  kind: row.kind,
  initiator: row.initiator,
  direction: row.amount > 0n ? 'in' : 'out',
  amount: amountOf(row.amount < 0n ? -row.amount : row.amount),
  balanceAfter: balanceOf(row.balanceAfter),
  counterparty: counterpartyOf(row),
  ...(actor === undefined ? {} : { actor }),
  memo: row.memo,
  bookedAt: row.bookedAt,
});

export const createStatements = (pool: Pool, limits: SessionLimits): StatementsService => ({
  page: async (session, { filter, account: wanted, ...range }) => {
    const account = await readableAccount(pool, session, { limits, ...(wanted && { wanted }) });
    const { id: accountId, accountNumber, name, potOf } = account;
    const seqAfter = readsAfterOf(account);
    const about = { id: accountId, isShared: account.shared !== undefined };
    const page = await foundPageOf(range, {
      sizeMax,
      read: async (cursor, limit) => {
        const asked = { accountId, filter, cursor, limit, seqAfter };
        const { rows, reached } = await searchHistory(pool, asked);
        const actors = await actorsIn(pool, about, rows);
        return { rows: rows.map((row) => entryOf(row, actors.get(row.transactionId))), reached };
      },
      keyOf: ({ seq }) => seq,
    });
    const reached = page.unfinished && page[page.unfinished];
    const searchedTo = reached ? await bookedAtOf(pool, { accountId, seq: reached }) : null;
    const named = { accountNumber, name, ...(potOf && { potOf }) };
    return { ...named, ...page, ...(searchedTo && { searchedTo }) };
  },
  sums: async (session, filter) => {
    const [account] = await accountsOfSession(pool, session, limits);
    if (!account) throw new BankError('SESSION_EXPIRED');
    return sumHistory(pool, { accountId: account.id, filter });
  },
  parties: async (session) => {
    const own = await accountsOfSession(pool, session, limits);
    if (own.length === 0) throw new BankError('SESSION_EXPIRED');
    const range = { depth: partiesDepth, limit: partiesMax };
    const found = await Promise.all(own.map(async ({ id }) => knownParties(pool, id, range)));
    const isOwn = new Set(own.map(({ accountNumber }) => accountNumber));
    const byNumber = new Map(found.flat().map((party) => [party.accountNumber, party]));
    return [...byNumber.values()].filter(({ accountNumber }) => !isOwn.has(accountNumber));
  },
});
