/** Fields of a customer's own limits. */
import { z } from 'zod';
import {
  type Amount,
  type LimitPeriod,
  limitPeriods,
  parseAmount,
  type Reason,
} from '../../bank/index.ts';
import { good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { choicesOf, type Facts, field, readWith, textControl } from '../forms/field.ts';
import { oneOf } from '../forms/fields.ts';
import { exactAmount } from '../forms/staff-fields.ts';

const periods = choicesOf<LimitPeriod>(limitPeriods, words.fields.limitPeriod.choices);

export const limitPeriodField = () =>
  field<LimitPeriod>('limitPeriod', {
    control: { kind: 'choice', choices: periods },
    schema: () => oneOf(periods),
  });

function readSum(text: string, { currency }: Facts): Result<Amount, Reason> {
  const read = parseAmount(text, currency, { shares: false, writing: words.amounts });
  return read.ok ? good(exactAmount(read.value)) : read;
}

export const limitAmountField = () =>
  field<Amount>('limitAmount', {
    control: textControl(60),
    schema: (facts) => readWith((text) => readSum(text, facts)),
  });

export const periodToken: z.ZodType<LimitPeriod> = z.enum(limitPeriods);
