/**
 * What a person can do after each refusal and at each end of a conversation. The tables are the
 * only place that decides it; `tests/unit/bot/next-steps.test.ts` checks that none is missing.
 */
import type { ErrorCode } from '../../bank/index.ts';
import type { Words } from '../../words/index.ts';

export type Lateness = keyof Words['replies']['late'];

/** Commands that a button opens: with their form, or at once where they have none. */
export const openings = {
  balance: 'balance',
  accounts: 'account list',
  mainAccount: 'account main',
  pots: 'pot list',
  limits: 'limits show',
  fees: 'fees',
  newPot: 'pot new',
  sharedMembers: 'account share members',
  sharedInvitations: 'account share invitations',
  sharedRole: 'account share role',
  sharedClose: 'account share close',
  sharedApprovals: 'account share approvals',
  sharedRule: 'account share rule',
  deposit: 'deposit',
  history: 'history',
  payees: 'payee list',
  orders: 'schedule list',
  newOrder: 'schedule create',
  send: 'transfer',
  withdraw: 'withdraw',
  requests: 'request list',
  blocks: 'request block',
  help: 'help',
  logins: 'session',
  unlock: 'unlock',
  newPassword: 'forgot-password',
  profile: 'profile view',
  changeDetails: 'profile update',
  security: 'security',
  findCustomer: 'staff customer find',
  viewCustomer: 'staff customer view',
  customerRequests: 'staff request list',
  freeze: 'staff customer freeze',
  adjust: 'staff adjust',
  approvals: 'staff approvals list',
  stuck: 'staff stuck list',
  roles: 'staff role list',
} as const;
export type Opening = keyof typeof openings;

export type NextStep =
  | Opening
  /** The form again, filled with what was typed. */
  | 'edit'
  /** The second page of the form, filled in the same way. */
  | 'more'
  /** The same again with what was typed. */
  | 'again'
  /** A login or registration, and then what was wanted goes on. */
  | 'login'
  | 'register'
  /** A deposit, and then what was wanted goes on. */
  | 'depositFirst'
  /** The same payment with all that is available, or with what the limit allows. */
  | 'sendAll'
  | 'sendLeft'
  /** All that is in the pot that was refused, and the early release of its lock. */
  | 'takeAll'
  | 'releasePot'
  /** The same request by its id: it is booked once, however often it is asked. */
  | 'check'
  /** A public message that asks the member to open an account. */
  | 'invite'
  /** How to reach the bank's staff. */
  | 'staff';

const edit = ['edit'] as const;

/** The first step is the most likely one. */
export const refusalSteps: Readonly<Record<ErrorCode | 'STAFF_ONLY', readonly NextStep[]>> = {
  REQUEST_REUSED: ['again'],
  SESSION_MISSING: ['login'],
  SESSION_EXPIRED: ['login'],
  NOT_REGISTERED: ['register'],
  ALREADY_REGISTERED: ['login', 'newPassword'],
  CONTACT_TAKEN: edit,
  UNDER_AGE: edit,
  PASSWORD_WEAK: edit,
  CREDENTIALS_WRONG: ['edit', 'newPassword'],
  LOCKED_OUT: ['again', 'newPassword'],
  PASSWORD_WRONG: ['edit', 'newPassword'],
  CODE_NEEDED: edit,
  CODE_WRONG: edit,
  CODE_EXPIRED: ['again'],
  CODES_TOO_MANY: ['staff'],
  MAIL_UNAVAILABLE: edit,
  AMOUNT_UNCLEAR: edit,
  AMOUNT_ABOVE_LIMIT: ['edit', 'sendLeft'],
  DAY_LIMIT_REACHED: ['sendLeft', 'edit'],
  LIMIT_LOWERED: ['sendLeft', 'edit'],
  OWN_LIMIT_REACHED: ['sendLeft', 'limits', 'edit'],
  OWN_LIMIT_UNCHANGED: ['edit', 'limits'],
  FUNDS_INSUFFICIENT: ['depositFirst', 'sendAll', 'edit'],
  AMOUNT_CHANGED: ['again'],
  FEE_CHANGED: ['again'],
  FEE_ABOVE_AMOUNT: ['edit', 'fees'],
  FEE_TOO_SOON: ['more', 'edit'],
  FEE_RANGE: ['more', 'edit'],
  INTEREST_TOO_SOON: ['edit'],
  STEP_UP_NEEDED: ['again'],
  TOTP_NEEDED: ['security'],
  TOTP_ENABLED: ['security'],
  TOTP_MISSING: ['security'],
  PASSKEY_WRONG: ['again', 'security'],
  PASSKEY_CLONED: ['security'],
  PASSKEY_MISSING: ['security'],
  PASSKEYS_TOO_MANY: ['security'],
  BALANCE_TOO_LARGE: edit,
  ACCOUNT_FROZEN: ['staff'],
  ACCOUNT_LOCKED: ['unlock'],
  ACCOUNT_CLOSED: ['staff'],
  ACCOUNT_UNKNOWN: ['edit', 'accounts'],
  ACCOUNTS_TOO_MANY: ['accounts'],
  ACCOUNT_NAME_TAKEN: ['edit', 'accounts'],
  ACCOUNT_IS_MAIN: ['mainAccount', 'accounts'],
  ACCOUNT_NOT_EMPTY: ['send', 'accounts', 'history'],
  ACCOUNT_IN_USE: ['orders', 'requests', 'pots', 'accounts'],
  POT_ONLY_SAVES: ['pots', 'edit'],
  POT_UNKNOWN: ['edit', 'pots', 'newPot'],
  POT_LOCKED: ['releasePot', 'pots'],
  POT_NOT_EMPTY: ['takeAll', 'pots'],
  POT_DATE: edit,
  POT_LOCK_SHORTER: ['edit', 'pots'],
  POT_NOT_LOCKED: ['pots'],
  POT_RELEASING: ['pots'],
  ROUND_UP_CHANGED: ['again'],
  ROUND_UP_WHOLE: edit,
  SHARED_ROLE: ['edit', 'sharedMembers'],
  SHARED_ALLOWANCE: ['sendLeft', 'edit', 'sharedMembers'],
  SHARED_NAME: edit,
  SHARED_SELF: ['sharedMembers', 'edit', 'sharedApprovals'],
  SHARED_LAST_MANAGER: ['sharedRole', 'sharedClose', 'sharedMembers'],
  SHARED_MEMBER_UNKNOWN: ['edit', 'sharedMembers'],
  SHARED_INVITEE_UNKNOWN: ['invite', 'edit'],
  SHARED_ALREADY: ['edit', 'sharedMembers'],
  SHARED_TOO_MANY: ['sharedMembers'],
  SHARED_INVITATION_OVER: ['sharedInvitations'],
  SHARED_APPROVAL: ['again', 'sharedMembers'],
  SHARED_APPROVERS: ['sharedRole', 'sharedRule', 'sharedMembers'],
  SHARED_APPROVER_NEW: ['sharedApprovals', 'sharedMembers'],
  SHARED_APPROVAL_OVER: ['sharedApprovals'],
  ERASURE_IMPOSSIBLE: ['withdraw', 'pots', 'orders', 'sharedMembers', 'staff'],
  TARGET_SAME: edit,
  TARGET_UNAVAILABLE: ['edit', 'invite'],
  MEMBER_UNAVAILABLE: ['invite', 'edit'],
  NICKNAME_TAKEN: ['edit', 'payees'],
  NICKNAME_UNKNOWN: ['edit', 'payees'],
  PAYEE_UNCLEAR: ['edit', 'payees'],
  PAYEES_TOO_MANY: ['payees'],
  STAFF_RIGHT_MISSING: ['help'],
  STAFF_SELF: ['help'],
  STAFF_CYCLE: ['help'],
  STAFF_LIMIT_REACHED: ['edit', 'help'],
  CUSTOMER_UNKNOWN: ['edit', 'findCustomer'],
  STATE_UNCHANGED: ['viewCustomer'],
  MEMBER_HAS_ACCOUNT: ['edit', 'findCustomer'],
  TRANSACTION_UNKNOWN: edit,
  REVERSAL_DONE: edit,
  REVERSAL_IMPOSSIBLE: ['adjust'],
  REVERSAL_SHORT: ['adjust', 'freeze'],
  REVERSAL_CLOSED: ['adjust'],
  ROLE_UNCHANGED: ['roles'],
  APPROVAL_UNKNOWN: ['approvals'],
  APPROVAL_DECIDED: ['approvals'],
  APPROVAL_EXPIRED: ['approvals'],
  APPROVAL_OWN: ['approvals'],
  APPROVAL_WAITING: ['approvals'],
  STUCK_SETTLED: ['stuck'],
  DEPOSIT_NEEDS_APPROVAL: ['again'],
  DEPOSITS_WAITING: ['again', 'staff'],
  REQUESTS_TOO_MANY: ['again'],
  REQUEST_SELF: edit,
  REQUEST_PAYERS: edit,
  REQUEST_UNWANTED: edit,
  REQUESTS_OPEN: ['requests', 'edit'],
  REQUEST_SPLIT: edit,
  REQUEST_TIME: edit,
  REQUEST_CHANGED: ['again'],
  REQUEST_UNKNOWN: ['requests', 'edit'],
  REQUEST_REFERENCE_UNKNOWN: ['edit', 'customerRequests'],
  REQUEST_ENDED: ['requests'],
  REQUEST_EXCEEDED: ['edit', 'requests'],
  REMINDERS_USED: ['requests'],
  BLOCKS_TOO_MANY: ['blocks'],
  ROLE_UNREADABLE: edit,
  SETUP_FORBIDDEN: ['staff'],
  SETUP_FIXED: edit,
  SETUP_CHANNEL: edit,
  SETUP_SERVER: edit,
  SETUP_CURRENCY: edit,
  HOLD_UNKNOWN: ['history'],
  HOLD_ENDED: ['history'],
  HOLD_EXCEEDED: ['history'],
  ORDER_UNKNOWN: ['orders', 'edit'],
  ORDER_OVER: ['newOrder', 'orders'],
  ORDER_NOT_ACTIVE: ['orders'],
  ORDER_PAUSED_BY_STAFF: ['staff', 'orders'],
  ORDERS_TOO_MANY: ['orders'],
  ORDER_FIRST_PAST: ['edit', 'more'],
  ORDER_WITHOUT_DAYS: ['more', 'edit'],
  TIME_ZONE_MISSING: ['more'],
  BANK_HALTED: ['again', 'staff'],
  NOT_BOOKABLE: ['again', 'staff'],
  BANK_BUSY: ['again'],
  CHANGE_UNKNOWN: ['profile'],
  OUTCOME_UNKNOWN: ['check', 'history'],
  STAFF_ONLY: ['help'],
};

export const latenessSteps: Readonly<Record<Lateness, readonly NextStep[]>> = {
  expired: ['again'],
  foreign: ['help'],
  unknown: ['again'],
  'other-version': ['again'],
  cancelled: ['again'],
  used: ['history'],
  'no-command': ['help'],
  crowded: ['again'],
};

/** The ends of conversations, apart from receipts, which have their own buttons. */
export const endSteps = {
  registered: ['deposit', 'help'],
  loggedIn: ['send', 'balance'],
  loggedOut: ['login'],
  cancelled: ['again'],
  defect: ['again', 'staff'],
  unlocked: ['login'],
  passwordChanged: ['balance'],
  emailChanged: ['profile'],
  erased: ['register'],
  resumeExpired: ['again', 'balance'],
} as const satisfies Record<string, readonly NextStep[]>;
export type End = keyof typeof endSteps;
