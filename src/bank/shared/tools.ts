/** What the parts of the room share: a shared account under its locks, and its members. */
import type { Pool, Reader } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { accountsOfSession } from '../accounts/index.ts';
import { changeOnce, insertAudit, isAudited, placeDetails } from '../audit/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError, mayAsMember } from '../model/index.ts';
import { lockCustomer, lockLiveSession } from '../people/index.ts';
import { findSharedAccount, lockSharedAccount, type SharedAccountRow } from './store/accounts.ts';
import { type MemberRow, membersOf } from './store/members.ts';

/** Ends a customer's standing orders from the account; the room `payments` has them. */
export type EndOrders = (
  tx: Tx,
  payer: { readonly customerId: m.CustomerId; readonly accountId: m.AccountId },
) => Promise<void>;

export interface SharedTools {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly nextId: IdSource;
  readonly limits: m.SessionLimits;
  readonly currency: m.Currency;
  /** Whether roles that pay are given only with a proof. */
  readonly asksProof: boolean;
  readonly endOrders: EndOrders;
}

/** A shared account with its members, as one of them acts on it. */
export interface Shared {
  readonly account: SharedAccountRow;
  readonly members: readonly MemberRow[];
  readonly own: MemberRow;
}

type SharedAct = Extract<Parameters<typeof insertAudit>[1]['action'], `SHARED_${string}`>;

export const refOf = ({ accountNumber, name }: SharedAccountRow): m.SharedRef => ({
  accountNumber,
  name,
});

export const managersOf = (members: readonly MemberRow[]): readonly MemberRow[] =>
  members.filter(({ role }) => role === 'MANAGER');

/** Throws SHARED_ROLE unless the customer is a member whose role allows it. */
export function memberMay(
  members: readonly MemberRow[],
  customerId: m.CustomerId,
  action: m.SharedAction,
): MemberRow {
  const own = members.find((one) => one.customerId === customerId);
  if (own === undefined || !mayAsMember(own.role, action)) {
    throw new BankError('SHARED_ROLE', { role: own?.role ?? null, action });
  }
  return own;
}

async function stateOf(
  reader: Reader,
  account: SharedAccountRow | null,
  { customerId, action }: { readonly customerId: m.CustomerId; readonly action: m.SharedAction },
): Promise<Shared> {
  if (account === null) throw new BankError('ACCOUNT_UNKNOWN');
  const members = await membersOf(reader, account.holderId);
  const own = memberMay(members, customerId, action);
  if (account.status === 'CLOSED') throw new BankError('ACCOUNT_CLOSED');
  return { account, members, own };
}

/** Throws SESSION_EXPIRED. */
export async function assertReads(
  { pool, limits }: Pick<SharedTools, 'pool' | 'limits'>,
  session: m.Session,
): Promise<void> {
  const own = await accountsOfSession(pool, session, limits);
  if (own.length === 0) throw new BankError('SESSION_EXPIRED');
}

/** Without locks. Throws SESSION_EXPIRED, ACCOUNT_UNKNOWN, SHARED_ROLE, ACCOUNT_CLOSED. */
export async function readShared(
  tools: SharedTools,
  session: m.Session,
  about: { readonly account: m.AccountNumber; readonly action: m.SharedAction },
): Promise<Shared> {
  await assertReads(tools, session);
  const account = await findSharedAccount(tools.pool, about.account);
  return stateOf(tools.pool, account, { ...session, action: about.action });
}

/**
 * Once per request: a repeated one changes nothing. Locks the holder, the session, and the account,
 * so that payments under way end before. Throws as `readShared`.
 */
export async function changeShared(
  tools: Pick<SharedTools, 'pool' | 'limits'>,
  session: m.Session,
  order: m.Confirmed & { readonly account: m.AccountNumber; readonly action: m.SharedAction },
  change: (tx: Tx, shared: Shared) => Promise<void>,
): Promise<m.SharedRef> {
  const { requestId, account: number, action } = order;
  const { customerId } = session;
  return changeOnce(tools, requestId, async (tx) => {
    const known = await findSharedAccount(tx, number);
    if (known !== null) await lockCustomer(tx, known.holderId);
    if (!(await lockLiveSession(tx, session, tools.limits))) throw new BankError('SESSION_EXPIRED');
    if (known === null) throw new BankError('ACCOUNT_UNKNOWN');
    if (await isAudited(tx, requestId)) return refOf(known);
    const account = await lockSharedAccount(tx, known.holderId);
    await change(tx, await stateOf(tx, account, { customerId, action }));
    return refOf(known);
  });
}

const ruleDetails = (rule: m.SharedRule | null | undefined): Readonly<Record<string, string>> =>
  rule === null || rule === undefined ? {} : { above: `${rule.above}`, needed: `${rule.needed}` };

/** The audit row of a member's act. */
export async function noteShared(
  tx: Tx,
  session: m.Session,
  act: {
    readonly auditId: bigint;
    readonly action: SharedAct;
    readonly account: SharedAccountRow;
    readonly customerId: m.CustomerId;
    readonly grant?: m.SharedGrant;
    readonly rule?: m.SharedRule | null;
  },
): Promise<void> {
  const { auditId, action, account, customerId, grant, rule } = act;
  const allowance = grant?.allowance ?? null;
  await insertAudit(tx, {
    id: auditId,
    action,
    actor: session.discordUserId,
    target: account.holderId,
    sessionId: session.id,
    details: {
      ...placeDetails(session.place),
      account: account.accountNumber,
      member: `${customerId}`,
      ...(grant === undefined ? {} : { role: grant.role }),
      ...(allowance === null ? {} : { allowance: `${allowance}` }),
      ...ruleDetails(rule),
    },
  });
}

/** A message about the audit row to each of them but the one who acted. */
export async function tellMembers(
  tx: Tx,
  { nextId }: Pick<SharedTools, 'nextId'>,
  told: {
    readonly auditId: bigint;
    readonly actor: m.CustomerId;
    readonly customers: readonly m.CustomerId[];
  },
): Promise<void> {
  const { auditId, actor } = told;
  const others = [...new Set(told.customers)].filter((one) => one !== actor);
  const subject = { kind: 'SHARED_CHANGED', auditId } as const;
  const messages = others.map((customerId) => ({ id: nextId(), customerId, subject }));
  await insertMessages(tx, messages, await databaseNow(tx));
}
