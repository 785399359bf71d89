/** Exact decimals of any size, as other programs write sums. */
import { assert } from '../lib/assert.ts';

/** `units` / 10^`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const zero: Decimal = { units: 0n, scale: 0 };

const shape =
  /^(?<sign>[+-]?)(?<whole>\d+)(?:\.(?<fraction>\d*))?(?:[eE](?<exponent>[+-]?\d{1,3}))?$/;
/** No sum of money has more digits; longer ones only cost time. */
const digitsMax = 60;

const trimmed = ({ units, scale }: Decimal): Decimal => {
  let [left, places] = [units, scale];
  while (places > 0 && left % 10n === 0n) [left, places] = [left / 10n, places - 1];
  return { units: left, scale: places };
};

/** Null when it is no decimal number, or has more digits than any sum of money. */
export function readDecimal(text: string): Decimal | null {
  const { sign = '', whole, fraction = '', exponent = '0' } = shape.exec(text.trim())?.groups ?? {};
  if (whole === undefined) return null;
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, '');
  const scale = fraction.length - Number(exponent);
  if (digits.length > digitsMax || Math.abs(scale) > digitsMax) return null;
  const units = BigInt(`${sign === '-' ? '-' : ''}${digits}`);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : trimmed({ units, scale });
}

const unitsAt = ({ units, scale }: Decimal, wanted: number): bigint => {
  assert(wanted >= scale, 'a decimal is only made finer');
  return units * 10n ** BigInt(wanted - scale);
};

export function sumOf(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  return trimmed({ units: unitsAt(one, scale) + unitsAt(other, scale), scale });
}

export const negated = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });
export const isSame = (one: Decimal, other: Decimal): boolean =>
  sumOf(one, negated(other)).units === 0n;

/** Whole units of 10^-`scale`, towards zero, and whether nothing was lost. */
export function minorUnits(
  value: Decimal,
  scale: number,
): { readonly units: bigint; readonly isExact: boolean } {
  if (value.scale <= scale) return { units: unitsAt(value, scale), isExact: true };
  const divisor = 10n ** BigInt(value.scale - scale);
  return { units: value.units / divisor, isExact: value.units % divisor === 0n };
}

/** `-12.5`: no grouping, no trailing zeros. */
export function decimalText(value: Decimal): string {
  const { units, scale } = trimmed(value);
  const digits = `${units < 0n ? -units : units}`.padStart(scale + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(-scale)];
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${fraction}`}`;
}
