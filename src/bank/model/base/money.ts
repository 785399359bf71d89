/** Sums of money: whole minor units as bigint, never a JavaScript number. */
import { assert } from '../../../lib/assert.ts';
import type { Amount, Balance, Currency } from './types.ts';

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

/** `125050n` with scale 2 is `1250.50`. */
function decimalText(minorUnits: bigint, scale: number): string {
  const digits = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = minorUnits < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

const formats = new Map<number, Intl.NumberFormat>();

function formatOf(scale: number): Intl.NumberFormat {
  const known = formats.get(scale);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: scale,
    maximumFractionDigits: scale,
  });
  formats.set(scale, made);
  return made;
}

/** `1,250.50`; `parseAmount` reads it back. */
export const formatNumber = (minorUnits: bigint, currency: Currency): string =>
  formatOf(currency.scale).format(
    decimalText(minorUnits, currency.scale) as Intl.StringNumericLiteral,
  );

/** `1,250.50 GEM`. */
export const formatAmount = (minorUnits: bigint, currency: Currency): string =>
  `${formatNumber(minorUnits, currency)} ${currency.code}`;
