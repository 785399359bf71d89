/** Why typed text was refused: a code with data. The sentences are in src/words. */
import { bad, type Result } from '../../../lib/result.ts';
import type { Money } from '../base/error-data.ts';

interface Length {
  readonly lengthMax: number;
  readonly length: number;
}
interface Sign {
  /** One character, as typed. */
  readonly sign: string;
}

/** Null: the reason has no data. */
export interface ReasonData {
  readonly ACCOUNT_NUMBER_EMPTY: null;
  readonly ACCOUNT_NUMBER_NOT_DIGITS: null;
  readonly ACCOUNT_NUMBER_LENGTH: { readonly expected: number; readonly length: number };
  readonly ACCOUNT_NUMBER_ZERO: null;
  readonly ACCOUNT_NUMBER_MISTYPED: null;

  readonly AMOUNT_EMPTY: null;
  readonly AMOUNT_TOO_LONG: null;
  /** The share as typed. */
  readonly AMOUNT_SHARE: { readonly share: string };
  /** The amount if the sign separates thousands, and if it separates decimals, where it can. */
  readonly AMOUNT_AMBIGUOUS: {
    readonly typed: string;
    readonly whole: Money;
    readonly decimal: Money | null;
  };
  readonly AMOUNT_NOT_PLAIN: null;
  readonly AMOUNT_SIGNED: null;
  readonly AMOUNT_HEXADECIMAL: null;
  readonly AMOUNT_EXPONENT: null;
  readonly AMOUNT_UNDERSCORE: null;
  readonly AMOUNT_SPACES: null;
  readonly AMOUNT_POINTS: null;
  readonly AMOUNT_POINT_FIRST: null;
  readonly AMOUNT_POINT_LAST: null;
  readonly AMOUNT_COMMA_LATE: null;
  readonly AMOUNT_COMMAS: null;
  readonly AMOUNT_SUFFIXES: null;
  readonly AMOUNT_OTHER_CURRENCY: { readonly currency: string };
  readonly AMOUNT_UNREADABLE: null;
  readonly AMOUNT_ZEROS_FIRST: null;
  readonly AMOUNT_DECIMALS: { readonly decimalsMax: number; readonly currency: string };
  readonly AMOUNT_ZERO: null;
  readonly AMOUNT_TOO_LARGE: { readonly max: Money };

  readonly APP_CODE_SHAPE: null;
  readonly PROOF_CODE_EMPTY: null;
  readonly PROOF_CODE_SIGNS: null;
  readonly PROOF_CODE_LENGTH: {
    readonly mailed: number;
    readonly recovery: number;
    readonly length: number;
  };

  readonly BIRTH_DATE_EMPTY: null;
  readonly BIRTH_DATE_FUTURE: null;
  readonly BIRTH_DATE_TOO_OLD: null;
  readonly DATE_SHAPE: { readonly example: string };
  readonly DATE_UNKNOWN: null;
  readonly MONTH_SHAPE: null;
  /** The two possible days, as YYYY-MM-DD. */
  readonly DATE_AMBIGUOUS: { readonly typed: string; readonly dates: readonly [string, string] };

  readonly EMAIL_EMPTY: null;
  readonly EMAIL_NOT_PLAIN: null;
  readonly EMAIL_SPACES: null;
  readonly EMAIL_TOO_LONG: null;
  readonly EMAIL_AT: null;
  readonly EMAIL_LOCAL_PART: null;
  readonly EMAIL_POINT_LAST: null;
  readonly EMAIL_ENDING: null;
  readonly EMAIL_DOMAIN: null;

  readonly PHONE_EMPTY: null;
  readonly PHONE_NOT_PLAIN: null;
  readonly PHONE_COUNTRY_CODE: null;
  readonly PHONE_NOT_DIGITS: null;
  readonly PHONE_TOO_LONG: null;
  readonly PHONE_COUNTRY_UNKNOWN: null;
  readonly PHONE_LENGTH: null;
  readonly PHONE_UNKNOWN: null;

  /** Not a phone number, and for this reason not an account number. */
  readonly CUSTOMER_QUERY_DIGITS: { readonly number: Reason };
  readonly DISCORD_USER_SHAPE: null;

  readonly MEMO_TOO_LONG: Length;

  readonly NAME_HIDDEN: Sign;
  readonly NAME_EMPTY: null;
  readonly NAME_TOO_SHORT: { readonly lengthMin: number };
  readonly NAME_TOO_LONG: Length;
  readonly NAME_DIGITS: null;
  readonly NAME_SIGN: Sign;
  readonly NAME_BEGINNING: null;
  readonly NAME_SIGNS_DOUBLED: null;
  readonly NAME_RARE: Sign;
  /** The sign belongs to the writing system `of`, most of the name to `most`. */
  readonly NAME_MIXED: Sign & { readonly of: string; readonly most: string };

  readonly NICKNAME_EMPTY: null;
  readonly NICKNAME_TOO_LONG: Length;
  readonly NICKNAME_SIGN: Sign;
  readonly NICKNAME_LETTERLESS: null;
  readonly NICKNAME_RESERVED: null;
  /** No name, number or last four digits of an account. */
  readonly OWN_ACCOUNT_SHAPE: null;
  /** No account number, reference or nickname. */
  readonly PAYEE_SHAPE: null;

  readonly QUIET_HOURS_SHAPE: null;
  /** Equal times would be the whole day or nothing. */
  readonly QUIET_HOURS_EQUAL: null;

  readonly REFERENCE_SHAPE: null;
  readonly REFERENCE_MISTYPED: null;
  readonly REFERENCE_UNKNOWN: null;

  /** Up to three zones whose names contain the text. */
  readonly TIME_ZONE_UNKNOWN: { readonly similar: readonly string[] };
}

export type ReasonCode = keyof ReasonData;
export type Reason = {
  readonly [Code in ReasonCode]: { readonly code: Code; readonly data: ReasonData[Code] };
}[ReasonCode];

type ReasonArguments = {
  readonly [Code in ReasonCode]: ReasonData[Code] extends null
    ? [code: Code]
    : [code: Code, data: ReasonData[Code]];
}[ReasonCode];

/** The parsed value, or the reason why the text is invalid. */
export type Read<Value> = Result<Value, Reason>;

export const reason = (...[code, data]: ReasonArguments): Reason =>
  ({ code, data: data ?? null }) as Reason;

export const unreadable = (...args: ReasonArguments): Result<never, Reason> => bad(reason(...args));
