/**
 * The bank's own way: the ledger, with every check of a payment. The customer of an account
 * number is known before, as for the others; the bank caches that too.
 */
import { createJobs } from '../../../src/bank/jobs/index.ts';
import { createLedger } from '../../../src/bank/ledger/ledger.ts';
import { feesAccount } from '../../../src/bank/ledger/chart.ts';
import { fingerprintOf, type Posting } from '../../../src/bank/ledger/request.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { amountOf, moneyMax } from '../../../src/bank/model/base/money.ts';
import { createPool } from '../../../src/db/pool.ts';
import { currency } from '../support/population.ts';
import type { Contender, Transfer } from './contender.ts';
import { potOf } from './pots.ts';

const hours = 3_600_000;
const rules = {
  currency,
  limitPerTransaction: moneyMax,
  limitPerDay: moneyMax,
  idleMs: 8 * hours,
  absoluteMs: 8 * hours,
  readMs: 24 * hours,
};

type Further = (transfer: Transfer) => readonly Posting[];

const openWith =
  (further: Further): Contender['open'] =>
  async ({ address, nextId }) => {
    const pool = createPool(address);
    const report = () => {};
    const jobs = createJobs({ pool, nextId, report, desk: { cards: false } });
    const ledger = createLedger({ pool, nextId, jobs, rules }, { report });
    return {
      transfer: (asked) => {
        const { from, to, amount, memo } = asked;
        const wish = { kind: 'exact', amount: amountOf(amount) } as const;
        const own = from.accountId;
        const facts = { kind: 'TRANSFER', own, wish, memo } as const;
        return ledger.book({
          requestId: nextId() as m.RequestId,
          initiator: { kind: 'SESSION', session: from.session },
          postings: [
            { kind: 'TRANSFER', source: own, target: to.accountId, amount: wish },
            ...further(asked),
          ],
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
  };

export const ours: Contender = { name: 'Passbook', open: openWith(() => []) };

/** A fee, and change that is put into the payer's pot: in the books these are postings of the same transaction. */
export const oursInThree: Contender = {
  name: 'with fee and round-up',
  postings: 3,
  open: openWith(({ from }) => [
    { kind: 'FEE', source: from.accountId, target: feesAccount.id, amount: amountOf(2n) },
    { kind: 'ROUND_UP', source: from.accountId, target: potOf(from), amount: amountOf(7n) },
  ]),
};
