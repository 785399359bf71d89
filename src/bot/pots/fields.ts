/** Fields of pots. */
import { z } from 'zod';
import {
  type AccountNumber,
  type Amount,
  type OwnAccountRef,
  parseAccountNumber,
  parseAmount,
  parseDay,
  parseNickname,
  parseOwnAccount,
  payeeLengthMax,
  potWaitHoursMax,
  type Reason,
} from '../../bank/index.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { choicesOf, type Facts, field, readWith, textControl } from '../forms/field.ts';
import { oneOf } from '../forms/fields.ts';

const { roundUpTo, lockWait } = words.fields;

const pot = (key: 'pot' | 'onlyPot') =>
  field<OwnAccountRef>(key, {
    suggests: 'POTS',
    control: textControl(payeeLengthMax),
    schema: () => readWith(parseOwnAccount),
  });
export const potField = () => pot('pot');
/** May stay empty where the customer has one pot. */
export const onlyPotField = () => pot('onlyPot');

/** Empty: the pot is the customer's own. */
export const potOfField = () =>
  field<OwnAccountRef>('potOf', {
    suggests: 'SAVING_ACCOUNTS',
    control: textControl(payeeLengthMax),
    schema: () => readWith(parseOwnAccount),
  });

export const potNameField = () =>
  field<string>('potName', { control: textControl(60), schema: () => readWith(parseNickname) });

function readSum(text: string, { currency }: Facts): Result<Amount, Reason> {
  const read = parseAmount(text, currency, { shares: false, writing: words.amounts });
  if (!read.ok) return read;
  return good('amount' in read.value ? read.value.amount : (0n as Amount));
}

export const potGoalField = () =>
  field<Amount>('potGoal', {
    control: textControl(60),
    schema: (facts) => readWith((text) => readSum(text, facts)),
  });

const day = (key: 'potDate' | 'lockUntil') =>
  field<string>(key, {
    control: textControl(20),
    schema: ({ locale = null }) =>
      readWith((text) => parseDay(text, { locale, example: words.fields[key].example })),
  });
export const potDateField = () => day('potDate');
export const lockUntilField = () => day('lockUntil');

function readWait(text: string): Result<number, string> {
  const typed = text.trim();
  const count = /^\d{1,2}$/.test(typed) ? Number(typed) : -1;
  return count >= 0 && count <= potWaitHoursMax ? good(count) : bad(lockWait.refusal);
}

/** Hours. */
export const lockWaitField = () =>
  field<number>('lockWait', { control: textControl(10), schema: () => readWith(readWait) });

const steps = choicesOf<'1' | '10' | 'off'>(['1', '10', 'off'], roundUpTo.choices);

export const roundUpField = () =>
  field<'1' | '10' | 'off'>('roundUpTo', {
    control: { kind: 'choice', choices: steps },
    schema: () => oneOf(steps),
  });

/** The number of a pot. */
export const potToken: z.ZodType<AccountNumber> = z.string().transform((text, context) => {
  const read = parseAccountNumber(text);
  if (read.ok) return read.value;
  context.addIssue('no pot');
  return z.NEVER;
});
