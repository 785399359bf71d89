/** Fields that choose entries of the history: days, direction and kinds. */
import { z } from 'zod';
import { isoDate, type TransactionKind, transactionKinds } from '../../bank/index.ts';
import { dayMs } from '../../lib/durations.ts';
import { bad, good } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { choicesOf, field, readWith } from './field.ts';
import { oneOf } from './fields.ts';

const reasons = words.reasons.form;

/** The day so many days before this one. */
export const dayBefore = (date: string, days: number): string =>
  isoDate(Date.parse(date) - days * dayMs);

const daysMax = 3_660;

/** The last so many days, today included; only an option. */
export const daysField = () =>
  field<number>('days', {
    optionOnly: true,
    control: { kind: 'number', least: 1, most: daysMax },
    schema: () =>
      readWith((text) => {
        const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
        return days >= 1 && days <= daysMax ? good(days) : bad(reasons.days);
      }),
  });

/** Days or dates, not both. */
export const daysOrDates = (
  days: number | null,
  ...dates: readonly (string | null)[]
): string | undefined =>
  days !== null && dates.some((date) => date !== null) ? reasons.daysOrDates : undefined;

/** The first day must not be after the last; both are included. */
export const datesInOrder = (from: string | null, to: string | null): string | undefined =>
  from !== null && to !== null && to < from ? reasons.daysReversed : undefined;

/** A form has room for ten: an import is one entry, and found as any other. */
const kinds = choicesOf<TransactionKind>(
  transactionKinds.filter((kind) => kind !== 'IMPORT'),
  words.fields.transactionKinds.choices,
);

/** Money in or out; the form has no room for it. */
export const directionField = () => {
  const choices = choicesOf(['in', 'out'] as const, words.fields.direction.choices);
  return field<'in' | 'out'>('direction', {
    optionOnly: true,
    control: { kind: 'choice', choices },
    schema: () => oneOf(choices),
  });
};

/** No choice means all kinds. */
export const kindsField = () =>
  field<readonly TransactionKind[]>('transactionKinds', {
    required: false,
    control: { kind: 'choices', choices: kinds },
    schema: () => z.array(oneOf(kinds)).max(kinds.length, reasons.choices),
  });
