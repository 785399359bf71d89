/** The data of each error code: facts, never text. */
import type { LimitPeriod } from './own-limits.ts';
import type { ChannelFault, SetupName } from './setup.ts';
import type { SharedErrors } from './shared-errors.ts';
import type {
  AccountNumber,
  ApprovalState,
  Currency,
  HoldEnding,
  Reference,
  StaffRole,
} from './types.ts';

/** A sum in an error; may be zero. */
export interface Money {
  readonly units: bigint;
  readonly currency: Currency;
}

/** What is wrong with a new password. */
export type PasswordFault =
  | { readonly kind: 'TOO_SHORT'; readonly lengthMin: number }
  | { readonly kind: 'TOO_LONG'; readonly lengthMax: number }
  | { readonly kind: 'HOLDS'; readonly what: PasswordWord }
  | { readonly kind: 'COMMON' | 'UNCHANGED' };
/** What a password must not contain. */
export type PasswordWord = 'NAME' | 'EMAIL' | 'PHONE' | 'DATE_OF_BIRTH' | 'BANK_NAME';

/** RECOVERY: a new password. EMAIL: a changed address. UNLOCK: lifting the owner's lock. */
export type CodePurpose = 'RECOVERY' | 'EMAIL' | 'UNLOCK';
/** What the customer can do after a wrong code. */
export type CodeHint =
  | { readonly kind: 'TRIES_LEFT'; readonly triesLeft: number }
  | { readonly kind: 'NEW_CODE'; readonly purpose: CodePurpose }
  | { readonly kind: 'NEXT_APP_CODE' | 'APP_OR_RECOVERY_CODE' };

/** What is wrong with the days of a request. */
export type RequestTimeFault =
  'DUE_PAST' | 'DUE_LATE' | 'EXPIRY_PAST' | 'EXPIRY_LATE' | 'EXPIRY_BEFORE_DUE';
/**
 * Why the members of a role cannot be read. INTENT: Discord does not let the bot. SERVER: direct
 * messages have no roles. SIZE: too many members to look through. LATE: Discord did not answer.
 */
export type RoleUnreadable = 'INTENT' | 'SERVER' | 'SIZE' | 'LATE';

/** What is wrong with the day of a pot's goal or lock. LATE: too many years ahead. */
export interface PotDateFault {
  readonly of: 'GOAL' | 'LOCK';
  readonly fault: 'PAST' | 'LATE';
  readonly yearsMax: number;
}

interface Limit {
  readonly limit: Money;
  readonly left: Money;
}
interface Shortage {
  readonly available: Money;
  readonly needed: Money;
  /** What of it is the fee, where there is one. */
  readonly fee?: Money;
}
interface Wait {
  readonly waitMs: number;
}

/** Null: the code has no data. */
export interface ErrorData extends SharedErrors {
  readonly REQUEST_REUSED: null;
  readonly SESSION_MISSING: null;
  readonly SESSION_EXPIRED: null;
  readonly NOT_REGISTERED: null;
  readonly ALREADY_REGISTERED: null;
  readonly CONTACT_TAKEN: null;
  readonly UNDER_AGE: { readonly minimumAge: number };
  readonly PASSWORD_WEAK: { readonly fault: PasswordFault };
  readonly CREDENTIALS_WRONG: null;
  readonly LOCKED_OUT: Wait & { readonly until: Date };
  readonly PASSWORD_WRONG: null;
  readonly CODE_NEEDED: null;
  readonly CODE_WRONG: { readonly hint: CodeHint };
  readonly CODE_EXPIRED: { readonly purpose: CodePurpose };
  readonly CODES_TOO_MANY: Wait & { readonly max: number };
  readonly MAIL_UNAVAILABLE: null;
  readonly AMOUNT_UNCLEAR: null;
  readonly AMOUNT_ABOVE_LIMIT: { readonly limit: Money };
  readonly DAY_LIMIT_REACHED: Limit;
  readonly LIMIT_LOWERED: Limit & Wait;
  /** A limit that the customer has set; null: each payment has it anew. */
  readonly OWN_LIMIT_REACHED: Limit & {
    readonly period: LimitPeriod;
    readonly freeAt: Date | null;
  };
  readonly OWN_LIMIT_UNCHANGED: null;
  readonly FUNDS_INSUFFICIENT: Shortage;
  /** What the share of the balance that was asked for is now. */
  readonly AMOUNT_CHANGED: { readonly now: Money };
  /** The fee on the card is no longer the one that is charged. */
  readonly FEE_CHANGED: { readonly now: Money };
  readonly FEE_ABOVE_AMOUNT: { readonly fee: Money; readonly amount: Money };
  /** Fees are announced so many days before they hold. */
  readonly FEE_TOO_SOON: { readonly first: string; readonly days: number };
  readonly FEE_RANGE: null;
  /** As fees. */
  readonly INTEREST_TOO_SOON: { readonly first: string; readonly days: number };
  readonly STEP_UP_NEEDED: null;
  readonly TOTP_NEEDED: null;
  readonly TOTP_ENABLED: null;
  readonly TOTP_MISSING: null;
  readonly PASSKEY_WRONG: null;
  readonly PASSKEY_CLONED: null;
  readonly PASSKEY_MISSING: null;
  readonly PASSKEYS_TOO_MANY: { readonly max: number };
  readonly BALANCE_TOO_LARGE: null;
  readonly ACCOUNT_FROZEN: null;
  readonly ACCOUNT_LOCKED: {
    /** OWNER: the request came from another person. MAILED_CODE: a code has just been mailed. */
    readonly unlockBy: 'OWNER' | 'MAILED_CODE' | 'RECOVERY_CODE';
  };
  readonly ACCOUNT_CLOSED: null;
  /** Not exactly one of the customer's open accounts. */
  readonly ACCOUNT_UNKNOWN: null;
  /** ALL: closed ones are counted too. */
  readonly ACCOUNTS_TOO_MANY: { readonly max: number; readonly counted: 'OPEN' | 'ALL' };
  readonly ACCOUNT_NAME_TAKEN: null;
  /** The main account cannot be closed. */
  readonly ACCOUNT_IS_MAIN: { readonly isOnly: boolean };
  /** HELD: money is set aside for a payment. */
  readonly ACCOUNT_NOT_EMPTY: { readonly why: 'MONEY' | 'HELD'; readonly balance: Money };
  readonly ACCOUNT_IN_USE: {
    readonly by: 'ORDER' | 'MEMBER_ORDER' | 'REQUEST' | 'DEPOSIT' | 'POT';
  };
  /** A pot only takes money from its owner's other accounts, and pays it back to them. */
  readonly POT_ONLY_SAVES: { readonly tried: 'PAY' | 'RECEIVE' | 'MAIN' | 'OTHER' };
  /** Not exactly one of the customer's open pots. */
  readonly POT_UNKNOWN: null;
  /** Nothing leaves the pot before this time. */
  readonly POT_LOCKED: { readonly until: Date; readonly pot: AccountNumber };
  readonly POT_NOT_EMPTY: { readonly balance: Money; readonly pot: AccountNumber };
  readonly POT_DATE: PotDateFault;
  /** A lock can become longer, and its wait too, but neither shorter. */
  readonly POT_LOCK_SHORTER: { readonly until: Date; readonly waitHours: number };
  readonly POT_NOT_LOCKED: null;
  /** An early release was asked for before. */
  readonly POT_RELEASING: { readonly at: Date };
  /** The card's round-up can no longer be saved. */
  readonly ROUND_UP_CHANGED: null;
  /** Amounts have no decimals, so that none has a rest to the next unit. */
  readonly ROUND_UP_WHOLE: null;
  /** What the member may pay from the shared account in this month. */
  readonly SHARED_ALLOWANCE: Limit;
  readonly ERASURE_IMPOSSIBLE: {
    readonly obstacle: 'ROLE' | 'FROZEN_OR_LOCKED' | 'ORDER' | 'SHARED' | 'BALANCE';
  };
  readonly TARGET_SAME: null;
  readonly TARGET_UNAVAILABLE: null;
  readonly MEMBER_UNAVAILABLE: null;
  readonly NICKNAME_TAKEN: null;
  readonly NICKNAME_UNKNOWN: null;
  /** A name with the end of an account number, of none or several people paid before. */
  readonly PAYEE_UNCLEAR: null;
  readonly PAYEES_TOO_MANY: { readonly max: number };
  readonly STAFF_RIGHT_MISSING: null;
  readonly STAFF_SELF: null;
  readonly STAFF_CYCLE: null;
  readonly STAFF_LIMIT_REACHED: Limit;
  readonly CUSTOMER_UNKNOWN: null;
  readonly STATE_UNCHANGED: {
    readonly state: 'FROZEN_OR_CLOSED' | 'NOT_FROZEN' | 'NOT_LOCKED';
  };
  readonly MEMBER_HAS_ACCOUNT: null;
  readonly TRANSACTION_UNKNOWN: null;
  /** The reference of the existing reversal. */
  readonly REVERSAL_DONE: { readonly reference: Reference };
  readonly REVERSAL_IMPOSSIBLE: null;
  readonly REVERSAL_SHORT: Shortage;
  readonly REVERSAL_CLOSED: null;
  /** The member's role before and after; null: none. */
  readonly ROLE_UNCHANGED: { readonly role: StaffRole | null };
  readonly APPROVAL_UNKNOWN: null;
  readonly APPROVAL_DECIDED: { readonly state: Exclude<ApprovalState, 'OPEN' | 'EXPIRED'> };
  readonly APPROVAL_EXPIRED: null;
  /** The decider's part in the request. */
  readonly APPROVAL_OWN: { readonly decider: 'MAKER' | 'BENEFICIARY' };
  readonly APPROVAL_WAITING: null;
  readonly STUCK_SETTLED: null;
  readonly DEPOSIT_NEEDS_APPROVAL: null;
  readonly DEPOSITS_WAITING: { readonly count: number };
  /** Whose requests exceed the limit. */
  readonly REQUESTS_TOO_MANY: Wait & { readonly from: 'PERSON' | 'SERVER' | 'EVERYONE' };
  readonly REQUEST_SELF: null;
  readonly REQUEST_PAYERS: { readonly max: number };
  readonly REQUEST_UNWANTED: null;
  /** OWN: of the asker; PAYER: of the one person who was named. */
  readonly REQUESTS_OPEN: { readonly whose: 'OWN' | 'PAYER'; readonly max: number };
  readonly REQUEST_SPLIT: { readonly people: number };
  readonly REQUEST_TIME: { readonly fault: RequestTimeFault };
  readonly REQUEST_CHANGED: null;
  readonly REQUEST_UNKNOWN: null;
  readonly REQUEST_REFERENCE_UNKNOWN: null;
  readonly REQUEST_ENDED: { readonly state: 'PAID' | 'DECLINED' | 'CANCELLED' | 'EXPIRED' };
  readonly REQUEST_EXCEEDED: { readonly left: Money };
  readonly REMINDERS_USED: { readonly max: number };
  readonly BLOCKS_TOO_MANY: { readonly max: number };
  readonly ROLE_UNREADABLE: { readonly why: RoleUnreadable };
  readonly SETUP_FORBIDDEN: null;
  readonly SETUP_FIXED: { readonly setting: SetupName };
  /** `field` is the one in which the channel was typed. */
  readonly SETUP_CHANNEL: ChannelFault & { readonly field: 'staff_channel' | 'log_channel' };
  /** DIRECT: not asked in a server; NONE: it needs a staff server. */
  readonly SETUP_SERVER: { readonly why: 'DIRECT' | 'NONE' };
  /** Money was booked in the present currency. */
  readonly SETUP_CURRENCY: null;
  readonly HOLD_UNKNOWN: null;
  readonly HOLD_ENDED: { readonly ending: HoldEnding };
  readonly HOLD_EXCEEDED: null;
  readonly ORDER_UNKNOWN: null;
  readonly ORDER_OVER: null;
  readonly ORDER_NOT_ACTIVE: null;
  readonly ORDER_PAUSED_BY_STAFF: null;
  readonly ORDERS_TOO_MANY: { readonly max: number };
  readonly ORDER_FIRST_PAST: null;
  readonly ORDER_WITHOUT_DAYS: null;
  readonly TIME_ZONE_MISSING: null;
  readonly BANK_HALTED: null;
  readonly NOT_BOOKABLE: { readonly reference: Reference };
  readonly BANK_BUSY: null;
  readonly CHANGE_UNKNOWN: null;
  readonly OUTCOME_UNKNOWN: { readonly reference: Reference };
}
