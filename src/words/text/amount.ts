/** Amounts as people read them, in the format of the request underway. */
import { type Currency, decimalText } from '../../bank/model/index.ts';
import { currentLocale } from '../language/current.ts';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, scale: number): Intl.NumberFormat {
  const key = `${locale} ${scale}`;
  const known = formats.get(key);
  if (known) return known;
  const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  const made = new Intl.NumberFormat(locale, digits);
  formats.set(key, made);
  return made;
}

/** `1,250.50`, or `1.250,50` in German. Exact: it is never a floating-point number. */
export const formatNumber = (minorUnits: bigint, { scale }: Currency): string =>
  formatOf(currentLocale(), scale).format(
    decimalText(minorUnits, scale) as Intl.StringNumericLiteral,
  );

/** `1,250.50 GEM`. */
export const formatAmount = (minorUnits: bigint, currency: Currency): string =>
  `${formatNumber(minorUnits, currency)} ${currency.code}`;
