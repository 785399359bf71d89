/** What messages about shared accounts say, read when they are sent. */
import type { Pool, Reader } from '../../db/pool.ts';
import { actorsIn } from '../accounts/index.ts';
import { findAudit } from '../audit/index.ts';
import type { Sources } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, numberTail, referenceOf } from '../model/index.ts';
import { counterpartyOf, readEntries } from '../records/index.ts';
import { viewOf } from './waiting.ts';
import { findApproval, votersOf } from './store/approvals.ts';
import { findOfHolder, findSharedPlace } from './store/accounts.ts';
import { findInvitation } from './store/invitations.ts';
import { findPerson, findPersonById, type PersonRow } from './store/members.ts';

const events: Readonly<Record<string, m.SharedEvent | undefined>> = {
  SHARED_JOINED: 'JOINED',
  SHARED_DECLINED: 'DECLINED',
  SHARED_ROLE_CHANGED: 'ROLE_CHANGED',
  SHARED_REMOVED: 'REMOVED',
  SHARED_LEFT: 'LEFT',
  SHARED_CLOSED: 'CLOSED',
  SHARED_RULE_CHANGED: 'RULE_CHANGED',
  OWN_ACCOUNT_OPENED: 'POT_OPENED',
  OWN_ACCOUNT_CLOSED: 'POT_CLOSED',
  POT_LOCKED: 'POT_LOCKED',
  POT_RELEASE_ASKED: 'POT_RELEASE_ASKED',
  ROUND_UPS_CHANGED: 'ROUND_UPS_CHANGED',
  ACCOUNT_FROZEN: 'FROZEN',
  UNFREEZE_APPROVED: 'UNFROZEN',
};

function grantIn(details: Readonly<Record<string, string>>): m.SharedGrant | null {
  const { role, allowance } = details;
  if (role === undefined) return null;
  const sum = allowance === undefined ? null : amountOf(BigInt(allowance));
  return { role: role as m.SharedRole, allowance: sum };
}

/** Null where the details name no customer. */
async function aboutIn(reader: Reader, member: string | undefined): Promise<PersonRow | null> {
  return member === undefined ? null : findPersonById(reader, BigInt(member) as m.CustomerId);
}

export const sharedSources = (
  pool: Pool,
): Pick<Sources, 'sharedInvitation' | 'sharedApproval' | 'sharedMove' | 'sharedChange'> => ({
  sharedInvitation: async (id) => {
    const found = await findInvitation(pool, id);
    if (found?.state !== 'OPEN') return null;
    const { account, inviter, role, allowance, readsAll, expiresAt } = found;
    const { name, accountNumber } = account;
    const tail = numberTail(accountNumber);
    return {
      invitationId: found.id,
      account: { name, numberTail: tail },
      inviter,
      grant: { role, allowance },
      readsAll,
      expiresAt,
    };
  },
  sharedApproval: async (id, state) => {
    const row = await findApproval(pool, id);
    if (row === null || (row.state === 'WAITING') !== (state === 'WAITING')) return null;
    return { approval: await viewOf(pool, row) };
  },
  sharedMove: async (place) => {
    const [row] = await readEntries(pool, [place]);
    const account = row === undefined ? null : await findSharedPlace(pool, row.accountNumber);
    if (row === undefined || account === null) return null;
    const about = { id: row.accountId, isShared: true };
    const actors = await actorsIn(pool, about, [row]);
    return {
      account: { name: account.name, numberTail: numberTail(row.accountNumber) },
      direction: row.amount > 0n ? 'in' : 'out',
      amount: amountOf(row.amount < 0n ? -row.amount : row.amount),
      counterparty: counterpartyOf(row),
      actor: actors.get(row.transactionId) ?? null,
      approvedBy: (await votersOf(pool, row.transactionId)).map(({ name: voter }) => voter),
      memo: row.memo,
      reference: referenceOf(row.transactionId),
    };
  },
  sharedChange: async (auditId, customerId) => {
    const row = await findAudit(pool, auditId);
    const event = row === null ? undefined : events[row.action];
    if (row === null || event === undefined || row.target === null) return null;
    const account = await findOfHolder(pool, row.target);
    if (account === null) return null;
    const about = await aboutIn(pool, row.details['member']);
    const actor = await findPerson(pool, row.actor);
    return {
      event,
      account: { name: account.name, numberTail: numberTail(account.accountNumber) },
      actor: actor?.name ?? null,
      about: about?.name ?? null,
      isYou: about?.customerId === customerId,
      grant: grantIn(row.details),
      reason: row.reason ?? null,
      at: row.occurredAt,
    };
  },
});
