/** A payment that waits for the managers: its money is set aside, and they are asked. */
import type { Tx } from '../../db/transaction.ts';
import { dayMs } from '../../lib/durations.ts';
import { assert } from '../../lib/assert.ts';
import { readDone } from '../audit/index.ts';
import type { LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { approvalDays, approvalsMax, BankError } from '../model/index.ts';
import { findApproval, findSettled, insertPayment, unendedOf } from './store/approvals.ts';
import { membersOf } from './store/members.ts';
import { readSpending } from './store/spending.ts';
import { type EndingTools, noteApproval, tellOf } from './ending.ts';
import { viewOf } from './waiting.ts';

/** `session`: in which it is asked for; null: a standing order asks. */
interface Asking {
  readonly request: LedgerRequest;
  readonly session: m.Session | null;
  /** In the transaction that sets the money aside. */
  readonly after?: (tx: Tx, amount: m.Amount) => Promise<void>;
}

/** Once per request id. Throws what booking the request throws, and SHARED_TOO_MANY. */
export const managersAsked =
  (tools: EndingTools) =>
  async ({ request, session, after }: Asking): Promise<m.SharedApproval> => {
    const { requestId: id, links } = request;
    const member = links?.member;
    // Without a member's link the account is not shared: nothing waits.
    if (member === undefined) throw new BankError('SHARED_APPROVAL', { needed: 0 });
    const held = { ...request, links: { member } };
    await tools.ledger.holds.authorise(held, approvalDays * dayMs, async (tx, sums) => {
      const [part] = await readSpending(tx, [member.id]);
      assert(part !== undefined, 'the member who pays was read under the lock of the account');
      const { holderId, customerId, needed } = part;
      if ((await unendedOf(tx, holderId)).length >= approvalsMax) {
        throw new BankError('SHARED_TOO_MANY', { what: 'APPROVALS', max: approvalsMax });
      }
      const due = links?.pays?.id ?? null;
      await insertPayment(tx, { id, holderId, customerId, needed, ...sums, due });
      const row = (await findApproval(tx, id))!;
      await noteApproval(tx, row, { auditId: id, action: 'SHARED_ASKED', session });
      const approvers = (await membersOf(tx, holderId)).filter(({ approves }) => approves);
      const customers = approvers.map((one) => one.customerId);
      const told = { approvalId: id, actor: customerId, customers };
      await tellOf(tx, tools, { kind: 'SHARED_APPROVAL_ASKED', ...told });
      await after?.(tx, sums.amount);
    });
    return readDone(async () => {
      const asked = await findSettled(tools.pool, id);
      if (asked === null) throw new BankError('REQUEST_REUSED');
      return viewOf(tools.pool, asked);
    });
  };
