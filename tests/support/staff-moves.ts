/** Every way in which staff move a customer's money, or request it. */
import type { Bank } from '../../src/bank/bank.ts';
import type * as m from '../../src/bank/model/index.ts';
import {
  allOf,
  balanceOf,
  exactly,
  newRequestId,
  openPerson,
  type Person,
  shareOf,
} from './bank.ts';
import { reason } from './staff.ts';

/** Corrections above it need a second manager, in a bank with these settings. */
export const fourEyesAbove = 500n;
const [small, large] = [400n, 600n];

export interface Movers {
  /** The acting manager. */
  readonly by: Person;
  /** Another manager. */
  readonly second: Person;
  /** The customer, with more than 600 minor units. */
  readonly to: Person;
}

const ordered = (to: Person, wish: m.AmountWish) => ({
  requestId: newRequestId(),
  accountNumber: to.accountNumber,
  wish,
  memo: null,
});
export const give = async (bank: Bank, by: Person, to: Person, amount: bigint) =>
  bank.counter.deposit(by.session, ordered(to, exactly(amount)));
export const take = async (bank: Bank, by: Person, to: Person, wish: m.AmountWish) =>
  bank.counter.withdraw(by.session, ordered(to, wish));
export const approve = async (bank: Bank, by: Person, id: m.RequestId) =>
  bank.approvals.decide(by.session, { id, verdict: 'APPROVED' });

async function asked(work: ReturnType<Bank['corrections']['adjust']>): Promise<m.RequestId> {
  const corrected = await work;
  if (corrected.kind !== 'asked') throw new Error('no second manager was asked');
  return corrected.approval.id;
}
const adjust = async (
  bank: Bank,
  { by, to }: Pick<Movers, 'by' | 'to'>,
  amount: bigint,
  side: 'credit' | 'debit' = 'credit',
) =>
  bank.corrections.adjust(by.session, {
    requestId: newRequestId(),
    accountNumber: to.accountNumber,
    amount: amount as m.Amount,
    side,
    reason,
  });
const pay = async (bank: Bank, from: Person, amount: bigint) =>
  bank.payments.transfer(from.session, {
    requestId: newRequestId(),
    accountNumber: (await openPerson(bank)).accountNumber,
    wish: exactly(amount),
    memo: null,
  });
/** For a payment by `to`: the audit names the payee, and `to` is the other party. */
const reverse = async (bank: Bank, { by, to }: Pick<Movers, 'by' | 'to'>, amount: bigint) => {
  const { requestId: transaction } = await pay(bank, to, amount);
  return bank.corrections.reverse(by.session, { requestId: newRequestId(), transaction, reason });
};
export const askDeposit = async (bank: Bank, to: Person, amount = large): Promise<m.RequestId> => {
  const order = { requestId: newRequestId(), wish: exactly(amount), memo: null };
  return (await bank.payments.askDeposit(to.session, order)).approval.id;
};

/** Each returns the minor units that were moved or requested. */
export type Way = (bank: Bank, movers: Movers) => Promise<bigint>;

export const bookedAlone: Readonly<Record<string, Way>> = {
  'a deposit': async (bank, { by, to }) => (await give(bank, by, to, small)).amount,
  'a withdrawal': async (bank, { by, to }) => (await take(bank, by, to, exactly(small))).amount,
  'a withdrawal of half': async (bank, { by, to }) =>
    (await take(bank, by, to, shareOf('half', (await balanceOf(bank, to)) / 2n))).amount,
  'a withdrawal of all': async (bank, { by, to }) =>
    (await take(bank, by, to, await allOf(bank, to))).amount,
  'an adjustment that adds': async (bank, movers) => {
    await adjust(bank, movers, small);
    return small;
  },
  'an adjustment that takes': async (bank, movers) => {
    await adjust(bank, movers, small, 'debit');
    return small;
  },
  'a reversal': async (bank, movers) => {
    await reverse(bank, movers, small);
    return small;
  },
};

export const askedOnly: Readonly<Record<string, Way>> = {
  'an adjustment asked for': async (bank, movers) => {
    await asked(adjust(bank, movers, large));
    return large;
  },
  'a reversal asked for': async (bank, movers) => {
    await asked(reverse(bank, movers, large));
    return large;
  },
};

export const approved: Readonly<Record<string, Way>> = {
  'a deposit approved': async (bank, { by, to }) => {
    await approve(bank, by, await askDeposit(bank, to));
    return large;
  },
  'an adjustment approved': async (bank, { by, second, to }) => {
    await approve(bank, by, await asked(adjust(bank, { by: second, to }, large)));
    return large;
  },
  'a reversal approved': async (bank, { by, second, to }) => {
    await approve(bank, by, await asked(reverse(bank, { by: second, to }, large)));
    return large;
  },
};
