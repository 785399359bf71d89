/** The only parser of typed amounts; every reason says what to change. */
import { bad, good } from '../../../lib/result.ts';
import { amountOf, moneyMax } from '../base/money.ts';
import type { AmountWish, Currency } from '../base/types.ts';
import { type AmountWriting, englishWriting, inEnglish, inHalfWidth } from './amount-writing.ts';
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

/** `12.3450` with three decimals: the zero says that the sign does not separate thousands. */
const withoutFourth = (decimals: string, scale: number): string =>
  scale === 3 && /^\d{3}0$/.test(decimals) ? decimals.slice(0, 3) : decimals;

function exact(text: string, currency: Currency): Read<AmountWish> {
  const groups = grammar.exec(text)?.groups;
  if (!groups) return bad(explain(text, currency));
  const { whole = '' } = groups;
  const decimals = withoutFourth(groups['decimals'] ?? '', currency.scale);
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

/** Refuses a text with two meanings, with both; a meaning that the currency cannot have is null. */
function twofold(
  texts: { readonly typed: string; readonly whole: string; readonly decimal: string },
  currency: Currency,
): Read<AmountWish> {
  const whole = exact(texts.whole, currency);
  const decimal = exact(texts.decimal, currency);
  const [first, second] = [whole, decimal].map((read) =>
    read.ok && read.value.kind === 'exact' ? { units: read.value.amount, currency } : null,
  );
  if (first === undefined || first === null) return whole;
  return unreadable('AMOUNT_AMBIGUOUS', {
    typed: texts.typed,
    whole: first,
    decimal: second ?? null,
  });
}

function shareOf(word: string, { half, all }: AmountWriting): 'half' | 'all' | null {
  if (word === 'half' || half.includes(word)) return 'half';
  return word === 'all' || all.includes(word) ? 'all' : null;
}

/**
 * Reads `12`, `12.50`, `1,250.50`, `1.5k` and `2m`, each also with the bank's currency before or
 * after it, and `half` and `all` of the available balance. `shares: false` refuses the two words.
 * With another `writing`, it reads amounts as that language writes them: `1.250,50`, `halb`. There,
 * `12,500` and `12.500` are refused, because either may mean thousands or decimals; with three
 * decimals, `12,5000` is read as 12.5.
 */
export function parseAmount(
  text: string,
  currency: Currency,
  options: { readonly shares?: boolean; readonly writing?: AmountWriting } = {},
): Read<AmountWish> {
  const { shares = true, writing = englishWriting } = options;
  const plain = writing.fullWidth ? inHalfWidth(text) : text;
  const trimmed = plain.replaceAll(/^ +| +$/g, '');
  if (trimmed === '') return unreadable('AMOUNT_EMPTY');
  if (trimmed.length > textLengthMax) return unreadable('AMOUNT_TOO_LONG');
  const share = shareOf(trimmed.toLowerCase(), writing);
  if (share !== null) {
    return shares ? good({ kind: share }) : unreadable('AMOUNT_SHARE', { share: trimmed });
  }
  const typed = withoutCurrency(trimmed, currency);
  const rewritten = inEnglish(typed, writing, currency.scale);
  return rewritten.kind === 'english'
    ? exact(rewritten.text, currency)
    : twofold({ typed, ...rewritten }, currency);
}
