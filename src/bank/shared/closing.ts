/** A manager closes a shared account, by the rules of a customer's own accounts. */
import type { Reader } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { withdrawApprovals } from './ending.ts';
import type { SharedService } from './service.ts';
import { hasDeposit, hasOpenPot, hasOrder, saveSharedClosed } from './store/accounts.ts';
import { withdrawInvitations } from './store/invitations.ts';
import {
  changeShared,
  noteShared,
  readShared,
  refOf,
  type Shared,
  type SharedTools,
  tellMembers,
} from './tools.ts';

/** Throws ACCOUNT_FROZEN, ACCOUNT_NOT_EMPTY, ACCOUNT_IN_USE. */
async function assertClosable(
  reader: Reader,
  { account }: Shared,
  currency: m.Currency,
): Promise<void> {
  const { id, holderId, status, balance, held } = account;
  if (status === 'FROZEN') throw new BankError('ACCOUNT_FROZEN');
  if (held > 0n || balance > 0n) {
    const why = held > 0n ? 'HELD' : 'MONEY';
    throw new BankError('ACCOUNT_NOT_EMPTY', { why, balance: { units: balance, currency } });
  }
  if (await hasOpenPot(reader, holderId)) throw new BankError('ACCOUNT_IN_USE', { by: 'POT' });
  if (await hasOrder(reader, id)) throw new BankError('ACCOUNT_IN_USE', { by: 'MEMBER_ORDER' });
  if (await hasDeposit(reader, id)) throw new BankError('ACCOUNT_IN_USE', { by: 'DEPOSIT' });
}

/** Its members still read its entries. */
export const createClosing = (
  tools: SharedTools,
): Pick<SharedService, 'judgeClosing' | 'close'> => ({
  judgeClosing: async (session, account) => {
    const shared = await readShared(tools, session, { account, action: 'CLOSE' });
    await assertClosable(tools.pool, shared, tools.currency);
    return refOf(shared.account);
  },
  close: async (session, { requestId: auditId, account: number }) => {
    const asked = { requestId: auditId, account: number, action: 'CLOSE' } as const;
    return changeShared(tools, session, asked, async (tx, shared) => {
      await assertClosable(tx, shared, tools.currency);
      const { account, members, own } = shared;
      const { customerId } = own;
      await saveSharedClosed(tx, account.id);
      await withdrawInvitations(tx, account.holderId);
      await withdrawApprovals(tx, tools, { holderId: account.holderId, customerId: null });
      await noteShared(tx, session, { auditId, action: 'SHARED_CLOSED', account, customerId });
      const customers = members.map((one) => one.customerId);
      await tellMembers(tx, tools, { auditId, actor: customerId, customers });
    });
  },
});
