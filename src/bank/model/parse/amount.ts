/** The one reader of amounts that people type; every refusal says what to change. */
import { bad, good, type Result } from '../../../lib/result.ts';
import { amountOf, formatAmount, moneyMax } from '../base/money.ts';
import type { AmountWish, Currency } from '../base/types.ts';
import { withoutCurrency } from './currency-name.ts';

const grammar = /^(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d+))?(?<suffix>[km])?$/i;
const textLengthMax = 40;
const suffixZeros = new Map([
  ['k', 3],
  ['m', 6],
]);
const examples = 'Enter for example 12, 12.50, 1,250.50 or 1.5k.';

/** Looked through in this order when the grammar does not fit; the first match explains why. */
const explanations: readonly (readonly [RegExp, string])[] = [
  [/[^\x20-\x7e]/, `Use only the plain digits 0 to 9 and a point. ${examples}`],
  [/^[+-]/, 'Leave out the sign: an amount is always above zero.'],
  [/^0x/i, 'Write the amount with the digits 0 to 9 only.'],
  [/^[\d,.]+e[+-]?\d*$/i, 'Write the amount out in digits, for example 1500 or 1.5k.'],
  [/_/, 'Leave out the “_”. Commas may part thousands: 1,250.50.'],
  [/[\d,.] +(?:[\d,.]|[km]$)/i, 'Leave out the spaces. Commas may part thousands: 1,250.50.'],
  [/\..*\./, 'Use one point only, before the decimals: 1,250.50.'],
  [/^\.\d/, 'Put a digit before the point, for example 0.50.'],
  [/^[\d,]+\.[km]?$/i, 'Put digits after the point, or leave the point out.'],
  [/^[\d,]+\.\d*,[\d,]*$/, 'Use commas only before the point: 1,250.50.'],
  [/^[\d,]+(\.\d+)?[km]?$/i, 'Use commas only between thousands, and a point: 1,250.50.'],
  [/^[\d,.]+[km]{2,}$/i, 'Use one “k” (thousand) or one “m” (million).'],
];

function explain(text: string, { code }: Currency): string {
  const found = explanations.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return found[1];
  return /^[^\d]*[\d,.]+[^\d]*$/.test(text)
    ? `Enter the number alone, or with ${code}, which is all this bank keeps: 12 or 12 ${code}.`
    : `That is not an amount. ${examples}`;
}

/** `1.5k` with scale 2 is 150000 minor units. */
function minorUnits(
  text: { readonly whole: string; readonly decimals: string; readonly suffix: string },
  scale: number,
): bigint {
  const places = scale + (suffixZeros.get(text.suffix) ?? 0);
  return BigInt(text.whole.replaceAll(',', '') + text.decimals.padEnd(places, '0'));
}

function exact(text: string, currency: Currency): Result<AmountWish> {
  const groups = grammar.exec(text)?.groups;
  if (!groups) return bad(explain(text, currency));
  const { whole = '', decimals = '' } = groups;
  const suffix = groups['suffix']?.toLowerCase() ?? '';
  if (/^0[\d,]/.test(whole)) return bad('Leave out the zeros in front.');
  // 1.25k is clear even where one unit has no decimals.
  const decimalsMax = suffix === '' ? currency.scale : Math.max(currency.scale, 2);
  if (decimals.length > decimalsMax) {
    return bad(
      decimalsMax === 0
        ? `${currency.code} has no decimals: enter a whole number.`
        : `Use at most ${decimalsMax} decimals: smaller parts of ${currency.code} do not exist.`,
    );
  }
  const units = minorUnits({ whole, decimals, suffix }, currency.scale);
  if (units === 0n) return bad('The amount must be above zero.');
  if (units > moneyMax) {
    return bad(`That is more than an account can hold (${formatAmount(moneyMax, currency)}).`);
  }
  return good({ kind: 'exact', amount: amountOf(units) });
}

/**
 * Reads `12`, `12.50`, `1,250.50`, `1.5k` and `2m`, each also with the bank's currency before or
 * behind it as cards print it, and the shares `half` and `all` of the available balance.
 * `shares: false` refuses the words, where there is no balance to take a share of.
 */
export function parseAmount(
  text: string,
  currency: Currency,
  options: { readonly shares?: boolean } = {},
): Result<AmountWish> {
  const trimmed = text.replaceAll(/^ +| +$/g, '');
  if (trimmed === '') return bad(`Enter an amount. ${examples}`);
  if (trimmed.length > textLengthMax) return bad(`That is too long for an amount. ${examples}`);
  const word = trimmed.toLowerCase();
  if (word === 'half' || word === 'all') {
    if (options.shares ?? true) return good({ kind: word });
    return bad(`“${word}” is a share of your balance. Enter a number here.`);
  }
  return exact(withoutCurrency(trimmed, currency), currency);
}
