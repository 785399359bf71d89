/** The bank's own way: payments through its door, with every check that a customer's press gets. */
import type * as m from '../../../src/bank/model.ts';
import { amountOf } from '../../../src/bank/money.ts';
import { openBank } from '../support/bank.ts';
import type { Contender } from './contender.ts';

export const ours: Contender = {
  name: 'Passbook',
  open: async ({ address, nextId }) => {
    const { bank, close } = await openBank(address);
    return {
      transfer: async ({ from, to, amount, memo }) =>
        bank.payments.transfer(from.session, {
          requestId: nextId() as m.RequestId,
          wish: { kind: 'exact', amount: amountOf(amount) },
          memo,
          accountNumber: to.accountNumber,
        }),
      close,
    };
  },
};
