/** Why an entry was refused, and what to change. */
import {
  type Money,
  type PasswordFault,
  type PasswordWord,
  type Reason,
  type ReasonCode,
  type ReasonData,
} from '../../bank/model/index.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';
import { noticeReasons } from './refusals/notices.ts';
import { accountReasons } from './common/own-accounts.ts';
import { payeeReasons } from './refusals/payees.ts';

const plural = pluralIn('en');

type Reasons = { readonly [C in ReasonCode]: (data: ReasonData[C]) => string };

const amounts = 'Write it like 12, 12.50, 1,250.50 or 1.5k.';
const reference = 'Copy it from the receipt.';
const address = 'name@example.com';

/** Characters that can be shown in a sentence: none of them formats or mentions. */
const printable = /^[\p{L}\p{Extended_Pictographic},;:!?()"&/+=%$€£]$/u;
const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const shown = (sign: string): string => (printable.test(sign) ? `“${sign}”` : codePointOf(sign));

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const dayText = (date: string): string => `${date} for ${dayAndMonth.format(Date.parse(date))}`;

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const decimals = (count: number): string =>
  plural(count, { one: 'one decimal', other: `${count} decimals` });

const typed = {
  ACCOUNT_NUMBER_EMPTY: () => 'Enter the account number: 10 digits.',
  ACCOUNT_NUMBER_NOT_DIGITS: () => 'An account number contains only the digits 0 to 9.',
  ACCOUNT_NUMBER_LENGTH: ({ expected, length }) =>
    `An account number has ${expected} digits; this one has ${length}.`,
  ACCOUNT_NUMBER_ZERO: () => 'An account number never begins with 0. Check it digit by digit.',
  ACCOUNT_NUMBER_MISTYPED: () =>
    'This account number has a typing mistake: its last digit does not match the others. ' +
    'Check it digit by digit.',

  AMOUNT_EMPTY: () => `Enter an amount. ${amounts}`,
  AMOUNT_TOO_LONG: () => `That is too long for an amount. ${amounts}`,
  AMOUNT_SHARE: ({ share }) => `“${share}” is a share of your balance. Enter a number here.`,
  AMOUNT_AMBIGUOUS: ({ typed: text, whole, decimal }) =>
    decimal === null
      ? `If “${text}” means ${sum(whole)}, write it without a separator.`
      : `“${text}” could mean ${sum(whole)} or ${sum(decimal)}. Choose one.`,
  AMOUNT_NOT_PLAIN: () => `Use only the plain digits 0 to 9 and a point. ${amounts}`,
  AMOUNT_SIGNED: () => 'Leave out the sign: an amount is always above zero.',
  AMOUNT_HEXADECIMAL: () => 'Write the amount with the digits 0 to 9 only.',
  AMOUNT_EXPONENT: () => 'Write the amount out in digits, for example 1500 or 1.5k.',
  AMOUNT_UNDERSCORE: () => 'Leave out the “_”. Commas may separate thousands: 1,250.50.',
  AMOUNT_SPACES: () => 'Leave out the spaces. Commas may separate thousands: 1,250.50.',
  AMOUNT_POINTS: () => 'Use only one point, before the decimals: 1,250.50.',
  AMOUNT_POINT_FIRST: () => 'Put a digit before the point, for example 0.50.',
  AMOUNT_POINT_LAST: () => 'Put digits after the point, or leave the point out.',
  AMOUNT_COMMA_LATE: () => 'Use commas only before the point: 1,250.50.',
  AMOUNT_COMMAS: () => 'Use commas only between thousands, and a point for decimals: 1,250.50.',
  AMOUNT_SUFFIXES: () => 'Use one “k” (thousand) or one “m” (million).',
  AMOUNT_OTHER_CURRENCY: ({ currency }) =>
    `This bank’s only currency is ${currency}. Enter the number alone or with it: ` +
    `12 or 12 ${currency}.`,
  AMOUNT_UNREADABLE: () => `That is not an amount. ${amounts}`,
  AMOUNT_ZEROS_FIRST: () => 'Leave out the zeros at the beginning.',
  AMOUNT_DECIMALS: ({ decimalsMax, currency }) =>
    decimalsMax === 0
      ? `${currency} has no decimals: enter a whole number.`
      : `Enter at most ${decimals(decimalsMax)}: ${currency} has no more.`,
  AMOUNT_ZERO: () => 'The amount must be above zero.',
  AMOUNT_TOO_LARGE: ({ max }) => `That is more than an account can hold (${sum(max)}).`,

  APP_CODE_SHAPE: () => 'A code has six digits. Enter the one that your app shows now.',
  PROOF_CODE_EMPTY: () => 'Enter the code.',
  PROOF_CODE_SIGNS: () => 'A code contains only letters, digits and hyphens: ABCD-EFGH-JKMN-P.',
  PROOF_CODE_LENGTH: ({ mailed, recovery, length }) =>
    `A code from our e-mail has ${mailed} characters, a recovery code ${recovery}; this one has ${length}.`,

  BIRTH_DATE_EMPTY: () => 'Enter your date of birth as YYYY-MM-DD.',
  BIRTH_DATE_FUTURE: () => 'That date is in the future. Check the year.',
  BIRTH_DATE_TOO_OLD: () => 'That is too long ago. Check the year.',
  DATE_SHAPE: ({ example }) => `Write the date as YYYY-MM-DD, for example ${example}.`,
  DATE_UNKNOWN: () => 'This date does not exist. Check the day and the month.',
  MONTH_SHAPE: () => 'Write the month as YYYY-MM, for example 2026-03, or by its name.',
  DATE_AMBIGUOUS: ({ typed: text, dates: [one, other] }) =>
    `“${text}” could mean two dates. Write ${dayText(one)} or ${dayText(other)}.`,

  EMAIL_EMPTY: () => `Enter an e-mail address, for example ${address}.`,
  EMAIL_NOT_PLAIN: () =>
    'An e-mail address may have only plain letters a to z, digits and symbols.',
  EMAIL_SPACES: () => `An e-mail address has no spaces. Enter only the address: ${address}.`,
  EMAIL_TOO_LONG: () => 'That is too long for an e-mail address. Enter only one address.',
  EMAIL_AT: () => `An e-mail address has one “@”: ${address}.`,
  EMAIL_LOCAL_PART: () =>
    'The part before the “@” may have letters, digits, and symbols such as “.” in between.',
  EMAIL_POINT_LAST: () => `Leave out the dot at the end: ${address}.`,
  EMAIL_ENDING: () => 'The part after the “@” needs an ending, such as the “.com” of example.com.',
  EMAIL_DOMAIN: () => 'The part after the “@” must be a domain, such as example.com.',

  PHONE_EMPTY: () => 'Enter a phone number, for example +49 30 123456.',
  PHONE_NOT_PLAIN: () => 'Use only the plain digits 0 to 9.',
  PHONE_COUNTRY_CODE: () =>
    'Begin with “+” and the country code, not with 00: for example +49 30 123456.',
  PHONE_NOT_DIGITS: () =>
    'A phone number has a “+” and digits; you may separate them with spaces or hyphens.',
  PHONE_TOO_LONG: () => 'That is too long for a phone number.',
  PHONE_COUNTRY_UNKNOWN: () => 'No country has this code, or digits are missing. Check the number.',
  PHONE_LENGTH: () => 'This number is too short or too long for its country. Check the digits.',
  PHONE_UNKNOWN: () => 'There is no such number in its country. Check the digits.',

  CUSTOMER_QUERY_DIGITS: ({ number }) =>
    `${sentence(number)} Enter it again, or its last four digits, a phone number with + and the ` +
    'country code, or a Discord id of 17 to 20 digits.',
  DISCORD_USER_SHAPE: () =>
    'Enter a mention, or the 17 to 20 digits that *Copy User ID* gives in Discord’s developer mode.',

  MEMO_TOO_LONG: ({ lengthMax, length }) =>
    `A memo can have at most ${lengthMax} characters; this one has ${length}. Shorten it.`,

  NAME_HIDDEN: ({ sign }) =>
    `The name contains an invisible character (${codePointOf(sign)}). Type the name again ` +
    'without it.',
  NAME_EMPTY: () => 'Enter your name.',
  NAME_TOO_SHORT: ({ lengthMin }) =>
    `A name has at least ${lengthMin} letters. Enter your full name.`,
  NAME_TOO_LONG: ({ lengthMax, length }) =>
    `A name can have at most ${lengthMax} characters; this one has ${length}. Leave out a middle name.`,
  NAME_DIGITS: () => 'A name cannot contain digits. Spell out any number.',
  NAME_SIGN: ({ sign }) =>
    `Leave out ${shown(sign)}. A name contains only letters, spaces, hyphens, periods and apostrophes.`,
  NAME_BEGINNING: () => 'A name begins with a letter. Leave out what is before it.',
  NAME_SIGNS_DOUBLED: () =>
    'Write the name as it is in your passport, with at most one symbol between two letters.',
  NAME_RARE: ({ sign }) =>
    `Write the name in letters in everyday use: ${shown(sign)} is not one of them.`,
  NAME_MIXED: ({ sign, of, most }) =>
    `Write the whole name in one alphabet: ${shown(sign)} is ${of}, but most of it is ${most}.`,

  ...accountReasons,
  ...payeeReasons(shown),
  ...noticeReasons,

  REFERENCE_SHAPE: () => `A reference looks like 01AB-23CD-45EF-GHJ. ${reference}`,
  REFERENCE_MISTYPED: () =>
    'This reference has a typing mistake: its last characters do not match the others. ' +
    reference,
  REFERENCE_UNKNOWN: () => `No transaction has this reference. ${reference}`,
} satisfies Reasons;

type ReasonOf<C extends ReasonCode> = {
  readonly [Code in C]: { readonly code: Code; readonly data: ReasonData[Code] };
}[C];

function sentence<C extends ReasonCode>(reason: ReasonOf<C>): string {
  const all: Reasons = typed;
  return all[reason.code](reason.data);
}

const passwordWords: Record<PasswordWord, string> = {
  NAME: 'your name',
  EMAIL: 'your e-mail address',
  PHONE: 'your phone number',
  DATE_OF_BIRTH: 'your date of birth',
  BANK_NAME: 'the bank’s name',
};

/** What is wrong with a new password. */
export function passwordFault(fault: PasswordFault): string {
  switch (fault.kind) {
    case 'TOO_SHORT':
      return `Use at least ${fault.lengthMin} characters.`;
    case 'TOO_LONG':
      return `Use at most ${fault.lengthMax} characters.`;
    case 'HOLDS':
      return `It must not contain ${passwordWords[fault.what]}.`;
    case 'COMMON':
      return 'It is a common password or follows a pattern. Use several unusual words.';
    case 'UNCHANGED':
      return 'It is your current password. Choose a new one.';
  }
}

export const reasons = {
  sentence: (reason: Reason): string => sentence(reason),
  passwordFault,
  /** For any field of a form. */
  form: {
    missing: 'Please fill this in.',
    tooLong: 'That is too long.',
    unfit: 'That is not a valid entry.',
    lengthMax: (lengthMax: number) => `Use at most ${lengthMax} characters.`,
    oneMissing: (labels: readonly string[]) => `Fill in ${eitherOf(labels)}.`,
    onlyOne: (labels: readonly string[]) => `Fill in only one: ${eitherOf(labels)}.`,
    choice: 'Choose one of the answers.',
    choices: 'Choose each kind only once.',
    currencyName: 'Use 2 to 6 capital letters and digits, a letter first.',
    member: 'Choose one member.',
    days: 'Enter a whole number from 1 to 3660.',
    daysOrDates: 'Give either days or dates.',
    memberFromList: 'Choose a member from the list.',
    password: 'Enter your password.',
    passwordTooLong: (lengthMax: number) => `A password can have at most ${lengthMax} characters.`,
    passwordsDiffer: 'The passwords do not match.',
    daysReversed: 'This date is before the “From” date.',
    amountsReversed: 'The first amount is above the second one.',
    reason: 'Give a reason in a few words.',
  },
};

function eitherOf(labels: readonly string[]): string {
  return labels.map((label) => `“${label}”`).join(' or ');
}
