/** Fields for the customer's own accounts. */
import { z } from 'zod';
import {
  type AccountNumber,
  accountTypes,
  type OwnAccountRef,
  parseAccountNumber,
  parseNickname,
  parseOwnAccount,
  payeeLengthMax,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { choicesOf, field, readWith, textControl } from '../forms/field.ts';
import { oneOf } from '../forms/fields.ts';

const base = {
  suggests: 'OWN_ACCOUNTS',
  control: textControl(payeeLengthMax),
  schema: () => readWith(parseOwnAccount),
} as const;

/** In a form: one of the customer's accounts. */
export const ownAccountField = () => field<OwnAccountRef>('ownAccount', base);

/**
 * An option: the account of a payment, or the one that is shown. A card lets it be changed. With an
 * action, shared accounts are offered too.
 */
export const accountOption = (
  key: 'fromAccount' | 'intoAccount' | 'ownAccount',
  action?: 'PAY' | 'DEPOSIT',
) =>
  field<OwnAccountRef>(key, {
    ...base,
    optionOnly: true,
    suggests: key === 'ownAccount' ? 'READABLE_ACCOUNTS' : payingSuggests[action ?? 'OWN'],
  });

const payingSuggests = {
  OWN: 'PAYING_ACCOUNTS',
  PAY: 'SPENDABLE_ACCOUNTS',
  DEPOSIT: 'FILLABLE_ACCOUNTS',
} as const;

export const accountNameField = () =>
  field<string>('accountName', {
    control: textControl(60),
    schema: () => readWith(parseNickname),
  });

type OpenedType = (typeof accountTypes)[number];
const types = choicesOf<OpenedType>(accountTypes, words.fields.accountType.choices);

export const accountTypeField = () =>
  field<OpenedType>('accountType', {
    control: { kind: 'choice', choices: types },
    schema: () => oneOf(types),
  });

/** The number of an account in a menu. */
export const accountToken: z.ZodType<AccountNumber> = z.string().transform((text, context) => {
  const read = parseAccountNumber(text);
  if (read.ok) return read.value;
  context.addIssue('no account');
  return z.NEVER;
});
