/** The bank's own way: payments through its ledger, with every check that a customer's press gets. */
import { createLedger } from '../../../src/bank/ledger/ledger.ts';
import type * as m from '../../../src/bank/model.ts';
import { amountOf, moneyMax } from '../../../src/bank/money.ts';
import { createPayments } from '../../../src/bank/payments.ts';
import { createPool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { currency } from '../support/population.ts';
import type { Contender } from './contender.ts';

export const rules = {
  currency,
  limitPerTransaction: moneyMax,
  limitPerDay: moneyMax,
  idleMs: 8 * 3_600_000,
  absoluteMs: 8 * 3_600_000,
};

export const ours: Contender = {
  name: 'Passbook',
  open: async ({ address, nextId }) => {
    const pool = createPool(address);
    const ledger = createLedger({ pool, nextId, rules }, { clock: systemClock, report: () => {} });
    const payments = createPayments({ pool, nextId, ledger, currency });
    return {
      transfer: async ({ from, to, amount, memo }) =>
        payments.transfer(from.session, {
          requestId: nextId() as m.RequestId,
          wish: { kind: 'exact', amount: amountOf(amount) },
          memo,
          accountNumber: to.accountNumber,
        }),
      close: async () => {
        await ledger.close();
        await pool.close();
      },
    };
  },
};
