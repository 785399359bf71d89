/** A second account and a pot of each customer. */
import type * as m from '../../../src/bank/model/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import type { BankHost } from '../bank/host.ts';
import { ownWeekLimit } from '../bank/settings.ts';

const lowerLimit = `
  UPDATE accounts
  SET limited_until = NOW(6) + INTERVAL 1 DAY
  WHERE customer_id = ?`;

export async function openSecondAccount(
  { direct, bank }: { readonly direct: Pool; readonly bank: BankHost },
  opening: {
    readonly session: m.Session;
    readonly id: m.RequestId;
    /** Whether the customer's limit of the day is lowered, as after a recovery. */
    readonly isLimited: boolean;
  },
): Promise<m.AccountNumber> {
  const { session, id: requestId, isLimited } = opening;
  const order = { type: 'SAVINGS', name: 'Reserve', requestId } as const;
  const { accountNumber } = await bank.call('accounts', 'open', session, order);
  if (isLimited) await direct.write(lowerLimit, [session.customerId]);
  return accountNumber;
}

/** Before the customer pays anything. */
export async function limitWeek(
  bank: BankHost,
  session: m.Session,
  requestId: m.RequestId,
): Promise<void> {
  const amount = ownWeekLimit as m.Amount;
  await bank.call('limits', 'set', session, { period: 'WEEK', amount, requestId });
}

export async function openSavingPot(
  bank: BankHost,
  session: m.Session,
  requestId: m.RequestId,
): Promise<m.AccountNumber> {
  const order = { name: 'Trip', goal: null, goalDate: null, requestId };
  return (await bank.call('pots', 'open', session, order)).accountNumber;
}
