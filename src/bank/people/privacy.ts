/** A customer exports their data, or has their personal data erased. */
import { stringify } from 'csv-stringify/sync';
import type { Pool } from '../../db/pool.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { instant } from '../../lib/clock.ts';
import { timeOfId } from '../../lib/ids.ts';
import { type AccountRow, accountsOfSession } from '../accounts/index.ts';
import { changeOnce, insertAudit, isAudited } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { BankError, decimalText, referenceOf } from '../model/index.ts';
import { findRecipients, readInbox } from '../messages/index.ts';
import { type HistoryRow, readHistory } from '../records/index.ts';
import { unsealDetails } from './details/sealed.ts';
import { lockOwn, type OwnData } from './details/own.ts';
import { assertProved, type Prove } from './proofs/proof.ts';
import { findLanguages } from './store/languages.ts';
import { readAccessLog } from './store/access-log.ts';
import {
  erasePerson,
  exportPayees,
  hasOrder,
  lockOwnAccounts,
  managesAlone,
} from './store/privacy.ts';
import { findProfile } from './store/profile.ts';
import { findTimeZone } from './store/time-zones.ts';
import { endLiveSession, recentSessions } from './store/sessions.ts';
import { lockRole } from './store/staff.ts';

/** The customer's rights of access and erasure. */
export interface PrivacyService {
  /**
   * All data about the session's customer, as the text of two files: one with the entries of all
   * accounts, one with all else. Throws as `AccessService.prove`.
   */
  export(
    session: m.Session,
    proof: string,
  ): Promise<{ readonly json: string; readonly csv: string }>;
  /** Throws if `erase` would: SESSION_EXPIRED, ERASURE_IMPOSSIBLE. */
  judgeErasure(session: m.Session): Promise<void>;
  /**
   * Closes the accounts, all of them empty, and destroys the key of the personal data; the books
   * stay. Cannot be undone. Throws STEP_UP_NEEDED, SESSION_EXPIRED, ERASURE_IMPOSSIBLE.
   */
  erase(session: m.Session, request: m.Confirmed): Promise<void>;
}

/**
 * Most of each kind in one export: the newest, of several accounts an equal share each; the file
 * says whether entries are missing.
 */
const entriesMax = 20_000;
const pageSize = 2_000;
const looksMax = 1_000;
const loginsMax = 100;
const noticesMax = 1_000;
const erasedName = 'Closed account';

/** What other rooms add to the export of a customer's data, by its name in the file. */
export type ExportedMore = Readonly<Record<string, (id: m.CustomerId) => Promise<unknown>>>;

/** What other rooms do before the erasure, in its transaction. */
export type Leaves = (tx: Tx, session: m.Session) => Promise<void>;

interface PrivacyTools {
  readonly own: OwnData;
  readonly prove: Prove;
  readonly currency: m.Currency;
  readonly more: ExportedMore;
  readonly leaves: Leaves;
}

/** An account with its entries, newest first. */
interface Exported {
  readonly account: AccountRow;
  readonly entries: readonly HistoryRow[];
  readonly isComplete: boolean;
}

async function exportedOf(pool: Pool, account: AccountRow, most: number): Promise<Exported> {
  const { id: accountId } = account;
  const all: HistoryRow[] = [];
  let before: bigint | null = null;
  while (all.length < most) {
    const cursor: { readonly before: bigint } | null = before === null ? null : { before };
    const rows = await readHistory(pool, { accountId, filter: {}, limit: pageSize, cursor });
    all.push(...rows);
    if (rows.length < pageSize) break;
    before = rows.at(-1)!.seq;
  }
  return { account, entries: all.slice(0, most), isComplete: all.length < most };
}

async function exportedOfAll(pool: Pool, accounts: readonly AccountRow[]): Promise<Exported[]> {
  const most = Math.floor(entriesMax / accounts.length);
  const all: Exported[] = [];
  for (const account of accounts) all.push(await exportedOf(pool, account, most));
  return all;
}

const sumOf = (sum: bigint, { scale }: m.Currency): string => decimalText(sum, scale);

const columns = [
  'booked at',
  'kind',
  'in',
  'out',
  'balance',
  'counterparty',
  'memo',
  'reference',
  'account',
];

const rowsOf = ({ account, entries }: Exported, currency: m.Currency): string[][] =>
  entries.map((entry) => [
    entry.bookedAt.toISOString(),
    entry.kind,
    entry.amount > 0n ? sumOf(entry.amount, currency) : '',
    entry.amount < 0n ? sumOf(-entry.amount, currency) : '',
    sumOf(entry.balanceAfter, currency),
    entry.counterpartyName,
    entry.memo ?? '',
    referenceOf(entry.transactionId),
    account.accountNumber,
  ]);

/** One account after the other. Cells that a spreadsheet would run as a formula are escaped. */
const csvOf = (exported: readonly Exported[], currency: m.Currency): string =>
  stringify(
    exported.flatMap((one) => rowsOf(one, currency)),
    { header: true, columns, escape_formulas: true },
  );

function accountFacts({ account, entries, isComplete }: Exported) {
  const { id: _id, ...shown } = account;
  return { ...shown, entriesInFile: entries.length, entriesAreAll: isComplete };
}

const asText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value}` : value;

async function exportAll(
  { own, prove, currency, more }: PrivacyTools,
  session: m.Session,
  proof: string,
) {
  await prove(session, proof);
  const { pool, limits, keys } = own;
  const profile = await findProfile(pool, session, limits);
  const accounts = await accountsOfSession(pool, session, limits);
  if (profile === null || accounts.length === 0) throw new BankError('SESSION_EXPIRED');
  const exported = await exportedOfAll(pool, accounts);
  const looks = await readAccessLog(pool, session.customerId, { cursor: null, limit: looksMax });
  const logins = await recentSessions(pool, session.customerId, { ...limits, limit: loginsMax });
  const languages = await findLanguages(pool, [session.discordUserId]);
  const others = Object.entries(more).map(
    async ([name, read]) => [name, await read(session.customerId)] as const,
  );
  const known = {
    details: unsealDetails(keys, profile),
    discordUser: session.discordUserId,
    registeredAt: profile.registeredAt,
    passwordChangedAt: profile.passwordChangedAt,
    recoveryCodesLeft: profile.recoveryCodesLeft,
    language: languages.get(session.discordUserId) ?? null,
    timeZone: await findTimeZone(pool, session.customerId),
    currency,
    payees: await exportPayees(pool, session.customerId),
    accounts: exported.map(accountFacts),
    logins,
    staffWhoLooked: looks,
    ...Object.fromEntries(await Promise.all(others)),
    notices: await noticesOf(pool, session.customerId),
  };
  return { json: JSON.stringify(known, asText, 2), csv: csvOf(exported, currency) };
}

/** How the customer is told, and the newest notices of the inbox. */
async function noticesOf(pool: Pool, customerId: m.CustomerId) {
  const settings = (await findRecipients(pool, [customerId])).get(customerId)?.settings ?? null;
  const inbox = await readInbox(pool, customerId, { cursor: null, limit: noticesMax });
  const rows = inbox.map(({ id, subject, state, isRead }) => {
    return { at: instant(timeOfId(id)), kind: subject.kind, state, isRead };
  });
  return { settings, inbox: rows };
}

/** Locks customer, session, role and accounts. Throws SESSION_EXPIRED, ERASURE_IMPOSSIBLE. */
async function assertErasable(tx: Tx, own: OwnData, session: m.Session): Promise<void> {
  const { customerId: id } = session;
  await lockOwn(tx, own, session);
  if (await managesAlone(tx, id)) throw new BankError('ERASURE_IMPOSSIBLE', { obstacle: 'SHARED' });
  if ((await lockRole(tx, id, 'update')) !== null) {
    throw new BankError('ERASURE_IMPOSSIBLE', { obstacle: 'ROLE' });
  }
  if (await hasOrder(tx, id)) throw new BankError('ERASURE_IMPOSSIBLE', { obstacle: 'ORDER' });
  const accounts = await lockOwnAccounts(tx, id);
  if (accounts.some(({ status, locked }) => status === 'FROZEN' || locked)) {
    throw new BankError('ERASURE_IMPOSSIBLE', { obstacle: 'FROZEN_OR_LOCKED' });
  }
  if (accounts.some(({ isEmpty }) => !isEmpty)) {
    throw new BankError('ERASURE_IMPOSSIBLE', { obstacle: 'BALANCE' });
  }
}

async function erase(
  { own, leaves }: Pick<PrivacyTools, 'own' | 'leaves'>,
  session: m.Session,
  { requestId, isProved }: m.Confirmed,
): Promise<void> {
  // The audit row has the request's id, so that a repeated request finds itself done.
  const auditId: bigint = requestId;
  const { customerId: id, discordUserId } = session;
  assertProved(isProved);
  await changeOnce(own, auditId, async (tx) => {
    if (await isAudited(tx, auditId)) return;
    await assertErasable(tx, own, session);
    await leaves(tx, session);
    await endLiveSession(tx, id, { ...own.limits, reason: 'LOGOUT' });
    await erasePerson(tx, { id, discordUserId, holderName: erasedName });
    const who = { actor: discordUserId, target: id, sessionId: session.id };
    await insertAudit(tx, { id: auditId, action: 'PERSON_ERASED', ...who, details: {} });
  });
}

export const createPrivacy = (tools: PrivacyTools): PrivacyService => ({
  export: async (session, proof) => exportAll(tools, session, proof),
  judgeErasure: async (session) =>
    withTransaction(tools.own.pool, async (tx) => assertErasable(tx, tools.own, session)),
  erase: async (session, request) => erase(tools, session, request),
});
