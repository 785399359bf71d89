/** What stops the closing of an account. */
import type { Reader } from '../../../db/pool.ts';
import type { AccountRow } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { useOf } from './store/own-accounts.ts';

export interface Closing {
  readonly customerId: m.CustomerId;
  readonly found: AccountRow;
  /** All accounts of the customer. */
  readonly all: readonly AccountRow[];
  readonly currency: m.Currency;
  /** Of the account; under its lock where it is closed. */
  readonly money: { readonly balance: bigint; readonly held: bigint };
}

function assertPotClosable({ lock }: m.PotTerms, { found, currency, money }: Closing): void {
  const { accountNumber: pot } = found;
  if (lock !== null) {
    throw new BankError('POT_LOCKED', { until: lock.releaseAt ?? lock.until, pot });
  }
  if (money.balance > 0n) {
    const balance = { units: money.balance, currency };
    throw new BankError('POT_NOT_EMPTY', { balance, pot });
  }
}

/**
 * Throws ACCOUNT_FROZEN, ACCOUNT_IS_MAIN, ACCOUNT_NOT_EMPTY and ACCOUNT_IN_USE; of a pot
 * POT_LOCKED and POT_NOT_EMPTY.
 */
export async function assertClosable(reader: Reader, closing: Closing): Promise<void> {
  const { customerId, found, all, currency, money } = closing;
  if (found.status === 'FROZEN') throw new BankError('ACCOUNT_FROZEN');
  if (found.isMain) {
    const others = all.filter(({ id, status }) => id !== found.id && status !== 'CLOSED');
    throw new BankError('ACCOUNT_IS_MAIN', { isOnly: others.length === 0 });
  }
  if (found.pot !== undefined) {
    assertPotClosable(found.pot, closing);
    return;
  }
  if (money.held > 0n || money.balance > 0n) {
    const why = money.held > 0n ? 'HELD' : 'MONEY';
    throw new BankError('ACCOUNT_NOT_EMPTY', { why, balance: { units: money.balance, currency } });
  }
  const by = await useOf(reader, customerId, found.id);
  if (by !== null) throw new BankError('ACCOUNT_IN_USE', { by });
}
