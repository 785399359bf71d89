/** Every refusal of the bank, with sample data. */
import {
  type AccountNumber,
  BankError,
  type ErrorCode,
  errorCodes,
  type ErrorData,
  type Reference,
  type Refused,
} from '../../src/bank/model/index.ts';

const currency = { code: 'GEM', scale: 2 };
const sum = { units: 125_050n, currency };
const limit = { limit: sum, left: { units: 0n, currency } };
const shortage = { available: sum, needed: sum };
const waitMs = 90_000;
const pot = '1234567897' as AccountNumber;
const reference = '01AB-23CD-45EF-GHJ' as Reference;

type Speaking = {
  readonly [C in ErrorCode as ErrorData[C] extends null ? never : C]: ErrorData[C];
};

const data: Speaking = {
  UNDER_AGE: { minimumAge: 18 },
  PASSWORD_WEAK: { fault: { kind: 'HOLDS', what: 'NAME' } },
  PASSKEYS_TOO_MANY: { max: 10 },
  ORDERS_TOO_MANY: { max: 20 },
  LOCKED_OUT: { waitMs, until: new Date(0) },
  CODE_WRONG: { hint: { kind: 'TRIES_LEFT', triesLeft: 1 } },
  CODE_EXPIRED: { purpose: 'EMAIL' },
  CODES_TOO_MANY: { waitMs, max: 3 },
  AMOUNT_ABOVE_LIMIT: { limit: sum },
  DAY_LIMIT_REACHED: limit,
  LIMIT_LOWERED: { ...limit, waitMs },
  OWN_LIMIT_REACHED: { ...limit, period: 'WEEK', freeAt: new Date(0) },
  FUNDS_INSUFFICIENT: shortage,
  AMOUNT_CHANGED: { now: sum },
  FEE_CHANGED: { now: sum },
  FEE_ABOVE_AMOUNT: { fee: sum, amount: sum },
  FEE_TOO_SOON: { first: '2027-01-31', days: 7 },
  INTEREST_TOO_SOON: { first: '2027-01-31', days: 7 },
  REQUEST_PAYERS: { max: 100 },
  REQUESTS_OPEN: { whose: 'OWN', max: 20 },
  REQUEST_SPLIT: { people: 40 },
  REQUEST_TIME: { fault: 'EXPIRY_LATE' },
  REQUEST_ENDED: { state: 'CANCELLED' },
  REQUEST_EXCEEDED: { left: sum },
  REMINDERS_USED: { max: 3 },
  BLOCKS_TOO_MANY: { max: 100 },
  ROLE_UNREADABLE: { why: 'INTENT' },
  SETUP_FIXED: { setting: 'DEPOSITS' },
  SETUP_CHANNEL: { why: 'PERMISSIONS', permissions: ['SendMessages'], field: 'log_channel' },
  SETUP_SERVER: { why: 'NONE' },
  HOLD_ENDED: { ending: 'VOIDED' },
  ACCOUNT_LOCKED: { unlockBy: 'OWNER' },
  ACCOUNTS_TOO_MANY: { max: 20, counted: 'OPEN' },
  ACCOUNT_IS_MAIN: { isOnly: false },
  ACCOUNT_NOT_EMPTY: { why: 'MONEY', balance: sum },
  ACCOUNT_IN_USE: { by: 'ORDER' },
  POT_ONLY_SAVES: { tried: 'PAY' },
  POT_LOCKED: { until: new Date(0), pot },
  POT_NOT_EMPTY: { balance: sum, pot },
  POT_DATE: { of: 'LOCK', fault: 'LATE', yearsMax: 10 },
  POT_LOCK_SHORTER: { until: new Date(0), waitHours: 72 },
  POT_RELEASING: { at: new Date(0) },
  SHARED_ROLE: { role: 'VIEWER', action: 'INVITE' },
  SHARED_ALLOWANCE: limit,
  SHARED_SELF: { tried: 'CHANGE_ROLE' },
  SHARED_ALREADY: { what: 'INVITED' },
  SHARED_TOO_MANY: { what: 'MEMBERS', max: 25 },
  SHARED_INVITATION_OVER: { state: 'EXPIRED' },
  SHARED_APPROVAL: { needed: 2 },
  SHARED_APPROVERS: { needed: 2, approvers: 1 },
  SHARED_APPROVER_NEW: { days: 3 },
  SHARED_APPROVAL_OVER: { state: 'DECLINED', by: 'Max M.' },
  ERASURE_IMPOSSIBLE: { obstacle: 'BALANCE' },
  STAFF_LIMIT_REACHED: limit,
  STATE_UNCHANGED: { state: 'NOT_FROZEN' },
  PAYEES_TOO_MANY: { max: 100 },
  REVERSAL_DONE: { reference },
  REVERSAL_SHORT: shortage,
  ROLE_UNCHANGED: { role: 'TELLER' },
  APPROVAL_DECIDED: { state: 'DECLINED' },
  APPROVAL_OWN: { decider: 'MAKER' },
  DEPOSITS_WAITING: { count: 5 },
  REQUESTS_TOO_MANY: { waitMs, from: 'SERVER' },
  NOT_BOOKABLE: { reference },
  OUTCOME_UNKNOWN: { reference },
};

export const refusals = errorCodes.map(
  (code) => ({ code, data: code in data ? data[code as keyof Speaking] : null }) as Refused,
);

export const errorOf = (code: ErrorCode): BankError =>
  BankError.of(refusals.find((one) => one.code === code)!);
