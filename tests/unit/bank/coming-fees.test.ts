/** Fees of payments to come, with the free ones of each month. */
import { expect, test } from 'vitest';
import type * as m from '../../../src/bank/model/index.ts';
import { comingFeesOf } from '../../../src/bank/payments/orders/coming-fees.ts';

const other = { isToOwn: false };
const fee = (flat: bigint, from: string, free = 0): m.Fee => ({
  id: BigInt(new Date(from).getTime()) as m.RequestId,
  kind: 'TRANSFER',
  flat,
  perMille: 0n,
  least: 0n,
  most: null,
  free,
  from: new Date(from),
});
const day = (text: string) => new Date(`${text}T12:00:00Z`);

test('each month has its free payments, and those of today count', () => {
  const fees = comingFeesOf([fee(5n, '2026-01-01', 2)], new Map([['2026-01', 1]]));
  const charged = ['2026-01-10', '2026-01-31', '2026-02-01', '2026-02-02', '2026-02-03'].map(
    (date) => {
      const sum = fees.of(other, day(date))(100n);
      fees.count(other, day(date));
      return sum;
    },
  );
  expect(charged).toEqual([0n, 5n, 0n, 0n, 5n]);
});

test('an announced fee holds from its day, and own accounts pay none', () => {
  const fees = comingFeesOf([fee(5n, '2026-01-01'), fee(9n, '2026-03-01')]);
  expect(fees.of(other, day('2026-02-28'))(100n)).toBe(5n);
  expect(fees.of(other, day('2026-03-01'))(100n)).toBe(9n);
  expect(fees.of({ isToOwn: true }, day('2026-03-01'))(100n)).toBe(0n);
});
