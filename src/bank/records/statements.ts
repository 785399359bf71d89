/** Statements of an account over whole days, and its balance at a time. */
import type { Pool, Reader } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import {
  type AccountRow,
  accountsOfSession,
  actorsIn,
  findParty,
  readableAccount,
  readsAfterOf,
  sharedReadBy,
  type SharedRow,
} from '../accounts/index.ts';
import type { SignText } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import {
  balanceOf,
  BankError,
  dayAfter,
  instantOfMoment,
  readClock,
  referenceOf,
  type SessionLimits,
  startOfDay,
} from '../model/index.ts';
import { counterpartyOf } from './history.ts';
import { statementProof } from './statement-proofs.ts';
import {
  balanceBefore,
  readStatementRows,
  type StatementRange,
  statementRange,
  type StatementRow,
} from './store/statement.ts';

export interface StatementRequest {
  readonly period: m.StatementPeriod;
  /** The customer's main account unless given. */
  readonly account?: m.AccountNumber | undefined;
}

export interface StatementFacts {
  readonly currency: m.Currency;
  /** Three capital letters, for formats that allow only those. */
  readonly isoCurrency: string;
}

export interface StatementTools {
  readonly facts: StatementFacts;
  /** Signs the proofs of statements. */
  readonly sign: SignText;
}

/** What a statement needs to know of its account. */
export type StatementAccount = Pick<AccountRow, 'id' | 'accountNumber' | 'openedAt'> & {
  readonly holderName: string;
  /** Its entries name the member who acted. */
  readonly isShared?: boolean;
  /** The statement begins after this entry, whatever its period; 0n unless given. */
  readonly readsAfter?: bigint;
};

/** Small, because a document is made of a page without a pause. */
const pageSize = 500;
/** A booking of the last moments may still be committed; it carries an earlier time. */
const settledMs = 5 * 60_000;

interface LineFacts {
  readonly zone: m.TimeZone;
  /** The day of the line before it. */
  readonly dayMin: string;
  readonly actor: string | undefined;
}

const lineOf = (row: StatementRow, { zone, dayMin, actor }: LineFacts): m.StatementLine => {
  const { day, time } = readClock(row.bookedAt, zone);
  return {
    seq: row.seq,
    // A clock that goes back over midnight shows the day before once more.
    day: day < dayMin ? dayMin : day,
    time,
    bookedAt: row.bookedAt,
    reference: referenceOf(row.transactionId),
    kind: row.kind,
    initiator: row.initiator,
    amount: row.amount,
    balanceAfter: balanceOf(row.balanceAfter),
    counterparty: counterpartyOf(row),
    ...(actor === undefined ? {} : { actor }),
    memo: row.memo,
    reverses: row.reverses === null ? null : referenceOf(row.reverses),
  };
};

/** Checks that each line continues the balance before it, up to the closing balance. */
async function* linesOf(
  reader: Reader,
  { id, isShared = false }: StatementAccount,
  range: StatementRange,
  { zone, from }: m.StatementPeriod,
): AsyncGenerator<readonly m.StatementLine[]> {
  let [next, balance, day] = [range.first, range.opening, from];
  while (next <= range.last) {
    const rows = await readStatementRows(reader, id, {
      from: next,
      last: range.last,
      limit: pageSize,
    });
    const actors = await actorsIn(reader, { id, isShared }, rows);
    const lines = rows.map((row) => {
      balance += row.amount;
      assert(row.seq === next && row.balanceAfter === balance, 'a statement adds up');
      next += 1n;
      const actor = actors.get(row.transactionId);
      const line = lineOf(row, { zone, dayMin: day, actor });
      ({ day } = line);
      return line;
    });
    assert(lines.length > 0, 'a statement has all its entries');
    yield lines;
  }
  assert(balance === range.closing, 'a statement ends with its closing balance');
}

/** Reads the balances now, and the lines whenever they are asked for. */
export async function statementOf(
  reader: Reader,
  account: StatementAccount,
  asked: StatementTools & { readonly period: m.StatementPeriod },
): Promise<m.Statement> {
  const { period, facts, sign } = asked;
  const { id, accountNumber, holderName, openedAt, readsAfter = 0n } = account;
  const start = startOfDay(period.from, period.zone);
  const end = startOfDay(dayAfter(period.to), period.zone);
  const range = await statementRange(reader, id, { start, end, after: readsAfter });
  const head = {
    ...facts,
    period,
    accountNumber,
    holderName,
    openedAt,
    opening: balanceOf(range.opening),
    closing: balanceOf(range.closing),
    count: range.last - range.first + 1n,
    isProvisional: range.now.getTime() < end.getTime() + settledMs,
  };
  return {
    head,
    lines: () => linesOf(reader, account, range, period),
    within: async (other) => statementOf(reader, account, { ...asked, period: other }),
    proof: async (file) => statementProof(reader, { head, range, id }, { file, sign }),
  };
}

/** Of each account, after all entries booked before the moment. */
export async function pastBalance(
  reader: Reader,
  accounts: readonly (Pick<AccountRow, 'id' | 'accountNumber'> & { name?: string | null })[],
  { moment, zone }: { readonly moment: m.Moment; readonly zone: m.TimeZone },
): Promise<m.PastBalance> {
  const at = instantOfMoment(moment, zone);
  const balances: m.BalanceAt[] = [];
  for (const { id, accountNumber, name = null } of accounts) {
    balances.push({ accountNumber, name, balance: balanceOf(await balanceBefore(reader, id, at)) });
  }
  return { at, zone, balances, shared: [] };
}

/** Of shared accounts and their pots: what each member may read. */
async function sharedPast(
  reader: Reader,
  accounts: readonly SharedRow[],
  at: Date,
): Promise<readonly m.SharedBalanceAt[]> {
  const found: m.SharedBalanceAt[] = [];
  for (const { id, accountNumber, name, potOf, shared, joinedAt } of accounts) {
    const mayRead = shared.readsAll || at >= joinedAt;
    const balance = mayRead ? balanceOf(await balanceBefore(reader, id, at)) : null;
    found.push({ accountNumber, name, ...(potOf && { potOf }), balance });
  }
  return found;
}

export interface AccountStatementsService {
  /**
   * Of an own or shared account. Calls `use` with the statement and returns its result. Throws
   * SESSION_EXPIRED, also for an account that the customer may not read.
   */
  read<Result>(
    session: m.Session,
    request: StatementRequest,
    use: (statement: m.Statement, account: m.NamedAccount) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Of all accounts of the customer, and of the shared ones that they read. Throws
   * SESSION_EXPIRED.
   */
  balanceAt(
    session: m.Session,
    when: { readonly moment: m.Moment; readonly zone: m.TimeZone },
  ): Promise<m.PastBalance>;
}

export function createAccountStatements(
  pool: Pool,
  limits: SessionLimits,
  tools: StatementTools,
): AccountStatementsService {
  const own = async (session: m.Session): Promise<readonly AccountRow[]> => {
    const accounts = await accountsOfSession(pool, session, limits);
    if (accounts.length === 0) throw new BankError('SESSION_EXPIRED');
    return accounts;
  };
  return {
    read: async (session, { period, account: wanted }, use) => {
      const account = await readableAccount(pool, session, { limits, ...(wanted && { wanted }) });
      const isShared = account.shared !== undefined;
      const party = isShared ? null : await findParty(pool, session.customerId);
      const sharedName = account.potOf?.name ?? account.name;
      const holderName = (isShared ? sharedName : party?.holderName) ?? '';
      const known = { ...account, holderName, isShared, readsAfter: readsAfterOf(account) };
      return use(await statementOf(pool, known, { ...tools, period }), account);
    },
    balanceAt: async (session, when) => {
      const past = await pastBalance(pool, await own(session), when);
      const shared = await sharedReadBy(pool, session, limits);
      return { ...past, shared: await sharedPast(pool, shared, past.at) };
    },
  };
}
