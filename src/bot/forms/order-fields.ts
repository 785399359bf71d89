/** Fields of standing orders: how much, how often, from when and until when. */
import {
  type AccountNumber,
  type Amount,
  type OrderAmount,
  type OrderUnit,
  parseAmount,
  parseDay,
  type Reason,
} from '../../bank/index.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { type Facts, field, type InputOf, readWith, textControl } from './field.ts';
import { reasonField, servedAccountField } from './staff-fields.ts';

const { writing, reasons } = words.orders;

/** The most units between two payments, and the most payments that can be counted. */
const everyMax = 99;
const countMax = 999;
const numberMax = 99_999;
const monthsOfYear = 12;

const lower = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The text after a sign or words for *all above*; null where there are none. */
function aboveIn(text: string): string | null {
  if (/^[>＞]/.test(text)) return text.slice(1).trim();
  const spoken = [...writing.above, 'all above'];
  const found = spoken.find((word) => text.startsWith(word));
  return found === undefined ? null : text.slice(found.length).trim();
}

function readAmount(text: string, { currency }: Facts): Result<OrderAmount, Reason> {
  const options = { shares: false, writing: words.amounts };
  const rest = aboveIn(lower(text));
  if (rest !== null && /^0+([.,]0+)?$/.test(rest)) return good({ kind: 'ABOVE', above: 0n });
  const read = parseAmount(rest ?? text, currency, options);
  if (!read.ok) return read;
  const amount = 'amount' in read.value ? read.value.amount : (0n as Amount);
  return good(rest === null ? { kind: 'FIXED', amount } : { kind: 'ABOVE', above: amount });
}

/** A sum, or all that is available above one: `> 500`. */
export const orderAmountField = () =>
  field<OrderAmount>('orderAmount', {
    control: textControl(60),
    schema: (facts) => readWith((text) => readAmount(text, facts)),
  });

export interface Every {
  readonly unit: OrderUnit;
  readonly every: number;
}

type Unit = keyof typeof writing.units;
const unitNames: readonly Unit[] = ['DAY', 'WEEK', 'MONTH', 'YEAR'];
const english: Record<Unit, readonly string[]> = {
  DAY: ['day', 'days'],
  WEEK: ['week', 'weeks'],
  MONTH: ['month', 'months'],
  YEAR: ['year', 'years'],
};

function readEvery(text: string): Result<Every, string> {
  const refused = bad(reasons.every(everyMax));
  const parts = /^(?<count>\d{1,2})? ?(?<unit>\D+)$/.exec(lower(text))?.groups;
  if (!parts) return refused;
  const word = (parts['unit'] ?? '').trim();
  const isOf = (unit: Unit) => [...writing.units[unit], ...english[unit]].includes(word);
  const unit = unitNames.find(isOf);
  const count = Number(parts['count'] ?? 1);
  if (unit === undefined || count < 1) return refused;
  if (unit !== 'YEAR') return good({ unit, every: count });
  const months = count * monthsOfYear;
  return months > everyMax ? refused : good({ unit: 'MONTH', every: months });
}

/** `month`, `2 weeks`, `10 days`; a year is twelve months. */
export const everyField = () =>
  field<Every>('every', { control: textControl(30), schema: () => readWith(readEvery) });

export const firstDateField = () =>
  field<string>('firstDate', {
    control: textControl(20),
    schema: ({ locale = null }) =>
      readWith((text) => parseDay(text, { locale, example: words.fields.firstDate.example })),
  });

function readMonthDay(text: string): Result<number | 'last', string> {
  const typed = lower(text);
  if (typed === 'last' || writing.last.includes(typed)) return good('last');
  const day = /^\d{1,2}\.?$/.test(typed) ? Number.parseInt(typed, 10) : 0;
  return day >= 1 && day <= 31 ? good(day) : bad(reasons.monthDay);
}

export const monthDayField = () =>
  field<number | 'last'>('monthDay', {
    control: textControl(20),
    schema: () => readWith(readMonthDay),
  });

export type Until = { readonly last: string } | { readonly count: number };

function readUntil(text: string, locale: string | null): Result<Until, Reason | string> {
  const typed = text.trim();
  if (/^\d+$/.test(typed)) {
    const count = typed.length <= 4 ? Number(typed) : 0;
    return count >= 1 && count <= countMax ? good({ count }) : bad(reasons.until(countMax));
  }
  const read = parseDay(typed, { locale, example: words.fields.firstDate.example });
  if (read.ok) return good({ last: read.value });
  return read.reason.code === 'DATE_SHAPE' ? bad(reasons.until(countMax)) : read;
}

/** The last date, or the number of payments. */
export const untilField = () =>
  field<Until>('until', {
    control: textControl(20),
    schema: ({ locale = null }) => readWith((text) => readUntil(text, locale)),
  });

export interface PayTime {
  readonly hour: number;
  readonly minute: number;
}

/** `09:00`, `9.00` or `9h00`. */
export function readTime(text: string): Result<PayTime, string> {
  const parts = /^(?<hour>\d{1,2})[:.h](?<minute>\d{2})$/.exec(lower(text))?.groups;
  const [hour, minute] = [Number(parts?.['hour'] ?? 24), Number(parts?.['minute'] ?? 60)];
  return hour < 24 && minute < 60 ? good({ hour, minute }) : bad(reasons.time);
}

export const payTimeField = () =>
  field<PayTime>('payTime', { control: textControl(10), schema: () => readWith(readTime) });

function readNumber(text: string): Result<number, string> {
  const typed = text.trim().replace(/^#/, '');
  const number = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  return number >= 1 && number <= numberMax ? good(number) : bad(reasons.orderNumber);
}

const orderNumber = (suggests: 'ORDERS' | null) =>
  field<number>('orderNumber', {
    suggests,
    control: textControl(10),
    schema: () => readWith(readNumber),
  });

/** The number of one of the customer's own orders. */
export const orderNumberField = () => orderNumber('ORDERS');

/** What staff name to change a customer's order. */
export const staffOrderFields = () => ({
  account_number: servedAccountField(),
  // Choices would be a view of the customer's orders that is not recorded.
  order: orderNumber(null),
  reason: reasonField(),
});

/** The change that these fields ask for. */
export const orderChangeOf = (
  input: InputOf<ReturnType<typeof staffOrderFields>>,
): { readonly accountNumber: AccountNumber; readonly number: number; readonly reason: string } => ({
  accountNumber: input.account_number,
  number: input.order,
  reason: input.reason,
});

/** Rules between the fields of a new order. */
export const orderRules = (input: {
  readonly every?: Every;
  readonly first?: string | null;
  readonly day?: number | 'last' | null;
  readonly until?: Until | null;
}): { readonly day: string | undefined; readonly until: string | undefined } => {
  const { every, first = null, day = null, until = null } = input;
  const isUnused = day !== null && every !== undefined && every.unit !== 'MONTH';
  const isBefore = first !== null && until !== null && 'last' in until && until.last < first;
  return {
    day: isUnused ? reasons.monthDayUnused : undefined,
    until: isBefore ? reasons.untilBeforeFirst : undefined,
  };
};
