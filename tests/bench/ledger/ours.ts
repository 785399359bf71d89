/**
 * The bank's own way: the ledger, with every check of a payment. The customer of an account
 * number is known before, as for the others; the bank caches that too.
 */
import { createJobs } from '../../../src/bank/jobs/index.ts';
import { createLedger } from '../../../src/bank/ledger/ledger.ts';
import { fingerprintOf } from '../../../src/bank/ledger/request.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { amountOf, moneyMax } from '../../../src/bank/model/base/money.ts';
import { createPool } from '../../../src/db/pool.ts';
import { currency } from '../support/population.ts';
import type { Contender } from './contender.ts';

const hours = 3_600_000;
const rules = {
  currency,
  limitPerTransaction: moneyMax,
  limitPerDay: moneyMax,
  idleMs: 8 * hours,
  absoluteMs: 8 * hours,
  readMs: 24 * hours,
};

export const ours: Contender = {
  name: 'Passbook',
  open: async ({ address, nextId }) => {
    const pool = createPool(address);
    const report = () => {};
    const jobs = createJobs({ pool, nextId, report, desk: { cards: false } });
    const ledger = createLedger({ pool, nextId, jobs, rules }, { report });
    return {
      transfer: async ({ from, to, amount, memo }) => {
        const wish = { kind: 'exact', amount: amountOf(amount) } as const;
        const own = from.accountId;
        const facts = { kind: 'TRANSFER', own, wish, memo } as const;
        return ledger.book({
          requestId: nextId() as m.RequestId,
          initiator: { kind: 'SESSION', session: from.session },
          postings: [{ kind: 'TRANSFER', source: own, target: to.accountId, amount: wish }],
          memo,
          fingerprint: fingerprintOf({
            ...facts,
            payeeNumber: to.accountNumber,
            currency: currency.code,
          }),
        });
      },
      close: async () => {
        await ledger.close();
        await pool.close();
      },
    };
  },
};
