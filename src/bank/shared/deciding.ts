/** Managers approve or decline what waits, and its asker cancels it. */
import type { Tx } from '../../db/transaction.ts';
import { changeOnce, readDone } from '../audit/index.ts';
import type { LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, type ErrorCode } from '../model/index.ts';
import { findMembership } from './store/spending.ts';
import {
  type ApprovalRow,
  findApproval,
  findSettled,
  saveVote,
  votersOf,
} from './store/approvals.ts';
import { lockSharedAccount, findOfHolder } from './store/accounts.ts';
import { memberLinkKind } from './spending.ts';
import { type ApprovalTools, endApproval, noteApproval } from './ending.ts';
import { type Decision, openApproval } from './opened.ts';
import { applyRule } from './rules.ts';
import { assertReads } from './tools.ts';
import { viewOf } from './waiting.ts';

/** The link by which a request names what it pays; see the room `payments`. */
export type DueLink = (id: bigint) => m.Link;

export interface DecidingTools extends ApprovalTools {
  readonly dueLink: DueLink;
}

/** Approvals have changed between reading and locking: it is decided again. */
class Recounted extends Error {
  override readonly name = 'Recounted';
}
const recountsMax = 5;

/** Refusals that no later approval changes: such a payment ends as REFUSED. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  'ACCOUNT_CLOSED',
  'BALANCE_TOO_LARGE',
  'FEE_CHANGED',
  'FEE_ABOVE_AMOUNT',
  'FUNDS_INSUFFICIENT',
  'HOLD_ENDED',
  'NOT_BOOKABLE',
  'REQUEST_ENDED',
  'REQUEST_EXCEEDED',
  'REQUEST_UNKNOWN',
  'TARGET_UNAVAILABLE',
]);

/** The payment as it is booked: of the member who asked for it, with what its card said. */
async function requestOf(tools: DecidingTools, row: ApprovalRow): Promise<LedgerRequest> {
  const { id, holderId, customerId, asked, due } = row;
  const account = await findOfHolder(tools.pool, holderId);
  if (asked.kind !== 'PAYMENT' || account === null) throw new BankError('ACCOUNT_UNKNOWN');
  const initiator = { kind: 'MEMBERS', id, customerId } as const;
  const { amount, fee } = asked;
  const wanted = { requestId: id, initiator, amount };
  const request = await tools.ledger.holds.captureRequest(id as bigint as m.HoldId, wanted);
  // No member has the id 0: booking refuses it.
  const memberId = (await findMembership(tools.pool, account.id, customerId)) ?? 0n;
  return {
    ...request,
    fee: { shown: fee },
    links: {
      ...request.links,
      member: { kind: memberLinkKind, id: memberId },
      ...(due === null ? {} : { pays: tools.dueLink(due) }),
    },
  };
}

/** The last approval and the booking are one transaction. Throws what booking throws. */
async function approveAndBook(
  tools: DecidingTools,
  row: ApprovalRow,
  decision: Decision,
): Promise<void> {
  const { session, id } = decision;
  let opened: ApprovalRow = row;
  const { replayed } = await tools.ledger.bookWith(await requestOf(tools, row), {
    before: async (tx) => {
      const found = await openApproval(tx, tools, decision);
      if (found.others + 1 < found.row.needed) throw new Recounted();
      opened = found.row;
      await saveVote(tx, id, session.customerId);
    },
    after: async (tx) => endApproval(tx, tools, opened, { state: 'APPROVED', by: { session } }),
  });
  // Another press has booked it since: this one is answered as any other that comes too late.
  if (replayed) await approveOnly(tools, decision);
}

/** One approval of several, or the last of another rule. */
async function approveOnly(tools: DecidingTools, decision: Decision): Promise<void> {
  const { session, id } = decision;
  const auditId = tools.nextId();
  await changeOnce(tools, auditId, async (tx) => {
    const { row, others, hasApproved } = await openApproval(tx, tools, decision);
    const isLast = others + 1 >= row.needed;
    if (row.asked.kind === 'PAYMENT' && isLast) throw new Recounted();
    if (hasApproved && !isLast) return;
    await saveVote(tx, id, session.customerId);
    await noteApproval(tx, row, { auditId, action: 'SHARED_APPROVED', session });
    if (row.asked.kind !== 'RULE' || !isLast) return;
    await lockSharedAccount(tx, row.holderId);
    await applyRule(tx, row.holderId, row.asked.rule);
    await endApproval(tx, tools, row, { state: 'APPROVED', by: { session } });
  });
}

async function end(tools: DecidingTools, decision: Decision, state: m.ApprovalEnd): Promise<void> {
  const { session } = decision;
  const auditId = tools.nextId();
  await changeOnce(tools, auditId, async (tx: Tx) => {
    const { row } = await openApproval(tx, tools, decision);
    await endApproval(tx, tools, row, { state, by: { session } });
  });
}

async function approve(tools: DecidingTools, decision: Decision): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const row = await findApproval(tools.pool, decision.id);
    if (row === null) throw new BankError('SHARED_APPROVAL_OVER', { state: null, by: null });
    const voters = await votersOf(tools.pool, row.id);
    const { customerId } = decision.session;
    const others = voters.filter((one) => one.customerId !== customerId).length;
    const waits = row.state === 'WAITING';
    const books = waits && row.asked.kind === 'PAYMENT' && others + 1 >= row.needed;
    try {
      await (books ? approveAndBook(tools, row, decision) : approveOnly(tools, decision));
      return;
    } catch (error) {
      if (error instanceof Recounted && attempt < recountsMax) continue;
      if (error instanceof Recounted) throw new BankError('BANK_BUSY');
      if (books && error instanceof BankError && lasting.has(error.code)) {
        await end(tools, decision, 'REFUSED');
      }
      throw error;
    }
  }
}

/** Whether this press repeats an earlier one of the same customer. */
function isRepeated(row: ApprovalRow, { session, verdict }: Decision): boolean {
  return row.state === verdict && row.endedBy === session.customerId;
}

export const createDeciding =
  (tools: DecidingTools) =>
  async (decision: Decision): Promise<m.SharedApproval> => {
    await assertReads(tools, decision.session);
    const found = await findApproval(tools.pool, decision.id);
    if (found !== null && !isRepeated(found, decision)) {
      try {
        await (decision.verdict === 'APPROVED'
          ? approve(tools, decision)
          : end(tools, decision, decision.verdict));
      } catch (error) {
        const now = await findSettled(tools.pool, decision.id);
        const isOver = error instanceof BankError && error.code === 'SHARED_APPROVAL_OVER';
        if (!isOver || now === null || !isRepeated(now, decision)) throw error;
      }
    }
    return readDone(async () => {
      const row = await findSettled(tools.pool, decision.id);
      if (row === null) throw new BankError('SHARED_APPROVAL_OVER', { state: null, by: null });
      return viewOf(tools.pool, row);
    });
  };
