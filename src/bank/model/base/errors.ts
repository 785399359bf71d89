/** Expected errors of the bank: a code with typed data. The words are in src/words. */
import type { ErrorData } from './error-data.ts';

export type ErrorCode = keyof ErrorData;

/**
 * What an error assures the customer of. BY_COMMAND: that no money moved or that nothing changed,
 * depending on the command. NONE: its own text says what happened, or the outcome is unknown.
 */
export type Assurance =
  'NOTHING_MOVED' | 'NOTHING_CHANGED' | 'NOTHING_SAVED' | 'BY_COMMAND' | 'NONE';

export const assurances: Readonly<Record<ErrorCode, Assurance>> = {
  REQUEST_REUSED: 'BY_COMMAND',
  SESSION_MISSING: 'BY_COMMAND',
  SESSION_EXPIRED: 'BY_COMMAND',
  NOT_REGISTERED: 'NONE',
  ALREADY_REGISTERED: 'NONE',
  CONTACT_TAKEN: 'NOTHING_SAVED',
  UNDER_AGE: 'NOTHING_SAVED',
  PASSWORD_WEAK: 'NONE',
  CREDENTIALS_WRONG: 'NONE',
  LOCKED_OUT: 'NOTHING_CHANGED',
  PASSWORD_WRONG: 'NOTHING_CHANGED',
  CODE_NEEDED: 'NOTHING_CHANGED',
  CODE_WRONG: 'NOTHING_CHANGED',
  CODE_EXPIRED: 'NOTHING_CHANGED',
  CODES_TOO_MANY: 'NONE',
  MAIL_UNAVAILABLE: 'NOTHING_SAVED',
  AMOUNT_UNCLEAR: 'NOTHING_MOVED',
  AMOUNT_ABOVE_LIMIT: 'NOTHING_MOVED',
  DAY_LIMIT_REACHED: 'NOTHING_MOVED',
  LIMIT_LOWERED: 'NOTHING_MOVED',
  FUNDS_INSUFFICIENT: 'NOTHING_MOVED',
  AMOUNT_CHANGED: 'NOTHING_MOVED',
  STEP_UP_NEEDED: 'BY_COMMAND',
  TOTP_NEEDED: 'BY_COMMAND',
  TOTP_ENABLED: 'NOTHING_CHANGED',
  TOTP_MISSING: 'NOTHING_CHANGED',
  BALANCE_TOO_LARGE: 'NOTHING_MOVED',
  ACCOUNT_FROZEN: 'NOTHING_MOVED',
  ACCOUNT_LOCKED: 'BY_COMMAND',
  ACCOUNT_CLOSED: 'BY_COMMAND',
  ACCOUNT_UNKNOWN: 'BY_COMMAND',
  ACCOUNTS_TOO_MANY: 'NOTHING_CHANGED',
  ACCOUNT_NAME_TAKEN: 'NOTHING_CHANGED',
  ACCOUNT_IS_MAIN: 'NOTHING_MOVED',
  ACCOUNT_NOT_EMPTY: 'NOTHING_MOVED',
  ACCOUNT_IN_USE: 'NOTHING_MOVED',
  ERASURE_IMPOSSIBLE: 'NOTHING_CHANGED',
  TARGET_SAME: 'NOTHING_MOVED',
  TARGET_UNAVAILABLE: 'NOTHING_MOVED',
  MEMBER_UNAVAILABLE: 'NOTHING_MOVED',
  NICKNAME_TAKEN: 'NOTHING_CHANGED',
  NICKNAME_UNKNOWN: 'BY_COMMAND',
  PAYEE_UNCLEAR: 'BY_COMMAND',
  PAYEES_TOO_MANY: 'NOTHING_CHANGED',
  STAFF_RIGHT_MISSING: 'BY_COMMAND',
  STAFF_SELF: 'BY_COMMAND',
  STAFF_CYCLE: 'NOTHING_MOVED',
  STAFF_LIMIT_REACHED: 'NOTHING_MOVED',
  CUSTOMER_UNKNOWN: 'BY_COMMAND',
  STATE_UNCHANGED: 'NOTHING_CHANGED',
  MEMBER_HAS_ACCOUNT: 'NOTHING_CHANGED',
  TRANSACTION_UNKNOWN: 'NOTHING_MOVED',
  REVERSAL_DONE: 'NOTHING_MOVED',
  REVERSAL_IMPOSSIBLE: 'NOTHING_MOVED',
  REVERSAL_SHORT: 'NOTHING_MOVED',
  REVERSAL_CLOSED: 'NOTHING_MOVED',
  ROLE_UNCHANGED: 'NOTHING_CHANGED',
  APPROVAL_UNKNOWN: 'BY_COMMAND',
  APPROVAL_DECIDED: 'NONE',
  APPROVAL_EXPIRED: 'NONE',
  APPROVAL_OWN: 'BY_COMMAND',
  APPROVAL_WAITING: 'BY_COMMAND',
  STUCK_SETTLED: 'NONE',
  DEPOSIT_NEEDS_APPROVAL: 'NOTHING_MOVED',
  DEPOSITS_WAITING: 'NOTHING_MOVED',
  REQUESTS_TOO_MANY: 'BY_COMMAND',
  REQUEST_SELF: 'NOTHING_MOVED',
  REQUEST_PAYERS: 'NOTHING_MOVED',
  REQUEST_UNWANTED: 'NOTHING_MOVED',
  REQUESTS_OPEN: 'NOTHING_MOVED',
  REQUEST_SPLIT: 'NOTHING_MOVED',
  REQUEST_TIME: 'NOTHING_MOVED',
  REQUEST_CHANGED: 'NOTHING_MOVED',
  REQUEST_UNKNOWN: 'NOTHING_MOVED',
  REQUEST_REFERENCE_UNKNOWN: 'NOTHING_CHANGED',
  REQUEST_ENDED: 'NOTHING_MOVED',
  REQUEST_EXCEEDED: 'NOTHING_MOVED',
  REMINDERS_USED: 'NOTHING_CHANGED',
  BLOCKS_TOO_MANY: 'NOTHING_CHANGED',
  ROLE_UNREADABLE: 'NOTHING_MOVED',
  HOLD_UNKNOWN: 'NOTHING_MOVED',
  HOLD_ENDED: 'NOTHING_MOVED',
  HOLD_EXCEEDED: 'NOTHING_MOVED',
  ORDER_UNKNOWN: 'NOTHING_CHANGED',
  ORDER_OVER: 'NOTHING_CHANGED',
  ORDER_NOT_ACTIVE: 'NOTHING_CHANGED',
  ORDER_PAUSED_BY_STAFF: 'NOTHING_CHANGED',
  ORDERS_TOO_MANY: 'NOTHING_CHANGED',
  ORDER_FIRST_PAST: 'NOTHING_CHANGED',
  ORDER_WITHOUT_DAYS: 'NOTHING_CHANGED',
  TIME_ZONE_MISSING: 'NOTHING_CHANGED',
  BANK_HALTED: 'NOTHING_MOVED',
  NOT_BOOKABLE: 'BY_COMMAND',
  BANK_BUSY: 'BY_COMMAND',
  CHANGE_UNKNOWN: 'NONE',
  OUTCOME_UNKNOWN: 'NONE',
};

export const errorCodes = Object.keys(assurances) as readonly ErrorCode[];

/** A code with its data. */
export type Refused<C extends ErrorCode = ErrorCode> = {
  readonly [Code in C]: { readonly code: Code; readonly data: ErrorData[Code] };
}[C];

/** Arguments of a BankError; the data is optional where the code has none. */
export type RefusedArguments<C extends ErrorCode = ErrorCode> = {
  readonly [Code in C]: ErrorData[Code] extends null
    ? [code: Code, data?: null, cause?: unknown]
    : [code: Code, data: ErrorData[Code], cause?: unknown];
}[C];

export const refusedWith = (...[code, data]: RefusedArguments): Refused =>
  ({ code, data: data ?? null }) as Refused;

/** An expected error. Any other error that is thrown is a defect. */
export class BankError extends Error {
  override readonly name = 'BankError';
  readonly code: ErrorCode;
  readonly refused: Refused;

  constructor(...args: RefusedArguments) {
    const [code, , cause] = args;
    super(code, cause === undefined ? {} : { cause });
    this.code = code;
    this.refused = refusedWith(...args);
  }

  static of({ code, data }: Refused): BankError {
    return new BankError(...([code, data] as RefusedArguments));
  }
}
