/** Refusals of payees and nicknames. */
import type { ErrorCode, ErrorData, ReasonCode, ReasonData } from '../../../bank/model/index.ts';

export const payeeSentences = {
  NICKNAME_TAKEN: (_, nothing) =>
    `You already have a payee with this nickname. ${nothing} Choose another one.`,
  NICKNAME_UNKNOWN: (_, nothing) =>
    'You have no payee with this nickname. ' +
    `${nothing} Enter an account number, or choose from your payees.`,
  PAYEE_UNCLEAR: (_, nothing) =>
    'This does not name exactly one person you have paid. ' +
    `${nothing} Enter the account number.`,
  PAYEES_TOO_MANY: ({ max }, nothing) =>
    `You can save at most ${max} payees. ${nothing} Remove one first.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** `shown` quotes a sign where it formats and mentions nothing. */
export const payeeReasons = (shown: (sign: string) => string) =>
  ({
    NICKNAME_EMPTY: () => 'Enter a nickname.',
    NICKNAME_TOO_LONG: ({ lengthMax, length }) =>
      `A nickname can have at most ${lengthMax} characters; this one has ${length}. Shorten it.`,
    NICKNAME_LETTERLESS: () => 'A nickname has at least one letter. Add one.',
    NICKNAME_RESERVED: () =>
      'This looks like the reference or the name in a payment. Choose another nickname.',
    PAYEE_SHAPE: () =>
      'Enter an account number (10 digits), a nickname, or the reference of a payment you received.',
    NICKNAME_SIGN: ({ sign }) =>
      `Leave out ${shown(sign)}. A nickname contains only letters, digits, spaces and . ’ & + / -`,
  }) satisfies { readonly [C in ReasonCode]?: (data: ReasonData[C]) => string };
