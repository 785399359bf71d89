/** Every field a form of this bank has, once; commands name the words that fit their form. */
import { z } from 'zod';
import {
  type AccountNumber,
  type AmountWish,
  type DiscordUserId,
  type Currency,
  decimalText,
  type Gender,
  parseAccountNumber,
  parseAmount,
  parseAppCode,
  parseDateOfBirth,
  parseDay,
  parseEmail,
  parseFullName,
  parseMemo,
  parsePhone,
  parseProofCode,
  parseTimeZone,
  type ProofCode,
  type TimeZone,
} from '../../bank/index.ts';
import { bad, good } from '../../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible } from '../../lib/text.ts';
import { type FieldKey, words } from '../../words/index.ts';
import { formatNumber } from '../../words/text/amount.ts';
import {
  type Choice,
  choicesOf,
  field,
  type Field,
  fieldWords,
  readWith,
  textControl,
} from './field.ts';

const passwordLengthMax = 128;
const reasons = words.reasons.form;

/** With `shares`, `half` and `all` are amounts too. */
export const amountField = (options: { readonly shares?: boolean } = {}) =>
  field<AmountWish>(options.shares === false ? 'exactAmount' : 'amount', {
    control: textControl(60),
    schema: ({ currency }) =>
      readWith((text) => parseAmount(text, currency, { ...options, writing: words.amounts })),
  });

/** Three decimals after one to three digits: the sign could also separate thousands. */
const couldBeThousands = /^[1-9]\d{0,2},\d{3}$/;

/** As the person would type it: without marks for thousands, with their sign for decimals. */
export function typedAmount(amount: bigint, currency: Currency): string {
  const text = decimalText(amount, currency.scale);
  if (!formatNumber(1n, currency).includes(',')) return text;
  const typed = text.replace('.', ',');
  return couldBeThousands.test(typed) ? `${typed}0` : typed;
}

export const accountNumberField = (key: FieldKey = 'accountNumber') =>
  field<AccountNumber>(key, {
    control: textControl(40),
    schema: () => readWith(parseAccountNumber),
  });

export const memberField = (key: FieldKey) =>
  field<DiscordUserId>(key, {
    control: { kind: 'person' },
    schema: () =>
      z
        .array(z.string().regex(/^\d{17,20}$/, reasons.memberFromList))
        .length(1, reasons.member)
        .transform(([id]) => id as DiscordUserId),
  });

export const memoField = (): Field<string | null> =>
  field('memo', {
    required: false,
    control: textControl(200),
    schema: () => readWith(parseMemo),
  });

export const fullNameField = () =>
  field<string>('fullName', {
    formOnly: true,
    control: textControl(120),
    schema: () => readWith(parseFullName),
  });

export const emailField = () =>
  field<string>('email', {
    formOnly: true,
    control: textControl(320),
    schema: () => readWith(parseEmail),
  });

export const phoneField = () =>
  field<string>('phone', {
    formOnly: true,
    control: textControl(60),
    schema: ({ region = null }) => readWith((text) => parsePhone(text, region)),
  });

export const dateOfBirthField = () =>
  field<string>('dateOfBirth', {
    formOnly: true,
    control: textControl(20),
    schema: ({ today, locale = null }) => readWith((text) => parseDateOfBirth(text, today, locale)),
  });

export const oneOf = <Value extends string>(
  choices: readonly (Choice & { readonly value: Value })[],
) => z.enum(choices.map((choice) => choice.value) as [Value, ...Value[]], reasons.choice);

const genders = choicesOf<Gender>(
  ['female', 'male', 'other', 'undisclosed'],
  words.fields.gender.choices,
);

export const genderField = () =>
  field<Gender>('gender', {
    formOnly: true,
    control: { kind: 'choice', choices: genders },
    schema: () => oneOf(genders),
  });

/** Any text; the bank checks the password. */
export const passwordField = (key: FieldKey = 'password') =>
  field<string>(key, {
    secret: true,
    control: textControl(256),
    schema: () =>
      readWith((text) => {
        if (text === '') return bad(reasons.password);
        return codePoints(text) > passwordLengthMax
          ? bad(reasons.passwordTooLong(passwordLengthMax))
          : good(text);
      }),
  });

/** What proves that it is the customer: the password, or once they have an app only its codes. */
export const proofField = (key: FieldKey = 'currentPassword'): Field<string> => ({
  ...passwordField(key),
  withApp: fieldWords('appProof'),
});

/** The two entries of a new password must be equal. */
export const differing = (input: {
  readonly password?: string;
  readonly password_again?: string;
}): { readonly password_again: string | undefined } => ({
  password_again: input.password === input.password_again ? undefined : reasons.passwordsDiffer,
});

/** A one-time code; never shown again, since it may still be valid. */
export const proofCodeField = (key: FieldKey) =>
  field<ProofCode>(key, {
    secret: true,
    control: textControl(60),
    schema: () => readWith(parseProofCode),
  });

/** Six digits that an authenticator app shows; each code is accepted once. */
export const appCodeField = () =>
  field<string>('appCode', {
    secret: true,
    control: textControl(12),
    schema: () => readWith(parseAppCode),
  });

export const consentField = (key: 'terms' | 'erasure') =>
  field<true>(key, {
    formOnly: true,
    control: { kind: 'checkbox' },
    schema: () => z.literal(true, words.fields[key].refusal),
  });

export const dateField = (key: 'fromDate' | 'toDate') =>
  field<string>(key, {
    control: textControl(20),
    schema: ({ locale = null }) =>
      readWith((text) => parseDay(text, { locale, example: words.fields[key].example })),
  });

/** An IANA zone, or the city of one. */
export const timeZoneField = () =>
  field<TimeZone>('timeZone', {
    suggests: 'TIME_ZONES',
    control: textControl(64),
    schema: () => readWith(parseTimeZone),
  });

/** A search text, which the command interprets. */
export const searchField = (key: FieldKey, lengthMax = 80) =>
  field<string>(key, {
    control: textControl(lengthMax),
    schema: () =>
      readWith((text) => {
        const query = singleSpaced(withoutInvisible(text));
        return codePoints(query) > lengthMax ? bad(reasons.lengthMax(lengthMax)) : good(query);
      }),
  });
