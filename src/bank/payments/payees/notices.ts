/** The customer is told that an account was saved among their payees. */
import type { Pool } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import {
  findRecipients,
  type Sources,
  type TellingTools,
  tellOwner,
} from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { numberTail } from '../../model/index.ts';
import { findPayeeById } from './store/payees.ts';

/**
 * As the customer chose. Also by mail, which reaches the customer when the Discord account is
 * stolen, unless such notices only go to the inbox.
 */
export async function tellOfPayee(
  tx: Tx,
  notify: TellingTools,
  { customerId, payeeId }: { readonly customerId: m.CustomerId; readonly payeeId: bigint },
): Promise<void> {
  const recipient = (await findRecipients(tx, [customerId])).get(customerId);
  const canMail = notify.canMail && recipient?.settings.ways.payee !== 'INBOX';
  const subject = { kind: 'PAYEE_ADDED', payeeId } as const;
  await tellOwner(tx, { ...notify, canMail }, { customerId, subject });
}

export const payeeSources = (pool: Pool): Pick<Sources, 'payee'> => ({
  payee: async (payeeId) => {
    const row = await findPayeeById(pool, payeeId);
    return row && { nickname: row.nickname, numberTail: numberTail(row.accountNumber) };
  },
});
