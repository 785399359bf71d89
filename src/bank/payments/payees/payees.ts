/** The accounts that a customer pays, by nicknames of their own. */
import type { Pool } from '../../../db/pool.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type { IdSource } from '../../../lib/ids.ts';
import { accountsOfSession } from '../../accounts/index.ts';
import type { TellingTools } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, nicknameKey, pageOf, type SessionLimits } from '../../model/index.ts';
import { lockCustomer, lockLiveSession } from '../../people/index.ts';
import { knownParties, paidLately, type PaidParty } from '../../records/index.ts';
import { tellOfPayee } from './notices.ts';
import {
  deletePayee,
  findPayable,
  findPayee,
  insertPayee,
  listPayees,
  type PayeeRow,
  renamePayee,
} from './store/payees.ts';
import { numberOfTarget, type Target } from './targets.ts';

export interface SavedPayee {
  readonly id: bigint;
  readonly nickname: string;
  readonly accountNumber: m.AccountNumber;
  /** As the history shows it; null unless there is an entry with this account. */
  readonly name: string | null;
  /** Closed, or its owner's data is erased: it cannot be paid any more. */
  readonly isClosed: boolean;
}

/** What a customer is likely to mean by the account that they are typing. */
export interface KnownPayees {
  /** The customer's own open accounts without pots, where there are several. */
  readonly own: readonly m.OwnAccount[];
  /** In the order of their nicknames, closed ones included. */
  readonly saved: readonly SavedPayee[];
  /** Without a nickname, the latest first. */
  readonly paid: readonly PaidParty[];
}

/**
 * All throw SESSION_EXPIRED; changes also throw it for a session that can only read, as payees
 * direct money. A change may be repeated: what is done already is no error.
 */
export interface PayeesService {
  /** The latest saved first. */
  list(session: m.Session, range: m.PageRange): Promise<m.Page<SavedPayee>>;
  known(session: m.Session): Promise<KnownPayees>;
  /**
   * The account that the customer means. Throws TARGET_UNAVAILABLE, MEMBER_UNAVAILABLE,
   * NICKNAME_UNKNOWN, PAYEE_UNCLEAR and TRANSACTION_UNKNOWN; REQUESTS_TOO_MANY as quotes do.
   */
  find(session: m.Session, target: Target): Promise<m.AccountNumber>;
  /** The customer gets a notice. Throws as `find`, TARGET_SAME, NICKNAME_TAKEN, PAYEES_TOO_MANY. */
  add(
    session: m.Session,
    payee: { readonly nickname: string; readonly target: Target },
  ): Promise<SavedPayee>;
  /** Throws NICKNAME_UNKNOWN, NICKNAME_TAKEN. */
  rename(
    session: m.Session,
    nicknames: { readonly from: string; readonly to: string },
  ): Promise<SavedPayee>;
  /** Throws NICKNAME_UNKNOWN. */
  remove(session: m.Session, nickname: string): Promise<SavedPayee>;
}

export const payeesMax = 100;
/** People in older entries have no name here. */
const namesDepth = 5_000;
const namesMax = 500;
/** Read on every key that is pressed. */
const paidDepth = 1_000;
const paidMax = 100;

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly limits: SessionLimits;
  readonly notify: TellingTools;
}

async function ownAccounts({ pool, limits }: Tools, session: m.Session) {
  const own = await accountsOfSession(pool, session, limits);
  if (own.length === 0) throw new BankError('SESSION_EXPIRED');
  return own;
}

type Names = ReadonlyMap<m.AccountNumber, string>;

/** Names that the customer's history shows. */
async function namesOf({ pool }: Tools, own: readonly { readonly id: m.AccountId }[]) {
  const range = { depth: namesDepth, limit: namesMax };
  const found = await Promise.all(own.map(async ({ id }) => knownParties(pool, id, range)));
  return new Map(found.flat().map(({ accountNumber, name }) => [accountNumber, name]));
}

const savedOf = (row: PayeeRow, names: Names = new Map()): SavedPayee => ({
  id: row.id,
  nickname: row.nickname,
  accountNumber: row.accountNumber,
  name: row.isClosed ? null : (names.get(row.accountNumber) ?? null),
  isClosed: row.isClosed,
});

/** As `pageOf` reads them: downwards from `before`, upwards from `after`. */
function between(rows: readonly PayeeRow[], cursor: m.PageCursor, limit: number): PayeeRow[] {
  const upwards = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (cursor !== null && 'after' in cursor) {
    return upwards.filter(({ id }) => id > cursor.after).slice(0, limit);
  }
  const downwards = upwards.toReversed();
  const below = cursor === null ? downwards : downwards.filter(({ id }) => id < cursor.before);
  return below.slice(0, limit);
}

/** Locks the customer, so that changes and an erasure follow each other. */
async function change<Value>(
  { pool, limits }: Tools,
  session: m.Session,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  return withTransaction(pool, async (tx) => {
    await lockCustomer(tx, session.customerId);
    if (!(await lockLiveSession(tx, session, limits))) throw new BankError('SESSION_EXPIRED');
    return work(tx);
  });
}

async function findIn(tx: Tx, { customerId }: m.Session, nickname: string): Promise<PayeeRow> {
  const row = await findPayee(tx, customerId, nicknameKey(nickname));
  if (row === null) throw new BankError('NICKNAME_UNKNOWN');
  return row;
}

async function find(tools: Tools, session: m.Session, target: Target) {
  const accountNumber = await numberOfTarget(tools, session, target);
  const accountId = accountNumber === null ? null : await findPayable(tools.pool, accountNumber);
  if (accountNumber !== null && accountId !== null) return { accountNumber, accountId };
  throw new BankError('discordUserId' in target ? 'MEMBER_UNAVAILABLE' : 'TARGET_UNAVAILABLE');
}

async function add(
  tools: Tools,
  session: m.Session,
  { nickname, target }: { readonly nickname: string; readonly target: Target },
): Promise<SavedPayee> {
  const own = await ownAccounts(tools, session);
  const { accountNumber, accountId } = await find(tools, session, target);
  if (own.some(({ id }) => id === accountId)) throw new BankError('TARGET_SAME');
  const { customerId } = session;
  const key = nicknameKey(nickname);
  const id = await change(tools, session, async (tx) => {
    const taken = await findPayee(tx, customerId, key);
    if (taken?.accountId === accountId) return taken.id;
    if (taken !== null) throw new BankError('NICKNAME_TAKEN');
    const all = await listPayees(tx, customerId, payeesMax);
    if (all.length >= payeesMax) throw new BankError('PAYEES_TOO_MANY', { max: payeesMax });
    const fresh = tools.nextId();
    await insertPayee(tx, { id: fresh, customerId, accountId, nickname, key });
    await tellOfPayee(tx, tools.notify, { customerId, payeeId: fresh });
    return fresh;
  });
  const name = (await namesOf(tools, own)).get(accountNumber) ?? null;
  return { id, nickname, accountNumber, name, isClosed: false };
}

async function rename(
  tools: Tools,
  session: m.Session,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<SavedPayee> {
  return change(tools, session, async (tx) => {
    const key = nicknameKey(to);
    const taken = await findPayee(tx, session.customerId, key);
    const row = await findPayee(tx, session.customerId, nicknameKey(from));
    if (row === null) throw new BankError('NICKNAME_UNKNOWN');
    if (taken !== null && taken.id !== row.id) throw new BankError('NICKNAME_TAKEN');
    const renamed = { ...row, nickname: to, key };
    await renamePayee(tx, renamed);
    return savedOf(renamed);
  });
}

export const createPayees = (tools: Tools): PayeesService => ({
  list: async (session, range) => {
    const names = await namesOf(tools, await ownAccounts(tools, session));
    const rows = await listPayees(tools.pool, session.customerId, payeesMax);
    const page = await pageOf(range, {
      sizeMax: payeesMax,
      read: async (cursor, limit) => between(rows, cursor, limit),
      keyOf: ({ id }) => id,
    });
    return { ...page, entries: page.entries.map((row) => savedOf(row, names)) };
  },
  known: async (session) => {
    const own = await ownAccounts(tools, session);
    const range = { depth: paidDepth, limit: paidMax };
    const [rows, ...found] = await Promise.all([
      listPayees(tools.pool, session.customerId, payeesMax),
      ...own.map(async ({ id }) => paidLately(tools.pool, id, range)),
    ]);
    const paid = new Map(found.flat().map((one) => [one.accountNumber, one]));
    const names: Names = new Map([...paid].map(([number, { name }]) => [number, name]));
    const isOwn = new Set(own.map(({ accountNumber }) => accountNumber));
    const isSaved = new Set(rows.map(({ accountNumber }) => accountNumber));
    const open = own.filter(({ status, type }) => status !== 'CLOSED' && type !== 'POT');
    return {
      own: open.length > 1 ? open : [],
      saved: rows.map((row) => savedOf(row, names)),
      paid: [...paid.values()].filter(
        ({ accountNumber: one }) => !isOwn.has(one) && !isSaved.has(one),
      ),
    };
  },
  find: async (session, target) => {
    await ownAccounts(tools, session);
    return (await find(tools, session, target)).accountNumber;
  },
  add: async (session, payee) => add(tools, session, payee),
  rename: async (session, nicknames) => rename(tools, session, nicknames),
  remove: async (session, nickname) =>
    change(tools, session, async (tx) => {
      const row = await findIn(tx, session, nickname);
      await deletePayee(tx, row.id);
      return savedOf(row);
    }),
});
