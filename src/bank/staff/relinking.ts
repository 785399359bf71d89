/** Another Discord user gets an account whose owner lost the first one: two managers, never one. */
import { isDuplicate } from '../../db/errors.ts';
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import { changeOnce } from '../audit/index.ts';
import { insertMessages, tellOwner } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import {
  bindCustomer,
  endLiveSession,
  findCustomer,
  isErased,
  lockCustomer,
} from '../people/index.ts';
import type { Perform } from './approvals.ts';
import { askApproval } from './asking.ts';
import { admitStaff, type StaffTools } from './desk.ts';
import { servedBy } from './looking.ts';
import type { CounterService } from './serving.ts';

/** Whoever has an account keeps it: one account, one Discord user. */
async function assertFree(tx: Tx, member: m.DiscordUserId): Promise<void> {
  if ((await findCustomer(tx, member)) !== null) throw new BankError('MEMBER_HAS_ACCOUNT');
}

export const createRelinking =
  (tools: StaffTools): CounterService['relink'] =>
  async (session, { accountNumber, member, reason }) => {
    const { customerId: target } = await servedBy(tools, accountNumber);
    const [auditId, id] = [tools.nextId(), tools.nextId() as m.RequestId];
    return changeOnce(tools, auditId, async (tx) => {
      await lockCustomer(tx, target);
      const standing = await admitStaff(tx, tools, session, 'manage');
      if (target === session.customerId) throw new BankError('STAFF_SELF');
      if (await isErased(tx, target)) throw new BankError('ACCOUNT_CLOSED');
      await assertFree(tx, member);
      const content = { member };
      const asker = { session, standing, auditId };
      const wish = { id, kind: 'RELINK', target, content, reason, ...asker } as const;
      return { kind: 'asked', approval: await askApproval(tx, tools, wish) };
    });
  };

/** What an approved relinking does: both Discord users and the address of the account are told. */
export const performRelink =
  (tools: StaffTools): Perform =>
  async (tx, { row, auditId }) => {
    const { target: customerId, member: former, content } = row;
    const member = content['member'] as m.DiscordUserId;
    await assertFree(tx, member);
    await endLiveSession(tx, customerId, { ...tools.limits, reason: 'RELINKED' });
    await bindCustomer(tx, customerId, member).catch((error: unknown) => {
      // Somebody registered between the look and the change.
      throw isDuplicate(error) ? new BankError('MEMBER_HAS_ACCOUNT') : error;
    });
    const subject = { kind: 'SECURITY', auditId } as const;
    await tellOwner(tx, tools, { customerId, subject });
    const message = { id: tools.nextId(), customerId, subject, recipient: former };
    await insertMessages(tx, [message], await databaseNow(tx));
  };
