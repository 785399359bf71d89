/** Requests in trouble: each answer says what happened, and nothing moves that was not asked for. */
import { describe, expect, test } from 'vitest';
import { BankError } from '../../src/bank/index.ts';
import { inLanguage, languages, words } from '../../src/words/index.ts';
import { balanceOf, newRequestId, openBank, pay, type Person } from '../support/bank.ts';
import { inboxOf, messagesTo, sendAll } from '../support/notices.ts';
import { letExpire, makeRequest, payDue, wanted } from '../support/requests.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cem } = withBank({
  asBot: true,
  balances: { anna: 0n, ben: 1_000n, cem: 1_000n },
});

const quote = async (asker: Person, more: Partial<Parameters<typeof wanted>[2]> = {}) =>
  bank.requests.quote(asker.session, wanted([ben], { each: 5n }, more));
const setStatus = async (person: Person, status: string) =>
  database.pool.write('UPDATE accounts SET status = ? WHERE account_number = ?', [
    status,
    person.accountNumber,
  ]);

describe('the asker', () => {
  test.each([
    ['FROZEN', 'ACCOUNT_FROZEN'],
    ['CLOSED', 'ACCOUNT_CLOSED'],
  ])(
    'whose account is %s asks nobody, also between card and confirmation',
    async (status, code) => {
      const card = await quote(anna);
      await setStatus(anna, status);
      expect(await refusal(quote(anna))).toBe(code);
      const made = bank.requests.create(anna.session, { ...card, requestId: newRequestId() });
      expect(await refusal(made)).toBe(code);
      expect(await bank.requests.toPay(ben.session)).toEqual([]);
    },
  );

  test('who is frozen after asking is still paid', async () => {
    const { dues } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const [due] = dues;
    await setStatus(anna, 'FROZEN');
    await payDue(bank, ben, { asker: anna, due: due!.id, amount: 100n });
    expect(await balanceOf(bank, ben)).toBe(900n);
    await setStatus(anna, 'OPEN');
  });
});

describe('a payer', () => {
  test('who left the server or Discord, or takes no messages, finds the request in the inbox', async () => {
    for (const [payer, reach] of [
      [ben, 'NO_SERVER'],
      [cem, 'GONE'],
    ] as const) {
      await makeRequest(bank, anna, wanted([payer], { each: 300n }));
      const waiting = await messagesTo(bank, payer);
      for (const { ids } of waiting) await bank.outbox.refused(ids, reach);
      expect((await inboxOf(bank, payer))[0]).toBe(`REQUEST ${reach}`);
      const [own] = await bank.requests.toPay(payer.session);
      await payDue(bank, payer, { asker: anna, due: own!.due.id, amount: 300n });
    }
    expect(await balanceOf(bank, anna)).toBe(600n);
  });

  test('whose account closed before the confirmation makes the card out of date', async () => {
    const card = await bank.requests.quote(anna.session, wanted([ben, cem], { each: 5n }));
    await pay(bank, cem, anna, 1_000n);
    await setStatus(cem, 'CLOSED');
    const made = bank.requests.create(anna.session, { ...card, requestId: newRequestId() });
    expect(await refusal(made)).toBe('REQUEST_CHANGED');
    expect(await bank.requests.toPay(ben.session)).toEqual([]);
    await setStatus(cem, 'OPEN');
  });
});

describe('the bank', () => {
  test('down for three days: what expired then cannot be paid, the rest can', async () => {
    const [over, open] = [
      await makeRequest(bank, anna, wanted([ben], { each: 300n }, { expiry: { days: 1 } })),
      await makeRequest(bank, anna, wanted([ben], { each: 200n }, { expiry: { days: 10 } })),
    ];
    await sendAll(bank, ben);
    await letExpire(database, over.id);
    const restarted = await openBank(database.botPool);
    const pay = async (request: typeof over, amount: bigint) =>
      refusal(payDue(restarted, ben, { asker: anna, due: request.dues[0]!.id, amount }));
    expect(await pay(over, 300n)).toBe('REQUEST_ENDED');
    expect(await pay(open, 200n)).toBeNull();
    expect(await balanceOf(restarted, ben)).toBe(800n);
    await restarted.close();
  });

  test('in two processes pays a request once', async () => {
    const { dues } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const other = await openBank(database.botPool);
    const codes = await Promise.all(
      [bank, other, bank, other].map(async (one) =>
        refusal(payDue(one, ben, { asker: anna, due: dues[0]!.id, amount: 300n })),
      ),
    );
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(await balanceOf(bank, ben)).toBe(700n);
    await other.close();
  });
});

describe('the refusal', () => {
  const money = { units: 1n, currency: { code: 'GEM', scale: 2 } };
  const refused = [
    new BankError('REQUEST_SELF'),
    new BankError('ACCOUNT_FROZEN'),
    new BankError('ACCOUNT_CLOSED'),
    new BankError('REQUESTS_OPEN', { whose: 'OWN', max: 20 }),
    new BankError('REQUESTS_OPEN', { whose: 'PAYER', max: 20 }),
    new BankError('REQUEST_SPLIT', { people: 3 }),
    new BankError('REQUEST_TIME', { fault: 'EXPIRY_PAST' }),
    new BankError('REQUEST_TIME', { fault: 'EXPIRY_LATE' }),
    new BankError('REQUEST_CHANGED'),
    new BankError('REQUEST_ENDED', { state: 'EXPIRED' }),
    new BankError('REQUEST_ENDED', { state: 'CANCELLED' }),
    new BankError('REQUEST_EXCEEDED', { left: money }),
    new BankError('TARGET_UNAVAILABLE'),
  ];

  test.each(languages)('in %s says that no money moved', (language) => {
    inLanguage(language, () => {
      const { moved } = words.errors.nothing;
      const silent = refused
        .filter(({ refused: of }) => !words.errors.sentence(of, moved).includes(moved))
        .map(({ code }) => code);
      expect(silent).toEqual([]);
    });
  });
});
