/** What of a file can be booked, and that its sums agree to the unit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, isSame, readDecimal, sumOf, zero } from '../../../src/imports/decimal.ts';
import { readOrder } from '../../../src/imports/order.ts';
import { type Mapping, settle, type Settled } from '../../../src/imports/settle.ts';
import { amountIn } from '../../../src/imports/amount.ts';
import type { Found, FoundBalance } from '../../../src/imports/source.ts';

const strict: Mapping = { negative: null, round: null, infinity: null, duplicates: null };
const idOf = (number: number): string => `1${String(number).padStart(17, '0')}`;
const balance = (number: number, amount: string): FoundBalance => {
  const id = idOf(number);
  return { line: number, file: null, owner: id, discordUserId: id, amount: amountIn(amount) };
};
const found = (...balances: FoundBalance[]): Found => ({
  balances,
  defaultBalance: null,
  guild: null,
});
const reasons = ({ refused }: Settled) => refused.map(({ line, reason }) => [line, reason]);
const units = ({ rows }: Settled) => rows.map((row) => row.units);

describe('each sum that the bank cannot hold', () => {
  test.each([
    ['Infinity', 'AMOUNT_INFINITE'],
    ['-inf', 'AMOUNT_INFINITE'],
    ['-0.01', 'AMOUNT_NEGATIVE'],
    ['0.001', 'AMOUNT_FRACTION'],
    ['9223372036854775807', 'AMOUNT_TOO_LARGE'],
    ['90071992547409.92', 'AMOUNT_TOO_LARGE'],
    ['NaN', 'AMOUNT_UNREADABLE'],
    ['1,5', 'AMOUNT_UNREADABLE'],
    ['0x10', 'AMOUNT_UNREADABLE'],
    ['1e999', 'AMOUNT_UNREADABLE'],
    ['', 'AMOUNT_MISSING'],
  ])('%s is refused as %s', (amount, reason) => {
    const settled = settle(found(balance(1, amount), balance(2, '1')), strict, 2);
    expect(reasons(settled)).toEqual([[1, reason]]);
    expect(units(settled)).toEqual([100n]);
  });

  test('the largest sum of an account is taken', () => {
    const settled = settle(found(balance(1, '90071992547409.91')), strict, 2);
    expect(units(settled)).toEqual([9_007_199_254_740_991n]);
  });

  test('an option maps it, and the difference is counted', () => {
    const mapping = { negative: 'zero', round: 'down', infinity: 700n, duplicates: null } as const;
    const rows = [balance(1, 'Infinity'), balance(2, '-3'), balance(3, '1.239')];
    const settled = settle(found(...rows), mapping, 2);
    expect(units(settled)).toEqual([700n, 123n]);
    expect(settled).toMatchObject({ zeros: 1, refused: [], changed: { rows: 3 } });
    expect(decimalText(settled.total)).toBe('-1.761');
    expect(decimalText(settled.changed.difference)).toBe('-9.991');
  });
});

describe('several rows of one id', () => {
  const rows = [balance(1, '1'), balance(2, '2'), { ...balance(1, '4'), line: 3 }];

  test('are all refused', () => {
    const settled = settle(found(...rows), strict, 0);
    expect(reasons(settled)).toEqual([
      [1, 'DUPLICATE'],
      [3, 'DUPLICATE'],
    ]);
    expect(units(settled)).toEqual([2n]);
  });

  test('are added where an option says so, unless the sum is too large', () => {
    const mapping = { ...strict, duplicates: 'sum' } as const;
    expect(units(settle(found(...rows), mapping, 0))).toEqual([5n, 2n]);
    const large = [balance(1, '9007199254740991'), { ...balance(1, '1'), line: 2 }];
    const settled = settle(found(...large), mapping, 0);
    expect(reasons(settled)).toEqual([[1, 'AMOUNT_TOO_LARGE']]);
  });
});

test('a row without a Discord id is refused with its reason', () => {
  const unlinked = { ...balance(1, '5'), discordUserId: null };
  const wrong = { ...balance(2, '5'), discordUserId: '12345678901234567890' };
  expect(reasons(settle(found(unlinked, wrong), strict, 2))).toEqual([
    [1, 'NOT_LINKED'],
    [2, 'ID_INVALID'],
  ]);
});

test('all that is found is booked, refused or changed by an option, to the unit', () => {
  const amount = fc.oneof(
    fc.constantFrom('Infinity', '-Infinity', 'NaN', '', '9223372036854775807', '-0.005'),
    fc.double({ noNaN: true }).map(String),
    fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map(String),
  );
  const rows = fc.array(fc.record({ number: fc.nat(20), amount }), { maxLength: 30 });
  const mapping = fc.record({
    negative: fc.constantFrom('zero' as const, null),
    round: fc.constantFrom('down' as const, null),
    infinity: fc.option(fc.bigInt({ min: 0n, max: 1000n })),
    duplicates: fc.constantFrom('sum' as const, null),
  });
  const check = (given: { number: number; amount: string }[], how: Mapping, scale: number) => {
    const settled = settle(
      found(...given.map((one) => balance(one.number, one.amount))),
      how,
      scale,
    );
    const numbers = given.map((one) => readDecimal(one.amount)).filter((one) => one !== null);
    const booked = { units: units(settled).reduce((sum, one) => sum + one, 0n), scale };
    const refused = settled.refused.flatMap((one) => one.amount ?? []).reduce(sumOf, zero);
    const all = sumOf(sumOf(booked, refused), settled.changed.difference);
    expect(isSame(all, numbers.reduce(sumOf, zero))).toBe(true);
    expect(units(settled).every((one) => one > 0n && one <= 2n ** 53n - 1n)).toBe(true);
  };
  fc.assert(fc.property(rows, mapping, fc.integer({ min: 0, max: 6 }), check));
});

describe('the command line', () => {
  test('gives each option its meaning', () => {
    const order = readOrder(['csv', 'a.csv', '--negative', 'zero', '--infinity', '5', '--dry-run']);
    expect(order).toMatchObject({
      ok: true,
      value: { negative: 'zero', round: null, infinity: { units: 5n, scale: 0 }, isDryRun: true },
    });
    expect(readOrder(['--undo', 'X'])).toEqual({
      ok: true,
      value: { kind: 'UNDO', reference: 'X', isClosed: false },
    });
  });

  test.each([
    [['csv'], { code: 'USAGE' }],
    [['tatsu', 'a.json'], { code: 'USAGE' }],
    [['csv', 'a.csv', '--undo', 'X'], { code: 'USAGE' }],
    [['csv', 'a.csv', '--force'], { code: 'OPTION' }],
    [['csv', 'a.csv', '--negative', 'abs'], { code: 'VALUE', option: '--negative' }],
    [['csv', 'a.csv', '--infinity', '-1'], { code: 'OPTION' }],
    [['csv', 'a.csv', '--infinity', 'much'], { code: 'VALUE', option: '--infinity' }],
    [['csv', 'a.csv', '--label', 'Old Bot'], { code: 'VALUE', option: '--label' }],
    [['csv', 'a.csv', '--guild', idOf(1)], { code: 'ONLY_FOR', source: 'red' }],
    [['essentials', 'userdata'], { code: 'LINKS_NEEDED' }],
  ])('refuses %j', (args, reason) => {
    expect(readOrder(args)).toMatchObject({ ok: false, reason });
  });
});
