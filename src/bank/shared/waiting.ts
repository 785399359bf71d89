/** What waits, as members and managers see it. */
import type { Reader } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { type ApprovalRow, approvalsFor, votersOf } from './store/approvals.ts';
import { findPersonById } from './store/members.ts';
import { assertReads, type SharedTools } from './tools.ts';

/** Who decided or cancelled it; null: no member did, or no longer a customer. */
export const deciderOf = async (
  reader: Reader,
  { endedBy }: ApprovalRow,
): Promise<string | null> =>
  endedBy === null ? null : ((await findPersonById(reader, endedBy))?.name ?? null);

export async function viewOf(reader: Reader, row: ApprovalRow): Promise<m.SharedApproval> {
  const { id, account, asker, asked, needed, state, expiresAt } = row;
  const approvedBy = (await votersOf(reader, id)).map(({ name }) => name);
  const endedBy = await deciderOf(reader, row);
  return { id, account, asker, asked, needed, state, expiresAt, approvedBy, endedBy };
}

/** Oldest first: what the customer has asked for, and what they decide. */
export async function waitingFor(
  tools: SharedTools,
  session: m.Session,
): Promise<readonly m.SharedApproval[]> {
  await assertReads(tools, session);
  const rows = await approvalsFor(tools.pool, session.customerId);
  return Promise.all(rows.map(async (row) => viewOf(tools.pool, row)));
}
