/** Payments put their rest to the next unit aside: a second posting of the same transaction. */
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balancesOf } from '../support/accounts.ts';
import { exactly, newRequestId } from '../support/bank.ts';
import { makeRequest, wanted } from '../support/requests.ts';
import { addTo, lockPot, openPot, roundUpInto, takeFrom } from '../support/pots.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, staff } = withBank({
  hasStaff: true,
  settings: { fourEyesAbove: 10_000n, limitPerDay: 3_000n },
  balances: { anna: 2_500n, ben: 500n },
});

async function saving(units: m.RoundUpUnits = 1): Promise<m.AccountNumber> {
  const pot = await openPot(bank, anna);
  await roundUpInto(bank, anna, pot, units);
  return pot;
}
const quote = async (amount: bigint, more: { readonly wish?: m.AmountWish } = {}) =>
  bank.payments.quoteTransfer(anna.session, {
    target: { accountNumber: ben.accountNumber },
    wish: exactly(amount),
    memo: null,
    ...more,
  });
const orderOf = ({ accountNumber, roundUp }: Awaited<ReturnType<typeof quote>>, amount: bigint) => {
  const { isSkipped: _, ...kept } = roundUp!;
  return {
    accountNumber,
    wish: exactly(amount),
    memo: null,
    roundUp: kept,
    requestId: newRequestId(),
  };
};

describe('a payment is rounded up', () => {
  test('to the next unit, on its card, its receipt and in one transaction', async () => {
    const pot = await saving();
    const card = await quote(1_230n);
    const roundUp = { amount: 70n, pot, potName: 'Trip' };
    expect(card).toMatchObject({
      amount: 1_230n,
      balanceAfter: 1_200n,
      roundUp: { ...roundUp, isSkipped: false },
    });
    const order = orderOf(card, 1_230n);
    const receipt = await bank.payments.transfer(anna.session, order);
    expect(receipt).toMatchObject({ amount: 1_230n, balanceAfter: 1_200n, roundUp });
    expect(await bank.payments.transfer(anna.session, order)).toEqual({
      ...receipt,
      replayed: true,
    });
    expect(await balancesOf(bank, anna)).toEqual([1_200n, 70n]);
    expect(await balancesOf(bank, ben)).toEqual([1_730n]);
    const page = await bank.statements.page(anna.session, { filter: {}, size: 2 });
    expect(page.entries.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['ROUND_UP', receipt.reference],
      ['TRANSFER', receipt.reference],
    ]);
    const without = { ...order, roundUp: undefined };
    expect(await refusal(bank.payments.transfer(anna.session, without))).toBe('REQUEST_REUSED');
  });

  test('to the next ten units, and not where nothing is missing', async () => {
    await saving(10);
    expect((await quote(1_230n)).roundUp).toMatchObject({ amount: 770n });
    expect(await quote(2_000n)).not.toHaveProperty('roundUp');
  });

  test('neither as a share of the balance, nor between own accounts, nor at the cash desk', async () => {
    const pot = await saving();
    expect(await quote(0n, { wish: { kind: 'half' } })).not.toHaveProperty('roundUp');
    const { accountNumber } = await bank.accounts.open(anna.session, {
      type: 'SAVINGS',
      name: null,
      requestId: newRequestId(),
    });
    const own = { target: { accountNumber }, wish: exactly(30n), memo: null };
    expect(await bank.payments.quoteTransfer(anna.session, own)).not.toHaveProperty('roundUp');
    const out = { wish: exactly(30n), memo: null };
    expect(await bank.payments.quoteWithdrawal(anna.session, out)).not.toHaveProperty('roundUp');
    expect(await bank.pots.quoteAdd(anna.session, { pot, wish: exactly(30n) })).not.toHaveProperty(
      'roundUp',
    );
  });

  test('when it pays a request', async () => {
    const pot = await saving();
    const request = await makeRequest(bank, ben, wanted([anna], { each: 130n }));
    const due = (await bank.requests.toPay(anna.session))[0]!;
    const card = await bank.payments.quoteTransfer(anna.session, {
      target: { payerOf: due.due.id },
      wish: exactly(130n),
      memo: null,
    });
    expect(card).toMatchObject({ roundUp: { amount: 70n, pot } });
    const order = { ...orderOf(card, 130n), pays: card.pays };
    await bank.payments.transfer(anna.session, order);
    expect(await balancesOf(bank, anna)).toEqual([2_300n, 70n]);
    const shown = await bank.requests.show(ben.session, request.id);
    expect(shown.received).toBe(130n);
  });

  test('into a locked pot, and without counting towards the limit of the day', async () => {
    const pot = await saving(10);
    await lockPot(bank, anna, pot, { days: 5, waitHours: 0 });
    await bank.payments.transfer(anna.session, orderOf(await quote(1_230n), 1_230n));
    expect(await balancesOf(bank, anna)).toEqual([500n, 770n]);
    const sql = 'SELECT paid_out_that_day AS out_sum FROM accounts WHERE account_number = ?';
    const [row] = await database.pool.rows(sql, [anna.accountNumber]);
    expect(`${row!['out_sum']}`).toBe('1230');
  });
});

describe('a round-up is skipped', () => {
  test('where the money does not suffice for it, and the card says so', async () => {
    await saving(10);
    const card = await quote(2_410n);
    expect(card).toMatchObject({ balanceAfter: 90n, roundUp: { amount: 590n, isSkipped: true } });
    expect(await refusal(quote(2_501n))).toBe('FUNDS_INSUFFICIENT');
  });

  test('anew on another card, where money left between card and press', async () => {
    const pot = await saving();
    const order = orderOf(await quote(1_230n), 1_230n);
    await addTo(bank, anna, pot, 1_250n);
    expect(await refusal(bank.payments.transfer(anna.session, order))).toBe('ROUND_UP_CHANGED');
    expect(await balancesOf(bank, anna)).toEqual([1_250n, 1_250n]);
    expect(await quote(1_230n)).toMatchObject({ roundUp: { isSkipped: true } });
  });

  test('where its pot was closed between card and press', async () => {
    const pot = await saving();
    const order = orderOf(await quote(1_230n), 1_230n);
    await bank.accounts.close(anna.session, { account: pot, requestId: newRequestId() });
    expect(await refusal(bank.payments.transfer(anna.session, order))).toBe('ROUND_UP_CHANGED');
    expect(await quote(1_230n)).not.toHaveProperty('roundUp');
    expect(await bank.pots.roundUps(anna.session)).toBeNull();
  });

  test('never paid into a pot of another customer', async () => {
    await saving();
    const bens = await openPot(bank, ben, { name: 'Ben' });
    const order = orderOf(await quote(1_230n), 1_230n);
    const foreign = { ...order, roundUp: { ...order.roundUp, pot: bens } };
    expect(await refusal(bank.payments.transfer(anna.session, foreign))).toBe('ROUND_UP_CHANGED');
    expect(await balancesOf(bank, ben)).toEqual([500n, 0n]);
  });
});

test('a reversal takes the payment and its round-up back, or nothing of both', async () => {
  const pot = await saving();
  const order = orderOf(await quote(1_230n), 1_230n);
  await bank.payments.transfer(anna.session, order);
  const reverse = async () =>
    bank.corrections.reverse(staff.mona.session, {
      transaction: order.requestId,
      reason,
      requestId: newRequestId(),
    });
  await takeFrom(bank, anna, pot, 70n);
  expect(await refusal(reverse())).toBe('REVERSAL_SHORT');
  await addTo(bank, anna, pot, 70n);
  await lockPot(bank, anna, pot, { days: 5, waitHours: 0 });
  await reverse();
  expect(await balancesOf(bank, anna)).toEqual([2_500n, 0n]);
  expect(await balancesOf(bank, ben)).toEqual([500n]);
});

test('round-ups are set once per request, changed and turned off', async () => {
  const pot = await openPot(bank, anna);
  const requestId = newRequestId();
  const order = { pot, units: 10 as const, requestId };
  expect(await bank.pots.setRoundUps(anna.session, order)).toMatchObject({ units: 10 });
  await roundUpInto(bank, anna, pot, 1);
  expect(await bank.pots.setRoundUps(anna.session, order)).toMatchObject({ units: 1 });
  expect(await roundUpInto(bank, anna, null)).toBeNull();
  expect(await quote(30n)).not.toHaveProperty('roundUp');
  const foreign = roundUpInto(bank, ben, pot);
  expect(await refusal(foreign)).toBe('POT_UNKNOWN');
});

describe('where amounts have no decimals', () => {
  const whole = withBank({
    settings: { currency: { code: 'PTS', scale: 0 } },
    balances: { dora: 100n },
  });

  test('payments are rounded up to ten units only', async () => {
    const pot = await openPot(whole.bank, whole.dora);
    expect(await refusal(roundUpInto(whole.bank, whole.dora, pot, 1))).toBe('ROUND_UP_WHOLE');
    const judged = whole.bank.pots.judgeRoundUps(whole.dora.session, { pot, units: 1 });
    expect(await refusal(judged)).toBe('ROUND_UP_WHOLE');
    expect(await roundUpInto(whole.bank, whole.dora, pot, 10)).toMatchObject({ units: 10 });
  });
});
