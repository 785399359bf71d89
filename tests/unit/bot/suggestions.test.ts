/** The choices of an option: their order, their limits, and whose account numbers they show. */
import { describe, expect, test } from 'vitest';
import type { AccountNumber, KnownPayees, OwnAccount } from '../../../src/bank/index.ts';
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
