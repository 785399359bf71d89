import { randomInt } from 'node:crypto';
import { checkSymbol } from '../../lib/check-symbol.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import type { AccountNumber } from '../model.ts';

const length = 10;

const digitsOf = (text: string): number[] => Array.from(text, (digit) => digit.charCodeAt(0) - 48);

/** Nine random digits, the first not 0, and a check digit: none can be guessed from another. */
export function randomAccountNumber(): AccountNumber {
  const body = `${randomInt(100_000_000, 1_000_000_000)}`;
  return `${body}${checkSymbol(digitsOf(body), 10)}` as AccountNumber;
}

/** Spaces and hyphens between the digits are forgiven; nothing else is. */
export function parseAccountNumber(text: string): Result<AccountNumber> {
  const number = text.replaceAll(/[ -]/g, '');
  if (number === '') return bad('Enter the account number: 10 digits.');
  if (!/^[0-9]+$/.test(number)) return bad('An account number has only the digits 0 to 9.');
  if (number.length !== length) {
    return bad(`An account number has ${length} digits; this has ${number.length}.`);
  }
  if (number.startsWith('0')) return bad('An account number does not begin with 0.');
  const digits = digitsOf(number);
  if (checkSymbol(digits.slice(0, -1), 10) !== digits.at(-1)) {
    return bad('This account number has a typing mistake: its last digit does not fit the others.');
  }
  return good(number as AccountNumber);
}

/** The last four digits, which stand beside a name wherever one is shown. */
export const numberTail = (number: AccountNumber): string => number.slice(-4);
