import { randomInt } from 'node:crypto';
import { checkSymbol } from '../../../lib/check-symbol.ts';
import { bad, good, type Result } from '../../../lib/result.ts';
import type { AccountNumber } from '../base/types.ts';

const length = 10;

const digitsOf = (text: string): number[] => Array.from(text, (digit) => digit.charCodeAt(0) - 48);

function hasRightCheckDigit(number: string): boolean {
  const digits = digitsOf(number);
  return checkSymbol(digits.slice(0, -1), 10) === digits.at(-1);
}

/** The number with two neighbours swapped, once for each pair that differs. */
const swapped = (number: string): string[] =>
  Array.from({ length: number.length - 1 }, (_, at) => {
    const [left = '', right = ''] = number.slice(at, at + 2);
    return number.slice(0, at) + right + left + number.slice(at + 2);
  }).filter((other) => other !== number);

/**
 * Nine random digits, the first not 0, and a check digit: none can be guessed from another. The
 * check digit finds every wrong digit, but lets one swap in 45 pass; numbers that have such a swap
 * are not given out. Older ones may have one. See docs/decisions/0033-numbers-without-swaps.md.
 */
export function randomAccountNumber(): AccountNumber {
  for (;;) {
    const body = `${randomInt(100_000_000, 1_000_000_000)}`;
    const number = `${body}${checkSymbol(digitsOf(body), 10)}`;
    if (!swapped(number).some(hasRightCheckDigit)) return number as AccountNumber;
  }
}

/** Spaces and hyphens between the digits are forgiven; nothing else is. */
export function parseAccountNumber(text: string): Result<AccountNumber> {
  const number = text.replaceAll(/[ -]/g, '');
  if (number === '') return bad('Enter the account number: 10 digits.');
  if (!/^[0-9]+$/.test(number)) return bad('An account number has only the digits 0 to 9.');
  if (number.length !== length) {
    return bad(`An account number has ${length} digits; this has ${number.length}.`);
  }
  if (number.startsWith('0')) {
    return bad('An account number does not begin with 0. Compare it digit by digit.');
  }
  if (!hasRightCheckDigit(number)) {
    const why = 'its last digit does not fit the others';
    return bad(`This account number has a typing mistake: ${why}. Compare it digit by digit.`);
  }
  return good(number as AccountNumber);
}

/** The last four digits, which stand beside a name wherever one is shown. */
export const numberTail = (number: AccountNumber): string => number.slice(-4);

/** `1234`, or `…1234` as cards show it; null for anything else. */
export const parseNumberTail = (text: string): string | null =>
  /^(?:…|\.\.\.)? ?(?<tail>[0-9]{4})$/.exec(text.trim())?.groups?.['tail'] ?? null;
