/** Opens accounts: a customer's first one when they register, and further ones. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { BankError, randomAccountNumber } from '../model/index.ts';
import {
  accountStates,
  copyLockAndLimit,
  ensureMainAccount,
  insertAccount,
} from './store/accounts.ts';

export interface AccountOpening {
  readonly customerId: m.CustomerId;
  /** A fresh id. */
  readonly id: m.AccountId;
  /** The holder's name as other people see it: the same on all of their accounts. */
  readonly holderName: string;
  readonly currency: string;
  readonly type?: m.AccountType;
  readonly name?: string | null;
}

/**
 * The customer's row must be locked. A further account is frozen, locked and limited as the others
 * are, so that it is no way around. Its id is above theirs: the first account keeps the lowest.
 * Throws ACCOUNT_CLOSED when all others are closed; a taken number is a duplicate of
 * `accounts_number`, and the caller tries again.
 */
export async function openAccount(
  tx: Tx,
  { customerId, id: fresh, holderName, currency, type = 'CURRENT', name = null }: AccountOpening,
): Promise<m.AccountId> {
  const others = await accountStates(tx, customerId);
  const [first, last] = [others[0], others.at(-1)];
  if (first !== undefined && others.every(({ status }) => status === 'CLOSED')) {
    throw new BankError('ACCOUNT_CLOSED');
  }
  // The clock of the process that opened the last one may have been ahead of ours.
  const id = last === undefined || fresh > last.id ? fresh : ((last.id + 1n) as m.AccountId);
  const status = others.some((one) => one.status === 'FROZEN') ? 'FROZEN' : 'OPEN';
  const accountNumber = randomAccountNumber();
  await insertAccount(tx, {
    id,
    customerId,
    accountNumber,
    holderName,
    currency,
    status,
    type,
    name,
  });
  if (first !== undefined) {
    await copyLockAndLimit(tx, { from: first.id, to: id });
    await ensureMainAccount(tx, customerId, first.id);
  }
  return id;
}
