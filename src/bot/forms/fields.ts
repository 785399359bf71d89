/** Every field a form of this bank has, once; commands give it the label that fits their form. */
import { z } from 'zod';
import {
  type AccountNumber,
  type AmountWish,
  type DiscordUserId,
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
  type ProofCode,
  type TransactionKind,
} from '../../bank/index.ts';
import { bad, good } from '../../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible } from '../../lib/text.ts';
import { words } from '../../words/index.ts';
import { type Choice, field, type Field, readWith, textControl } from './field.ts';

const passwordLengthMax = 128;
const reasons = words.reasons.form;

export const amountField = (label = 'Amount', options: { readonly shares?: boolean } = {}) =>
  field<AmountWish>({
    label,
    hint: options.shares === false ? '12, 12.50, 1.5k' : '12, 12.50, 1.5k, half, all',
    control: textControl(60, { placeholder: '12.50' }),
    schema: ({ currency }) => readWith((text) => parseAmount(text, currency, options)),
  });

export const accountNumberField = (label = 'Account number') =>
  field<AccountNumber>({
    label,
    hint: '10 digits',
    control: textControl(40),
    schema: () => readWith(parseAccountNumber),
  });

export const memberField = (label: string) =>
  field<DiscordUserId>({
    label,
    control: { kind: 'person' },
    schema: () =>
      z
        .array(z.string().regex(/^\d{17,20}$/, reasons.memberFromList))
        .length(1, reasons.member)
        .transform(([id]) => id as DiscordUserId),
  });

export const memoField = (label = 'Memo'): Field<string | null> =>
  field({
    label,
    hint: 'Both sides see it',
    required: false,
    control: textControl(200),
    schema: () => readWith(parseMemo),
  });

export const fullNameField = (label = 'Full name') =>
  field<string>({
    label,
    formOnly: true,
    control: textControl(120, { placeholder: 'Anna Miller' }),
    schema: () => readWith(parseFullName),
  });

export const emailField = (label = 'E-mail') =>
  field<string>({
    label,
    formOnly: true,
    control: textControl(320, { placeholder: 'anna@example.com' }),
    schema: () => readWith(parseEmail),
  });

export const phoneField = (label = 'Phone') =>
  field<string>({
    label,
    hint: 'With + and the country code',
    formOnly: true,
    control: textControl(60, { placeholder: '+49 30 123456' }),
    schema: ({ region = null }) => readWith((text) => parsePhone(text, region)),
  });

export const dateOfBirthField = (label = 'Date of birth') =>
  field<string>({
    label,
    hint: 'YYYY-MM-DD',
    formOnly: true,
    control: textControl(20, { placeholder: '1990-12-31' }),
    schema: ({ today, locale = null }) => readWith((text) => parseDateOfBirth(text, today, locale)),
  });

export const oneOf = <Value extends string>(
  choices: readonly (Choice & { readonly value: Value })[],
) => z.enum(choices.map((choice) => choice.value) as [Value, ...Value[]], reasons.choice);

const genders: readonly (Choice & { readonly value: Gender })[] = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  { value: 'undisclosed', label: 'Rather not say' },
];

export const genderField = (label = 'Gender') =>
  field<Gender>({
    label,
    formOnly: true,
    control: { kind: 'choice', choices: genders },
    schema: () => oneOf(genders),
  });

/** What each form that asks for the bank's password says above it. */
export const passwordNotice =
  'This is your **bank** password, *never your Discord password*. What you type can be seen on ' +
  'your screen.';

/** Any text: whether it is right, or good enough for a new one, only the bank can say. */
export const passwordField = (label = 'Password', hint: string | null = null) =>
  field<string>({
    label,
    hint,
    secret: true,
    notice: passwordNotice,
    control: textControl(256),
    schema: () =>
      readWith((text) => {
        if (text === '') return bad(reasons.password);
        return codePoints(text) > passwordLengthMax
          ? bad(reasons.passwordTooLong(passwordLengthMax))
          : good(text);
      }),
  });

const codeNotice =
  'You have an authenticator app: enter its six digits, or a recovery code, which is then used ' +
  'up. Your password proves nothing here.';

/** What proves that it is the customer: the password, and from an app on its codes alone. */
export const proofField = (label = 'Current password') =>
  field<string>({
    ...passwordField(label),
    withApp: { label: 'Code', hint: 'Of your app, or a recovery code', notice: codeNotice },
  });

/** What two entries of a new password must fulfil. */
export const differing = (input: {
  readonly password?: string;
  readonly password_again?: string;
}): { readonly password_again: string | undefined } => ({
  password_again: input.password === input.password_again ? undefined : reasons.passwordsDiffer,
});

/** A one-time code; never shown again, as it may still be good. */
export const proofCodeField = (label: string, hint: string) =>
  field<ProofCode>({
    label,
    hint,
    secret: true,
    control: textControl(60, { placeholder: 'ABCD-EFGH-JKMN-P' }),
    schema: () => readWith(parseProofCode),
  });

/** Six digits that an authenticator app shows; spent once they were right. */
export const appCodeField = (label = 'Code') =>
  field<string>({
    label,
    hint: 'Six digits that the app shows now',
    secret: true,
    control: textControl(12, { placeholder: '123456' }),
    schema: () => readWith(parseAppCode),
  });

export const consentField = (label: string, hint: string, reason: string) =>
  field<true>({
    label,
    hint,
    formOnly: true,
    control: { kind: 'checkbox' },
    schema: () => z.literal(true, reason),
  });

export const dateField = (label: string) =>
  field<string>({
    label,
    hint: 'YYYY-MM-DD',
    control: textControl(20, { placeholder: '2026-01-31' }),
    schema: ({ locale = null }) =>
      readWith((text) => parseDay(text, { locale, example: '2026-01-31' })),
  });

/** What a range of days must fulfil; both included. */
export const datesInOrder = (from: string | null, to: string | null): string | undefined =>
  from !== null && to !== null && to < from ? reasons.daysReversed : undefined;

/** Words to look for; what they mean is the command's business. */
export const searchField = (label: string, hint: string, lengthMax = 80) =>
  field<string>({
    label,
    hint,
    control: textControl(lengthMax),
    schema: () =>
      readWith((text) => {
        const query = singleSpaced(withoutInvisible(text));
        return codePoints(query) > lengthMax ? bad(reasons.lengthMax(lengthMax)) : good(query);
      }),
  });

const kinds: readonly (Choice & { readonly value: TransactionKind })[] = [
  { value: 'DEPOSIT', label: 'Deposits' },
  { value: 'WITHDRAWAL', label: 'Withdrawals' },
  { value: 'TRANSFER', label: 'Transfers' },
  { value: 'REVERSAL', label: 'Reversals' },
  { value: 'ADJUSTMENT', label: 'Adjustments' },
];

/** None chosen means all. */
export const kindsField = (label = 'Show only') =>
  field<readonly TransactionKind[]>({
    label,
    required: false,
    control: { kind: 'choices', choices: kinds },
    schema: () => z.array(oneOf(kinds)).max(kinds.length, reasons.choices),
  });
