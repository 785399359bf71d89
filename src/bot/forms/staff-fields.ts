/** Fields of the staff's forms. */
import {
  type Amount,
  type AmountWish,
  BankError,
  type DiscordUserId,
  parseCustomerQuery,
  parseDiscordUser,
  parseReference,
  type RequestId,
  type StaffRole,
} from '../../bank/index.ts';
import { assert } from '../../lib/assert.ts';
import { bad, good } from '../../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible } from '../../lib/text.ts';
import { words } from '../../words/index.ts';
import { type Choice, field, optional, readWith, textControl } from './field.ts';
import { memberField, oneOf } from './fields.ts';

const reasonMax = 140;
const queryMax = 80;

/** Why staff do something; it stands in the audit, and the customer can read it. */
export const reasonField = (label = 'Reason') =>
  field<string>({
    label,
    hint: 'The customer can read it',
    control: textControl(200),
    schema: () =>
      readWith((text) => {
        const reason = singleSpaced(withoutInvisible(text));
        if (codePoints(reason) < 3) return bad(words.reasons.form.reason);
        return codePoints(reason) > reasonMax
          ? bad(words.reasons.form.lengthMax(reasonMax))
          : good(reason);
      }),
  });

export const referenceField = (label = 'Reference') =>
  field<RequestId>({
    label,
    hint: 'From the receipt or the history',
    control: textControl(40, { placeholder: '01AB-23CD-45EF-GHJ' }),
    schema: () => readWith(parseReference),
  });

/** What finds a customer; kept as text, since it is the bank that looks. */
export const customerQueryField = (label = 'Number, phone, e-mail, name or Discord id') =>
  field<string>({
    label,
    hint: 'Also the last four digits of a number, or whole words of a name: Anna Miller',
    control: textControl(queryMax),
    schema: ({ region = null }) =>
      readWith((text) => {
        const query = singleSpaced(withoutInvisible(text));
        if (codePoints(query) > queryMax) return bad(words.reasons.form.lengthMax(queryMax));
        const read = parseCustomerQuery(query, region);
        return read.ok ? good(query) : read;
      }),
  });

/** A Discord list shows only those in this server; others are named by their id or a mention. */
export const userFields = (label: string) => ({
  member: optional(memberField(label)),
  discord_id: optional(
    field<DiscordUserId>({
      label: 'Or their Discord id or a mention',
      hint: 'For someone who is not in this server',
      control: textControl(40, { placeholder: '123456789012345678' }),
      schema: () => readWith(parseDiscordUser),
    }),
  ),
});

/** Of a form that has `userFields` as one of which exactly one is filled. */
export function chosenUser(chosen: {
  readonly member: DiscordUserId | null;
  readonly discord_id: DiscordUserId | null;
}): DiscordUserId {
  const user = chosen.member ?? chosen.discord_id;
  assert(user !== null, 'the form asks for one of the two');
  return user;
}

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
