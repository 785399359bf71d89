/** Fields for accounts that a customer pays. */
import { type Payee, parseNickname, parsePayee, payeeLengthMax } from '../../bank/index.ts';
import type { FieldKey } from '../../words/index.ts';
import { field, readWith, textControl } from './field.ts';

/**
 * An account number, a nickname, a person paid before, or the payer of a transfer that the customer
 * received, by its reference. Its value is a target of `bank.payees.find` and of a quote.
 */
export const payeeField = (key: FieldKey) =>
  field<Payee>(key, {
    suggests: 'PAYEES',
    control: textControl(payeeLengthMax),
    schema: () => readWith(parsePayee),
  });

/** A new nickname. */
export const nicknameField = (key: FieldKey) =>
  field<string>(key, { control: textControl(60), schema: () => readWith(parseNickname) });

/** One of the customer's nicknames. */
export const savedNicknameField = (key: FieldKey) =>
  field<string>(key, {
    suggests: 'NICKNAMES',
    control: textControl(60),
    schema: () => readWith(parseNickname),
  });
