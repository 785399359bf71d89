/** The only parser of typed amounts; every reason says what to change. */
import { bad, good } from '../../../lib/result.ts';
import { amountOf, moneyMax } from '../base/money.ts';
import type { AmountWish, Currency } from '../base/types.ts';
import { withoutCurrency } from './currency-name.ts';
import { type Read, type Reason, reason, unreadable } from './reasons.ts';

const grammar = /^(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d+))?(?<suffix>[km])?$/i;
const textLengthMax = 40;
const suffixZeros = new Map([
  ['k', 3],
  ['m', 6],
]);

/** Tried in this order when the grammar does not match; the first match gives the reason. */
const explanations: readonly (readonly [RegExp, Reason])[] = [
  [/[^\x20-\x7e]/, reason('AMOUNT_NOT_PLAIN')],
  [/^[+-]/, reason('AMOUNT_SIGNED')],
  [/^0x/i, reason('AMOUNT_HEXADECIMAL')],
  [/^[\d,.]+e[+-]?\d*$/i, reason('AMOUNT_EXPONENT')],
  [/_/, reason('AMOUNT_UNDERSCORE')],
  [/[\d,.] +(?:[\d,.]|[km]$)/i, reason('AMOUNT_SPACES')],
  [/\..*\./, reason('AMOUNT_POINTS')],
  [/^\.\d/, reason('AMOUNT_POINT_FIRST')],
  [/^[\d,]+\.[km]?$/i, reason('AMOUNT_POINT_LAST')],
  [/^[\d,]+\.\d*,[\d,]*$/, reason('AMOUNT_COMMA_LATE')],
  [/^[\d,]+(\.\d+)?[km]?$/i, reason('AMOUNT_COMMAS')],
  [/^[\d,.]+[km]{2,}$/i, reason('AMOUNT_SUFFIXES')],
];

function explain(text: string, { code: currency }: Currency): Reason {
  const found = explanations.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return found[1];
  return /^[^\d]*[\d,.]+[^\d]*$/.test(text)
    ? reason('AMOUNT_OTHER_CURRENCY', { currency })
    : reason('AMOUNT_UNREADABLE');
}

/** `1.5k` with scale 2 is 150000 minor units. */
function minorUnits(
  text: { readonly whole: string; readonly decimals: string; readonly suffix: string },
  scale: number,
): bigint {
  const places = scale + (suffixZeros.get(text.suffix) ?? 0);
  return BigInt(text.whole.replaceAll(',', '') + text.decimals.padEnd(places, '0'));
}

function exact(text: string, currency: Currency): Read<AmountWish> {
  const groups = grammar.exec(text)?.groups;
  if (!groups) return bad(explain(text, currency));
  const { whole = '', decimals = '' } = groups;
  const suffix = groups['suffix']?.toLowerCase() ?? '';
  if (/^0[\d,]/.test(whole)) return unreadable('AMOUNT_ZEROS_FIRST');
  // 1.25k is clear even where one unit has no decimals.
  const decimalsMax = suffix === '' ? currency.scale : Math.max(currency.scale, 2);
  if (decimals.length > decimalsMax) {
    return unreadable('AMOUNT_DECIMALS', { decimalsMax, currency: currency.code });
  }
  const units = minorUnits({ whole, decimals, suffix }, currency.scale);
  if (units === 0n) return unreadable('AMOUNT_ZERO');
  if (units > moneyMax) {
    return unreadable('AMOUNT_TOO_LARGE', { max: { units: moneyMax, currency } });
  }
  return good({ kind: 'exact', amount: amountOf(units) });
}

/**
 * Reads `12`, `12.50`, `1,250.50`, `1.5k` and `2m`, each also with the bank's currency before or
 * after it, and `half` and `all` of the available balance. `shares: false` refuses the two words.
 */
export function parseAmount(
  text: string,
  currency: Currency,
  options: { readonly shares?: boolean } = {},
): Read<AmountWish> {
  const trimmed = text.replaceAll(/^ +| +$/g, '');
  if (trimmed === '') return unreadable('AMOUNT_EMPTY');
  if (trimmed.length > textLengthMax) return unreadable('AMOUNT_TOO_LONG');
  const word = trimmed.toLowerCase();
  if (word === 'half' || word === 'all') {
    if (options.shares ?? true) return good({ kind: word });
    return unreadable('AMOUNT_SHARE', { share: word });
  }
  return exact(withoutCurrency(trimmed, currency), currency);
}
