/** Fields of the staff's forms. */
import { BankError } from '../bank/errors.ts';
import { parseReference } from '../bank/index.ts';
import type { Amount, AmountWish, RequestId, StaffRole } from '../bank/model.ts';
import { bad, good } from '../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible } from '../lib/text.ts';
import { field, readWith, textControl, type Choice } from './field.ts';
import { oneOf } from './fields.ts';

const reasonMax = 140;

/** Why staff do something; it stands in the audit, and the customer can read it. */
export const reasonField = (label = 'Reason') =>
  field<string>({
    label,
    hint: 'The customer can read it',
    control: textControl(200),
    schema: () =>
      readWith((text) => {
        const reason = singleSpaced(withoutInvisible(text));
        if (codePoints(reason) < 3) return bad('Say why, in a few words.');
        return codePoints(reason) > reasonMax
          ? bad(`Use at most ${reasonMax} characters.`)
          : good(reason);
      }),
  });

export const referenceField = (label = 'Reference') =>
  field<RequestId>({
    label,
    hint: 'From the receipt or the history',
    control: textControl(40, { placeholder: '01AB-23CD-45EF-GH' }),
    schema: () => readWith(parseReference),
  });

const sides: readonly (Choice & { readonly value: 'credit' | 'debit' })[] = [
  { value: 'credit', label: 'Credit', hint: 'The customer gets more' },
  { value: 'debit', label: 'Debit', hint: 'The customer has less' },
];

export const sideField = (label = 'Side') =>
  field<'credit' | 'debit'>({
    label,
    control: { kind: 'choice', choices: sides },
    schema: () => oneOf(sides),
  });

/** Of a field that takes no shares. */
export function exactAmount(wish: AmountWish): Amount {
  if (wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
  return wish.amount;
}

const roles: readonly (Choice & { readonly value: StaffRole })[] = [
  { value: 'TELLER', label: 'Teller', hint: 'Serves customers' },
  { value: 'MANAGER', label: 'Manager', hint: 'Also approves, corrects and grants roles' },
  { value: 'AUDITOR', label: 'Auditor', hint: 'Reads everything, changes nothing' },
];

export const roleField = (label = 'Role') =>
  field<StaffRole>({
    label,
    control: { kind: 'choice', choices: roles },
    schema: () => oneOf(roles),
  });
