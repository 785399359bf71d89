/** The bank's currency beside a typed amount. */
import type { Currency } from '../base/types.ts';

const escaped = (text: string): string => text.replaceAll(/[$.*+?^()[\]{}|\\]/g, '\\$&');

/** The currency's sign, such as `€`; its code when it has none. */
function symbolOf(code: string): string {
  // Intl knows only codes of three letters.
  if (!/^[A-Z]{3}$/.test(code)) return code;
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? code;
}

function patternOf(code: string): RegExp {
  const names = [...new Set([code, symbolOf(code)])].map(escaped).join('|');
  const space = '[ \\u00a0]*';
  // A code that ends in a digit needs a space before the number.
  return new RegExp(`^(?:${names})(?<!\\d(?=\\d))${space}|${space}(?:${names})$`, 'i');
}

const patterns = new Map<string, RegExp>();

/** `5 GEM`, `GEM 5` and `5GEM` without the code; other texts unchanged. */
export function withoutCurrency(text: string, { code }: Currency): string {
  const pattern = patterns.get(code) ?? patternOf(code);
  patterns.set(code, pattern);
  return text.replace(pattern, '');
}
