/** Fees are whole minor units: a flat part and a share that is rounded down, within their range. */
import { describe, expect, test } from 'vitest';
import {
  type Fee,
  feeAt,
  feeOf,
  type FeeTerms,
  largestWithFee,
  type RequestId,
} from '../../../src/bank/model/index.ts';

const terms = (more: Partial<FeeTerms>): FeeTerms => ({
  flat: 0n,
  perMille: 0n,
  least: 0n,
  most: null,
  free: 0,
  ...more,
});

describe('a fee', () => {
  test.each([
    [terms({ flat: 10n }), 1n, 10n],
    [terms({ perMille: 5n }), 199n, 0n],
    [terms({ perMille: 5n }), 200n, 1n],
    [terms({ perMille: 5n }), 399n, 1n],
    [terms({ flat: 10n, perMille: 5n }), 1_000n, 15n],
    [terms({ perMille: 5n, least: 3n }), 200n, 3n],
    [terms({ perMille: 5n, least: 3n, most: 7n }), 100_000n, 7n],
    [terms({ perMille: 1000n }), 9_007_199_254_740_991n, 9_007_199_254_740_991n],
  ])('%o of %s is %s', (of, amount, fee) => {
    expect(feeOf(of, amount)).toBe(fee);
  });

  test('the largest amount that leaves with its fee, against every amount', () => {
    for (const of of [
      terms({ flat: 3n }),
      terms({ perMille: 333n }),
      terms({ flat: 2n, perMille: 70n, least: 5n, most: 20n }),
    ]) {
      for (let available = 0n; available < 400n; available += 1n) {
        const largest = largestWithFee(available, (amount) => feeOf(of, amount));
        let expected = 0n;
        for (let amount = 1n; amount <= available; amount += 1n) {
          if (amount + feeOf(of, amount) <= available) expected = amount;
        }
        expect(largest, `${available}`).toBe(expected);
      }
    }
  });

  test('holds from its time on, and the later decided of two that begin together', () => {
    const at = (hour: number) => new Date(Date.UTC(2027, 0, 1, hour));
    const fee = (id: bigint, hour: number): Fee => ({
      ...terms({ flat: id }),
      id: id as RequestId,
      kind: 'TRANSFER',
      from: at(hour),
    });
    const fees = [fee(1n, 1), fee(3n, 5), fee(2n, 5), { ...fee(9n, 0), kind: 'DEPOSIT' as const }];
    const flatAt = (hour: number) => feeAt(fees, 'TRANSFER', at(hour))?.flat ?? null;
    expect([0, 1, 4, 5, 9].map(flatAt)).toEqual([null, 1n, 1n, 3n, 3n]);
  });
});
