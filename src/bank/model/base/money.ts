/** Sums of money: whole minor units as bigint, never a JavaScript number. */
import { assert } from '../../../lib/assert.ts';
import type { Amount, Balance } from './types.ts';

/**
 * The maximum of one account and one payment, in minor units. Larger integers are not exact in
 * every database driver, nor in JSON.
 */
export const moneyMax = 2n ** 53n - 1n;

export function amountOf(minorUnits: bigint): Amount {
  assert(minorUnits > 0n && minorUnits <= moneyMax, 'an amount is above zero and within range');
  return minorUnits as Amount;
}

export function balanceOf(minorUnits: bigint): Balance {
  assert(minorUnits >= -moneyMax && minorUnits <= moneyMax, 'a balance is within range');
  return minorUnits as Balance;
}

/** `125050n` with scale 2 is `1250.50`, as programs read it. */
export function decimalText(minorUnits: bigint, scale: number): string {
  const digits = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = minorUnits < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}
