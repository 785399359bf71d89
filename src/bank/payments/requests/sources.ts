/** What messages about requests say. */
import type { Pool } from '../../../db/pool.ts';
import { findAudit } from '../../audit/index.ts';
import type { Sources } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { isPayable } from '../../model/index.ts';
import { findOwnDues } from './store/due-views.ts';
import { findRequest } from './store/requests.ts';

async function findDue(pool: Pool, dueId: m.RequestId, reminder: bigint) {
  const [found] = await findOwnDues(pool, [dueId]);
  if (found === undefined) return null;
  const { request, due } = found;
  const { reference, asker, askerMember, memo, dueOn, expiresAt } = request;
  const { payer, amount, paid, state } = due;
  const about = { reference, asker, askerMember, memo, dueOn, expiresAt };
  return {
    isOpen: isPayable(state),
    facts: { dueId, reminder, ...about, payer, amount, paid },
  };
}

async function findCancelled(pool: Pool, auditId: bigint) {
  const row = await findAudit(pool, auditId);
  if (row?.action !== 'REQUEST_CANCELLED_BY_STAFF') return null;
  const id = BigInt(row.details['request'] ?? '0') as m.RequestId;
  const found = await findRequest(pool, id);
  return found && { request: found.summary, reason: row.reason ?? null, at: row.occurredAt };
}

export const requestSources = (
  pool: Pool,
): Pick<Sources, 'openDue' | 'due' | 'requestByStaff'> => ({
  openDue: async (dueId, reminder) => {
    const found = await findDue(pool, dueId, reminder);
    return found?.isOpen === true ? found.facts : null;
  },
  due: async (dueId) => (await findDue(pool, dueId, 0n))?.facts ?? null,
  requestByStaff: async (auditId) => findCancelled(pool, auditId),
});
