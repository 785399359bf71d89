/** The choices of an option: their order, their limits, and whose account numbers they show. */
import { describe, expect, test } from 'vitest';
import type {
  AccountNumber,
  KnownPayees,
  OrderView,
  OwnAccount,
  OwnDue,
} from '../../../src/bank/index.ts';
import { parsePayee } from '../../../src/bank/model/index.ts';
import { suggestionsFor } from '../../../src/bot/forms/suggestions.ts';

const number = (text: string) => text as AccountNumber;
const saved = (nickname: string, more: { name?: string; isClosed?: boolean } = {}) => ({
  id: 1n,
  nickname,
  accountNumber: number('1234560001'),
  name: more.name ?? null,
  isClosed: more.isClosed ?? false,
});
const payees: KnownPayees = {
  own: [],
  saved: [saved('Café'), saved('gone', { isClosed: true }), saved('landlord', { name: 'Ben O.' })],
  paid: [
    { name: 'Lena K.', accountNumber: number('1234560002') },
    { name: 'Ben O.', accountNumber: number('1234560003') },
    { name: 'Twin T.', accountNumber: number('1111110004') },
    { name: 'Twin T.', accountNumber: number('2222220004') },
  ],
};
const namesFor = (typed: string, known = payees) =>
  suggestionsFor({ suggests: 'PAYEES', payees: known }, typed).map(({ name }) => name);

describe('accounts to pay', () => {
  test('are nicknames first, then people paid lately, without closed accounts and doubles', () => {
    expect(namesFor('')).toEqual([
      'Café · …0001',
      'landlord · Ben O. …0001',
      'Lena K. …0002',
      'Ben O. …0003',
    ]);
  });

  test('are found by case, accents, names and last digits', () => {
    expect(namesFor('CAFE')).toEqual(['Café · …0001']);
    expect(namesFor('l')).toEqual(['landlord · Ben O. …0001', 'Lena K. …0002']);
    expect(namesFor('ben')).toEqual(['Ben O. …0003', 'landlord · Ben O. …0001']);
    expect(namesFor('0002')).toEqual(['Lena K. …0002']);
    expect(namesFor('zzz')).toEqual([]);
  });

  test('end with one’s own accounts, by their names', () => {
    const account = {
      accountNumber: number('1234560005'),
      type: 'SAVINGS',
      name: 'Holiday',
      available: 1250n,
      status: 'OPEN',
    } as OwnAccount;
    const own = [account, { ...account, name: null, accountNumber: number('1234560006') }];
    expect(namesFor('', { ...payees, own }).slice(-2)).toEqual([
      'Holiday · …0005',
      'Savings account · …0006',
    ]);
    expect(namesFor('holi', { ...payees, own })).toEqual(['Holiday · …0005']);
    const known = { suggests: 'OWN_ACCOUNTS', currency: { code: 'GEM', scale: 2 } } as const;
    const accounts = [...own, { ...account, status: 'CLOSED' as const }];
    expect(suggestionsFor({ ...known, accounts }, '')).toEqual([
      { name: 'Holiday · …0005 · 12.50 GEM', value: '1234560005' },
      { name: 'Savings account · …0006 · 12.50 GEM', value: '1234560006' },
    ]);
  });

  test('of accounts that pay have no pots, and those of pots nothing else', () => {
    const account = { name: 'Main', type: 'CURRENT', available: 0n, status: 'OPEN' } as const;
    const accounts = [
      { ...account, accountNumber: number('1234560007') },
      { ...account, name: 'Trip', type: 'POT', accountNumber: number('1234560008') },
    ] as unknown as readonly OwnAccount[];
    const named = (suggests: 'OWN_ACCOUNTS' | 'PAYING_ACCOUNTS' | 'POTS') =>
      suggestionsFor({ suggests, accounts, currency: { code: 'GEM', scale: 2 } }, '').map(
        ({ value }) => value,
      );
    expect(named('PAYING_ACCOUNTS')).toEqual(['1234560007']);
    expect(named('POTS')).toEqual(['1234560008']);
    expect(named('OWN_ACCOUNTS')).toEqual(['1234560007', '1234560008']);
  });

  test('show no whole account number, and the field reads every one of them', () => {
    const choices = suggestionsFor({ suggests: 'PAYEES', payees }, '');
    expect(JSON.stringify(choices)).not.toMatch(/\d{5}/);
    for (const { value } of choices) expect(parsePayee(value).ok).toBe(true);
  });

  test('keep the limits of Discord', () => {
    const many = {
      own: [],
      saved: Array.from({ length: 100 }, (_, index) =>
        saved(`${index} ${'w'.repeat(28)}`, { name: '𝒳'.repeat(80) }),
      ),
      paid: [{ name: 'n'.repeat(200), accountNumber: number('1234560009') }],
    };
    const choices = suggestionsFor({ suggests: 'PAYEES', payees: many }, '');
    expect(choices).toHaveLength(25);
    for (const { name, value } of choices) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/[\ud800-\udbff]$/);
    }
    expect(namesFor('n'.repeat(100), many)).toEqual([]);
  });
});

test('nicknames to rename or remove include closed accounts, and say so', () => {
  const choices = suggestionsFor({ suggests: 'NICKNAMES', payees }, 'go');
  expect(choices).toEqual([{ name: 'gone · account closed', value: 'gone' }]);
});

const currency = { code: 'GEM', scale: 2 };
const to = { name: 'Ben O.', numberTail: '0003' };

test('standing orders by number, payee or sum, without those that are over', () => {
  const orderOf = (order: number, state: OrderView['state']) =>
    ({
      number: order,
      to,
      amount: { kind: 'FIXED', amount: 1_250n },
      state,
      reason: null,
    }) as never;
  const states = ['ACTIVE', 'PAUSED', 'ENDED', 'CANCELLED'] as const;
  const orders = states.map((state, index) => orderOf(index + 1, state));
  const choicesOf = (typed: string) =>
    suggestionsFor({ suggests: 'ORDERS', orders, currency }, typed);
  expect(choicesOf('')).toEqual([
    { name: 'Order 1 · 12.50 GEM · Ben O. …0003', value: '1' },
    { name: 'Order 2 · 12.50 GEM · Ben O. …0003 · paused', value: '2' },
  ]);
  expect(choicesOf('order 2').map(({ value }) => value)).toEqual(['2']);
  expect(choicesOf('ben').map(({ value }) => value)).toEqual(['1', '2']);
});

test('requests: those to pay first, each by its reference', () => {
  const request = (reference: string) =>
    ({ reference, asker: to, asked: 900n, people: 3, peoplePaid: 1, memo: 'club' }) as never;
  const due = { request: request('AAAA'), due: { amount: 300n, paid: 100n } } as unknown as OwnDue;
  const known = { toPay: [due], made: [request('BBBB')], currency };
  const choices = suggestionsFor({ suggests: 'REQUESTS', ...known }, '');
  expect(choices).toEqual([
    { name: 'To pay: Ben O. …0003 · 2.00 GEM · club · AAAA', value: 'AAAA' },
    { name: '1 of 3 paid · 9.00 GEM · club · BBBB', value: 'BBBB' },
  ]);
});

test('accounts that staff have served, by name or number', () => {
  const served = [
    { accountNumber: number('1234560001'), name: 'Anna M.' },
    { accountNumber: number('1234560002'), name: 'Lena K.' },
  ];
  const choicesOf = (typed: string) => suggestionsFor({ suggests: 'SERVED', served }, typed);
  expect(choicesOf('lena')).toEqual([{ name: 'Lena K. · 1234560002', value: '1234560002' }]);
  expect(choicesOf('60001').map(({ value }) => value)).toEqual(['1234560001']);
});
