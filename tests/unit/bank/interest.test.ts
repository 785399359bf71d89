/** Interest in exact fractions, against an independent calculation with rational numbers. */
import { describe, expect, test } from 'vitest';
import {
  fractionsPerUnit,
  interestByMonth,
  interestOfDay,
  type InterestRate,
  otherMonth,
  rateAt,
  type RequestId,
} from '../../../src/bank/model/index.ts';

const rate = (day: string, basisPoints: bigint, id = 1n): InterestRate => ({
  id: id as RequestId,
  type: 'SAVINGS',
  basisPoints,
  from: new Date(`${day}T00:00:00Z`),
});
const total = (owed: ReadonlyMap<string, bigint>) =>
  [...owed.values()].reduce((sum, one) => sum + one, 0n);

describe('interest of a day', () => {
  test('of 365 or 366 days is a year of the rate, to the fraction', () => {
    for (const [day, days] of [
      ['2023-05-05', 365n],
      ['2024-05-05', 366n],
      ['2000-02-29', 366n],
      ['2100-02-28', 365n],
    ] as const) {
      const year = interestOfDay(1_000_000n, 250n, day) * days;
      expect(year, day).toBe(25_000n * fractionsPerUnit);
    }
  });

  test('of the largest balance at the highest rate is exact', () => {
    const day = interestOfDay(9_007_199_254_740_991n, 10_000n, '2023-01-01');
    expect(day * 365n).toBe(9_007_199_254_740_991n * fractionsPerUnit);
  });
});

describe('interest by month', () => {
  const whole = { opening: 730_000n, ends: new Map<string, bigint>() };
  const of = (from: string, until: string, all: readonly InterestRate[]) =>
    interestByMonth({ from, until }, whole, { type: 'SAVINGS', all });

  test('counts each day of a leap February once', () => {
    const owed = of('2024-02-01', '2024-03-01', [rate('2020-01-01', 100n)]);
    expect([...owed.keys()]).toEqual(['2024-02-01']);
    expect(total(owed)).toBe((730_000n * 100n * 29n * fractionsPerUnit) / (10_000n * 366n));
  });

  test('follows a rate that changes within the month, and one that ends it', () => {
    const rates = [
      rate('2023-01-01', 100n),
      rate('2023-03-11', 300n, 2n),
      rate('2023-03-21', 0n, 3n),
    ];
    const owed = of('2023-03-01', '2023-04-01', rates);
    const expected = 730_000n * (10n * 100n + 10n * 300n);
    expect(total(owed)).toBe((expected * fractionsPerUnit) / (10_000n * 365n));
  });

  test('takes the balance at the end of each day', () => {
    const ends = new Map([
      ['2023-01-10', 0n],
      ['2023-01-31', 1_000n],
    ]);
    const period = { from: '2023-01-01', until: '2023-02-01' };
    const all = [rate('2020-01-01', 365n)];
    const owed = interestByMonth(period, { opening: 500n, ends }, { type: 'SAVINGS', all });
    expect(total(owed)).toBe(((9n * 500n + 1_000n) * fractionsPerUnit) / 10_000n);
  });

  test('of another kind of account, or before any rate, is nothing', () => {
    const all = [rate('2023-06-01', 100n)];
    expect(total(of('2023-01-01', '2023-06-01', all))).toBe(0n);
    const pots = interestByMonth({ from: '2023-07-01', until: '2023-08-01' }, whole, {
      type: 'POT',
      all,
    });
    expect(total(pots)).toBe(0n);
  });
});

describe('rates and months', () => {
  test('of two rates that begin together the later decided holds', () => {
    const rates = [rate('2023-01-01', 100n, 7n), rate('2023-01-01', 200n, 5n)];
    expect(rateAt(rates, 'SAVINGS', new Date('2023-01-01T00:00:00Z'))?.basisPoints).toBe(100n);
    expect(rateAt(rates, 'SAVINGS', new Date('2022-12-31T23:59:59Z'))).toBeNull();
  });

  test('months pass into the next and the last year', () => {
    expect(otherMonth('2023-12-01', 1)).toBe('2024-01-01');
    expect(otherMonth('2024-01-01', -1)).toBe('2023-12-01');
  });
});
