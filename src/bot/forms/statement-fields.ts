/** Fields of a statement's form. */
import { readClock, type TimeZone } from '../../bank/index.ts';
import { instant } from '../../lib/clock.ts';
import { parseMonth, type StatementFormat, statementFormats } from '../../documents/index.ts';
import { localesOf, languages, words } from '../../words/index.ts';
import { z } from 'zod';
import { choicesOf, field, readWith, textControl } from './field.ts';
import { oneOf } from './fields.ts';

const monthLocales = languages.flatMap((language) => localesOf(language));

/** As YYYY-MM; typed as a number or by name, in any of the languages. */
export const monthField = () =>
  field<string>('month', {
    control: textControl(30),
    schema: ({ today }) => readWith((text) => parseMonth(text, { today, locales: monthLocales })),
  });

const formats = choicesOf<StatementFormat>(statementFormats, words.fields.statementFormats.choices);

/** No choice means PDF. */
export const statementFormatsField = () =>
  field<readonly StatementFormat[]>('statementFormats', {
    required: false,
    control: { kind: 'choices', choices: formats },
    schema: () => z.array(oneOf(formats)).max(formats.length, words.reasons.form.choices),
  });

/** A month or days, not both. */
export const monthOrDays = (
  month: string | null,
  ...days: readonly (string | null)[]
): string | undefined =>
  month !== null && days.some((day) => day !== null)
    ? words.replies.statement.monthOrDays
    : undefined;

/** The day in the zone, as YYYY-MM-DD. */
export const dayIn = (now: number, zone: TimeZone): string => readClock(instant(now), zone).day;
