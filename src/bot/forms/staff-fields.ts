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
import { type FieldKey, words } from '../../words/index.ts';
import { choicesOf, field, optional, readWith, textControl } from './field.ts';
import { accountNumberField, memberField, oneOf } from './fields.ts';

const reasonMax = 140;
const queryMax = 80;

/** The reason for a staff action, recorded in the audit trail. Its hint says who can read it. */
const reasonAs = (key: 'reason' | 'roleReason' | 'termsReason') =>
  field<string>(key, {
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

/** Of an act for a customer, who reads it in a message or in `/account access-log`. */
export const reasonField = () => reasonAs('reason');
/** Of a role: the member reads it in `/account access-log`. */
export const roleReasonField = () => reasonAs('roleReason');
/** Of fees and rates, which concern no customer by name. */
export const termsReasonField = () => reasonAs('termsReason');

/** The account of a customer, offered if this member of staff has served them lately. */
export const servedAccountField = (key: FieldKey = 'accountNumber') =>
  ({ ...accountNumberField(key), suggests: 'SERVED' }) as const;

export const referenceField = () =>
  field<RequestId>('reference', {
    control: textControl(40),
    schema: () => readWith(parseReference),
  });

/** A search for a customer; stays text, because the bank interprets it. */
export const customerQueryField = () =>
  field<string>('customerQuery', {
    control: textControl(queryMax),
    schema: ({ region = null }) =>
      readWith((text) => {
        const query = singleSpaced(withoutInvisible(text));
        if (codePoints(query) > queryMax) return bad(words.reasons.form.lengthMax(queryMax));
        const read = parseCustomerQuery(query, region);
        return read.ok ? good(query) : read;
      }),
  });

/** A Discord user by id or mention; works for users outside this server. */
export const discordUserField = (key: FieldKey) =>
  field<DiscordUserId>(key, {
    control: textControl(40),
    schema: () => readWith(parseDiscordUser),
  });

/** Discord's picker offers only members of this server, so an id or a mention is accepted too. */
export const userFields = (key: FieldKey) => ({
  member: optional(memberField(key)),
  discord_id: optional(discordUserField('discordId')),
});

/** The user of a form with `userFields`, exactly one of which is filled in. */
export function chosenUser(chosen: {
  readonly member: DiscordUserId | null;
  readonly discord_id: DiscordUserId | null;
}): DiscordUserId {
  const user = chosen.member ?? chosen.discord_id;
  assert(user !== null, 'the form asks for one of the two');
  return user;
}

const sides = choicesOf<'credit' | 'debit'>(['credit', 'debit'], words.fields.side.choices);

export const sideField = () =>
  field<'credit' | 'debit'>('side', {
    control: { kind: 'choice', choices: sides },
    schema: () => oneOf(sides),
  });

/** The amount of a field that does not accept `half` and `all`. */
export function exactAmount(wish: AmountWish): Amount {
  if (wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
  return wish.amount;
}

const roles = choicesOf<StaffRole>(['TELLER', 'MANAGER', 'AUDITOR'], words.fields.role.choices);

export const roleField = () =>
  field<StaffRole>('role', {
    control: { kind: 'choice', choices: roles },
    schema: () => oneOf(roles),
  });
