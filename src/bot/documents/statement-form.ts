/** The fields by which a statement is chosen: a month or days, and the formats. */
import type { StatementFormat } from '../../documents/index.ts';
import { daysOfMonth } from '../../documents/index.ts';
import { type InputOf, optional } from '../forms/field.ts';
import { dateField } from '../forms/fields.ts';
import { datesInOrder } from '../forms/history-fields.ts';
import { monthField, monthOrDays, statementFormatsField } from '../forms/statement-fields.ts';
import type { WantedStatement } from './statement.ts';

export const statementFields = {
  month: optional(monthField()),
  from_date: optional(dateField('fromDate')),
  to_date: optional(dateField('toDate')),
  format: statementFormatsField(),
};

export const statementProblems = ({
  month = null,
  from_date = null,
  to_date = null,
}: Partial<InputOf<typeof statementFields>>) => ({
  month: monthOrDays(month, from_date, to_date),
  to_date: datesInOrder(from_date, to_date),
});

/** Without days the month, this one by default; without a last day, up to today. */
export function wantedStatement(
  { month, from_date, to_date, format }: InputOf<typeof statementFields>,
  today: string,
): WantedStatement {
  const days = daysOfMonth(month ?? (from_date ?? to_date ?? today).slice(0, 7));
  const formats: readonly StatementFormat[] = format.length === 0 ? ['pdf'] : format;
  const to = to_date ?? (from_date === null ? days.to : today);
  return { from: from_date ?? days.from, to, formats };
}
