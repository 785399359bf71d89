import { describe, expect, test } from 'vitest';
import type { AccountNumber } from '../../src/bank/index.ts';
import { randomAccountNumber } from '../../src/bank/model/parse/account-number.ts';
import { referenceOf } from '../../src/bank/index.ts';
import {
  balanceOf,
  discordId,
  exactly,
  newRequestId,
  openPerson,
  shareOf,
  wishOf,
  type Person,
} from '../support/bank.ts';
import { takeMessages } from '../support/messages.ts';
import { withBank } from '../support/with-bank.ts';
import { sentenceOf } from '../support/words.ts';

const settings = { limitPerTransaction: 1_000_00n, limitPerDay: 1_500_00n };
const { database, bank, anna, ben } = withBank({ settings, balances: { anna: 100_00n, ben: 0n } });

interface Transfer {
  readonly wish?: string;
  /** What the card of a share showed. */
  readonly shown?: bigint;
  readonly requestId?: ReturnType<typeof newRequestId>;
  readonly to?: AccountNumber;
  readonly memo?: string | null;
  readonly from?: Person;
}
const transfer = async ({
  wish = '30',
  shown,
  requestId,
  to,
  memo = null,
  from = anna,
}: Transfer = {}) =>
  bank.payments.transfer(from.session, {
    requestId: requestId ?? newRequestId(),
    accountNumber: to ?? ben.accountNumber,
    wish: shown === undefined ? wishOf(wish) : shareOf(wish as 'half' | 'all', shown),
    memo,
  });
const deposit = async (wish: string, person = anna) =>
  bank.payments.deposit(person.session, {
    requestId: newRequestId(),
    wish: wishOf(wish),
    memo: null,
  });
const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'booked',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
const count = async (table: string) => (await database.pool.rows(`SELECT 1 FROM ${table}`)).length;
const counts = async () => [await count('entries'), await count('outbox')];
const sentence = async (attempt: Promise<unknown>) => attempt.catch(sentenceOf);
const setAccount = async (person: Person, assignment: string) =>
  database.pool.write(`UPDATE accounts SET ${assignment} WHERE account_number = ?`, [
    person.accountNumber,
  ]);

describe('a transfer', () => {
  test('moves the money and shows the same reference on both sides', async () => {
    const requestId = newRequestId();
    const receipt = await transfer({ requestId, memo: '  for\npizza ' });
    const party = { name: 'Anna M.' };
    expect(receipt).toEqual({
      requestId,
      reference: referenceOf(requestId),
      kind: 'TRANSFER',
      from: { ...party, numberTail: anna.accountNumber.slice(-4) },
      to: { ...party, numberTail: ben.accountNumber.slice(-4) },
      amount: 30_00n,
      fee: 0n,
      balanceBefore: 100_00n,
      balanceAfter: 70_00n,
      memo: 'for pizza',
      bookedAt: expect.any(Date),
      replayed: false,
    });
    expect(Math.abs(receipt.bookedAt.getTime() - Date.now())).toBeLessThan(10_000);
    expect([await balanceOf(bank, anna), await balanceOf(bank, ben)]).toEqual([70_00n, 30_00n]);
    for (const person of [anna, ben]) {
      const { entries } = await bank.statements.page(person.session, { filter: {}, size: 1 });
      expect(entries).toMatchObject([{ reference: receipt.reference, memo: 'for pizza' }]);
    }
  });

  test('notifies payee and payer, once each', async () => {
    const requestId = newRequestId();
    const { reference } = await transfer({ requestId, memo: 'hello' });
    await transfer({ requestId, memo: 'hello' });
    const messages = await takeMessages(bank);
    expect(messages).toMatchObject([
      {
        channel: 'DM',
        recipient: ben.discordUserId,
        attempts: 1,
        notice: {
          kind: 'MONEY_RECEIVED',
          entries: [
            {
              reference,
              amount: 30_00n,
              counterparty: { name: 'Anna M.', numberTail: anna.accountNumber.slice(-4) },
              numberTail: ben.accountNumber.slice(-4),
              memo: 'hello',
            },
          ],
        },
      },
      {
        channel: 'DM',
        recipient: anna.discordUserId,
        attempts: 1,
        notice: {
          kind: 'MONEY_SENT',
          entries: [
            {
              reference,
              amount: 30_00n,
              counterparty: { name: 'Anna M.', numberTail: ben.accountNumber.slice(-4) },
              numberTail: anna.accountNumber.slice(-4),
              memo: 'hello',
            },
          ],
        },
      },
    ]);
    expect(await count("outbox WHERE channel <> 'INBOX'")).toBe(0);
  });
});

describe('a quote', () => {
  test('shows the result of a booking and moves nothing', async () => {
    const order = { wish: wishOf('half'), memo: 'rent' };
    const target = { discordUserId: ben.discordUserId };
    const quote = await bank.payments.quoteTransfer(anna.session, { ...order, target });
    expect(quote).toMatchObject({
      kind: 'TRANSFER',
      accountNumber: ben.accountNumber,
      to: { name: 'Anna M.', numberTail: ben.accountNumber.slice(-4) },
      wish: { kind: 'half' },
      amount: 50_00n,
      balanceBefore: 100_00n,
      balanceAfter: 50_00n,
      firstPayment: true,
      memo: 'rent',
    });
    expect(await count('transactions')).toBe(1);
    await transfer();
    const again = await bank.payments.quoteTransfer(anna.session, { ...order, target });
    expect(again).toMatchObject({ firstPayment: false, amount: 35_00n });
  });

  test('of a first payment warns of an earlier payee with a name that looks the same', async () => {
    await transfer();
    const eve = await openPerson(bank);
    const target = { accountNumber: eve.accountNumber };
    const order = { target, wish: wishOf('1'), memo: null };
    expect(await bank.payments.quoteTransfer(anna.session, order)).toMatchObject({
      firstPayment: true,
      alike: { name: 'Anna M.', numberTail: ben.accountNumber.slice(-4) },
    });
    const stranger = { ...order, target: { accountNumber: anna.accountNumber } };
    expect(await bank.payments.quoteTransfer(ben.session, stranger)).not.toHaveProperty('alike');
  });

  test('of a deposit and a withdrawal names the cash desk', async () => {
    const cash = { name: 'Cash desk', numberTail: null };
    const order = { wish: wishOf('40'), memo: null };
    expect(await bank.payments.quoteDeposit(anna.session, order)).toMatchObject({
      from: cash,
      amount: 40_00n,
      balanceAfter: 140_00n,
      firstPayment: false,
    });
    expect(await bank.payments.quoteWithdrawal(anna.session, order)).toMatchObject({
      to: cash,
      amount: 40_00n,
      balanceAfter: 60_00n,
      firstPayment: false,
    });
  });
});

describe('the same request again', () => {
  test.each<[string, bigint | undefined]>([
    ['30', undefined],
    ['half', 50_00n],
    ['all', 100_00n],
  ])('shows the same receipt (%s)', async (wish, shown) => {
    const requestId = newRequestId();
    const card = shown === undefined ? {} : { shown };
    const asked = { wish, ...card, requestId, memo: 'once' };
    const first = await transfer(asked);
    await deposit('500');
    expect(await transfer(asked)).toEqual({
      ...first,
      replayed: true,
    });
  });

  test('of a share is refused when the balance has changed since its card', async () => {
    await deposit('1');
    expect(await codeOf(transfer({ wish: 'all', shown: 100_00n }))).toBe('AMOUNT_CHANGED');
    expect(await codeOf(transfer({ wish: 'half' }))).toBe('AMOUNT_CHANGED');
    expect(await codeOf(transfer({ wish: 'all', shown: 101_00n }))).toBe('booked');
  });

  test('is also answered after the session ended', async () => {
    const requestId = newRequestId();
    const first = await transfer({ requestId });
    await bank.sessions.logout(anna.session);
    expect(await transfer({ requestId })).toEqual({ ...first, replayed: true });
    expect(await codeOf(transfer())).toBe('SESSION_EXPIRED');
  });

  test('with other content, kind or customer is refused and reported', async () => {
    const requestId = newRequestId();
    await transfer({ requestId });
    await deposit('50', ben);
    const booking = { requestId, wish: wishOf('30'), memo: null };
    const others = [
      transfer({ requestId, wish: '31' }),
      transfer({ requestId, memo: 'other' }),
      transfer({ requestId, wish: 'half' }),
      bank.payments.withdraw(anna.session, booking),
      transfer({ requestId, from: ben, to: anna.accountNumber }),
    ];
    for (const other of others) expect(await codeOf(other)).toBe('REQUEST_REUSED');
    expect(bank.events.map(({ name }) => name)).toEqual(others.map(() => 'requestReused'));
    expect(await balanceOf(bank, anna)).toBe(70_00n);
  });
});

describe('refusals change nothing', () => {
  const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['AMOUNT_UNCLEAR', async () => deposit('all')],
    [
      'SESSION_EXPIRED',
      async () => bank.sessions.logout(anna.session).then(async () => transfer()),
    ],
    [
      'ACCOUNT_FROZEN',
      async () => setAccount(anna, `status = 'FROZEN'`).then(async () => transfer()),
    ],
    ['TARGET_SAME', async () => transfer({ to: anna.accountNumber })],
    ['TARGET_UNAVAILABLE', async () => transfer({ to: randomAccountNumber() })],
    [
      'TARGET_UNAVAILABLE',
      async () => setAccount(ben, `status = 'CLOSED'`).then(async () => transfer()),
    ],
    ['AMOUNT_ABOVE_LIMIT', async () => transfer({ wish: '1000.01' })],
    ['FUNDS_INSUFFICIENT', async () => transfer({ wish: '100.01' })],
    ['DAY_LIMIT_REACHED', async () => deposit('1000').then(async () => deposit('400.01'))],
    [
      'BALANCE_TOO_LARGE',
      async () => {
        const room = 2n ** 53n - 1n - 29_99n;
        await setAccount(ben, `balance = ${room}`);
        const code = await codeOf(transfer());
        await setAccount(ben, 'balance = 0');
        throw Object.assign(new Error(code), { code });
      },
    ],
  ];
  test.each(cases)('%s', async (code, attempt) => {
    const before = await counts();
    expect(await codeOf(attempt())).toBe(code);
    const extra = code === 'DAY_LIMIT_REACHED' ? 2 : 0;
    expect(await counts()).toEqual([before[0]! + extra, before[1]!]);
  });

  test('ACCOUNT_CLOSED', async () => {
    await setAccount(ben, `status = 'CLOSED'`);
    expect(await codeOf(transfer({ from: ben, to: anna.accountNumber }))).toBe('ACCOUNT_CLOSED');
    expect(await codeOf(deposit('1', ben))).toBe('ACCOUNT_CLOSED');
  });

  test('quotes are refused in the same way, a member by name', async () => {
    const order = { wish: wishOf('100.01'), memo: null };
    const quote = async (target: Parameters<typeof bank.payments.quoteTransfer>[1]['target']) =>
      codeOf(bank.payments.quoteTransfer(anna.session, { ...order, target }));
    expect(await quote({ accountNumber: ben.accountNumber })).toBe('FUNDS_INSUFFICIENT');
    expect(await quote({ discordUserId: discordId() })).toBe('MEMBER_UNAVAILABLE');
    expect(await quote({ discordUserId: anna.discordUserId })).toBe('TARGET_SAME');
    await bank.sessions.logout(anna.session);
    expect(await quote({ discordUserId: discordId() })).toBe('SESSION_EXPIRED');
  });

  test('sentences name the available amount, the rest and the limit', async () => {
    expect(await sentence(transfer({ wish: '100.01' }))).toContain(
      'Your available balance is 100.00 GEM, which is less than 100.01 GEM.',
    );
    await deposit('1000');
    expect(await sentence(deposit('400.01'))).toContain('1,500.00 GEM; 400.00 GEM is left today');
    expect(await sentence(transfer({ wish: '1000.01' }))).toContain('1,000.00 GEM');
  });
});

describe('day limits', () => {
  test('count per day of the database and start again', async () => {
    await deposit('1000');
    await transfer({ wish: '900' });
    await setAccount(anna, 'paid_out_that_day = 150000');
    expect(await codeOf(transfer({ wish: '0.01' }))).toBe('DAY_LIMIT_REACHED');
    await setAccount(anna, `counted_day = CURRENT_DATE - INTERVAL 1 DAY`);
    await transfer({ wish: '10' });
    const rows = await database.pool.rows(
      'SELECT paid_out_that_day, deposited_that_day FROM accounts WHERE account_number = ?',
      [anna.accountNumber],
    );
    expect(rows).toEqual([{ paid_out_that_day: '1000', deposited_that_day: '0' }]);
  });
});

describe('amounts outside the range', () => {
  test('a stored balance above every limit is shown unchanged', async () => {
    await deposit('1000');
    await setAccount(ben, 'balance = 9007199254740991');
    expect(await balanceOf(bank, ben)).toBe(2n ** 53n - 1n);
    await setAccount(ben, 'balance = 0');
  });

  test.each(['balance = -1', 'held = balance + 1', 'balance = 9007199254740992', 'balance = NULL'])(
    '%s is refused by constraint',
    async (assignment) => {
      await expect(setAccount(anna, assignment)).rejects.toMatchObject({ kind: 'constraint' });
    },
  );

  test('are refused before they reach the ledger', async () => {
    const wish = exactly(2n ** 53n);
    const booking = { requestId: newRequestId(), wish, memo: null };
    expect(await codeOf(bank.payments.deposit(anna.session, booking))).toBe('AMOUNT_ABOVE_LIMIT');
  });
});
