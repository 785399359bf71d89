/** The account that a customer reads: one of their own, a shared one, or a pot of that. */
import type { Pool, Reader } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError, type SessionLimits } from '../model/index.ts';
import { type AccountRow, accountsOfSession } from './store/accounts.ts';
import { actorsOf, type SharedRow, sharedOfSession, sharedPotsOfSession } from './store/shared.ts';

/** The customer's shared accounts, then the pots of those. */
export const sharedReadBy = async (
  reader: Reader,
  session: m.Session,
  limits: SessionLimits,
): Promise<readonly SharedRow[]> => [
  ...(await sharedOfSession(reader, session, limits)),
  ...(await sharedPotsOfSession(reader, session, limits)),
];

/**
 * The main account unless a number is given. Throws SESSION_EXPIRED, also for an account that the
 * customer may not read.
 */
export async function readableAccount(
  pool: Pool,
  session: m.Session,
  { limits, wanted }: { readonly limits: SessionLimits; readonly wanted?: m.AccountNumber },
): Promise<AccountRow | SharedRow> {
  const own = await accountsOfSession(pool, session, limits);
  const account = own.find(({ accountNumber: one }) => (wanted ?? one) === one);
  if (account !== undefined) return account;
  // Every customer has an account: without one the session is over.
  const shared = own.length === 0 ? [] : await sharedReadBy(pool, session, limits);
  const found = shared.find(({ accountNumber }) => accountNumber === wanted);
  if (found === undefined) throw new BankError('SESSION_EXPIRED');
  return found;
}

/** 0: all entries. */
export const readsAfterOf = (account: AccountRow | SharedRow): bigint =>
  'readsAfter' in account ? account.readsAfter : 0n;

/** By transaction, the members who acted in these entries; none on an account of one customer. */
export async function actorsIn(
  reader: Reader,
  account: { readonly id: m.AccountId; readonly isShared: boolean },
  entries: readonly { readonly seq: bigint }[],
): Promise<ReadonlyMap<bigint, string>> {
  if (!account.isShared || entries.length === 0) return new Map();
  const seqs = entries.map(({ seq }) => seq);
  const first = seqs.reduce((least, seq) => (seq < least ? seq : least));
  const last = seqs.reduce((most, seq) => (seq > most ? seq : most));
  return actorsOf(reader, account.id, { first, last });
}
