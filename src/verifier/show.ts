/** A leaf as a sentence. */
import { referenceText } from '../records/base/reference-text.ts';
import type { Leaf, Side } from '../records/leaf/leaf.ts';
import { verifier as say } from '../words/en/terminal/verifier.ts';

export interface Currency {
  readonly code: string;
  readonly scale: number;
}

/** The line of a checkpoint that names the bank's currency: `currency GEM 2`. */
export function currencyIn(extensions: readonly string[]): Currency | null {
  for (const line of extensions) {
    const [, code = '', scale = ''] = /^currency ([A-Z][A-Z0-9]{1,5}) ([0-4])$/.exec(line) ?? [];
    if (code !== '') return { code, scale: Number(scale) };
  }
  return null;
}

export function amountText(units: bigint, currency: Currency | null): string {
  if (currency === null) return say.units(`${units}`);
  const { code, scale } = currency;
  const digits = `${units < 0n ? -units : units}`.padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return `${units < 0n ? '-' : ''}${text} ${code}`;
}

const two = (value: number): string => `${Math.floor(value)}`.padStart(2, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Microseconds since 1970 as `2026-11-28 19:15:06 UTC`. */
export function timeText(microseconds: bigint): string {
  const days = Number(microseconds / 86_400_000_000n);
  const seconds = Number((microseconds / 1_000_000n) % 86_400n);
  const clock = `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${dayText(days)} ${clock} UTC`;
}

/** Days since 1970 as a date of the Gregorian calendar. */
function dayText(days: number): string {
  let [year, rest] = [1970, days];
  for (; rest >= (isLeap(year) ? 366 : 365); year += 1) rest -= isLeap(year) ? 366 : 365;
  const months = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let month = 0;
  for (; rest >= months[month]!; month += 1) rest -= months[month]!;
  return `${year}-${two(month + 1)}-${two(rest + 1)}`;
}

/** Microseconds since 1970 as `2026-11-28T19:15:06.123456Z`. */
export function isoText(microseconds: bigint): string {
  const fraction = `${microseconds % 1_000_000n}`.padStart(6, '0');
  return `${timeText(microseconds).slice(0, 19).replace(' ', 'T')}.${fraction}Z`;
}

const accountText = ({ accountNumber }: Pick<Side, 'accountNumber'>): string =>
  say.account(accountNumber);

export function leafText(leaf: Leaf, currency: Currency | null): string {
  switch (leaf.kind) {
    case 'START':
      return say.start(leaf.origin);
    case 'AUDIT':
      return say.audit(leaf.action, timeText(leaf.occurredAt));
    case 'TRANSACTION': {
      const postings = leaf.postings.map(({ kind, amount, source, target }) =>
        say.posting(kind, amountText(amount, currency), accountText(source), accountText(target)),
      );
      const what = say.transaction(referenceText(leaf.id), timeText(leaf.bookedAt));
      return `${what} (${postings.join('; ')})`;
    }
  }
}
