/** A customer who erases their data leaves all shared accounts. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { type EndingTools, withdrawApprovals } from './ending.ts';
import { lockSharedAccount } from './store/accounts.ts';
import { holdersOf, membersOf } from './store/members.ts';
import { managersOf, noteShared, tellMembers } from './tools.ts';

/**
 * In the transaction of the erasure, with the holders locked. What the customer asked for ends, and
 * the other managers read that they have left.
 */
export const leavesShared =
  (tools: EndingTools) =>
  async (tx: Tx, session: m.Session): Promise<void> => {
    const { customerId } = session;
    for (const holderId of await holdersOf(tx, customerId)) {
      const account = await lockSharedAccount(tx, holderId);
      if (account === null || account.status === 'CLOSED') continue;
      await withdrawApprovals(tx, tools, { holderId, customerId });
      const auditId = tools.nextId();
      await noteShared(tx, session, { auditId, action: 'SHARED_LEFT', account, customerId });
      const managers = managersOf(await membersOf(tx, holderId));
      const customers = managers.map((one) => one.customerId);
      await tellMembers(tx, tools, { auditId, actor: customerId, customers });
    }
  };
