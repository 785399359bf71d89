/**
 * Every action of the audit trail: the details of its row, whether it counts as money moved by
 * staff, and the event that the account's owner is notified of. Other actions cannot be written.
 */
import { type SecurityEvent, setupNames } from '../model/index.ts';

interface AuditAction {
  /** Names of the details: facts without personal data. */
  readonly details: readonly string[];
  /** Money was moved by a member of staff: counted in `staff_acts`, and each party is notified. */
  readonly movesMoney?: true;
  /** The owner of the account is notified of this event. */
  readonly notifies?: SecurityEvent;
}

/** The id of a request for money, and of a standing order. */
const request = ['request'] as const;
const order = ['order'] as const;
const place = ['guild', 'channel'] as const;
/** `member`: of a pot of a shared account, the id of the customer who acted. */
const own = [...place, 'account', 'member'] as const;
/** `member`: the id of the customer whose part in the shared account it is about. */
const shared = [...place, 'account', 'member', 'role', 'allowance'] as const;
/** What waits for the managers of a shared account: `member` asked for it. */
const waiting = [...place, 'account', 'member', 'approval', 'amount', 'above', 'needed'] as const;
const approval = ['approval', 'maker'] as const;
const profile = ['fields', 'from', 'to'] as const;
const movement = [
  'amount',
  'memo',
  'fee',
  'side',
  'account',
  'transaction',
  'reference',
  'before',
  'after',
] as const;
/** The import's reference, the kind of file, its SHA-256, and what was booked. */
const imported = ['import', 'source', 'file', 'rows', 'amount'] as const;
/** A kind of movement and what is charged for it. */
const charged = ['movement', 'flat', 'perMille', 'least', 'most', 'free', 'from'] as const;
/** A kind of account and what is paid on it. */
const earning = ['savings', 'basisPoints', 'from'] as const;
const unattended = ['movement', 'amount', 'reference', 'initiator', 'account'] as const;

export const auditActions = {
  // People
  REGISTERED: { details: [] },
  LOGGED_IN: { details: ['place', 'replaced'] },
  LOGGED_OUT: { details: [] },
  LOGIN_FAILED: { details: ['counted'] },
  LOGIN_REFUSED_LOCKED: { details: ['mailed'] },
  LOCKED_OUT: { details: ['counted'] },
  UNLOCK_FAILED: { details: ['counted'] },
  CODE_REFUSED: { details: ['counted'] },
  PASSWORD_REFUSED: { details: ['counted'] },
  RECOVERY_ASKED: { details: [...place, 'matched'] },
  RECOVERY_REFUSED: { details: [...place, 'matched'] },
  RECOVERY_CODE_WRONG: { details: place },
  EMAIL_CODE_WRONG: { details: place },
  PASSWORD_RECOVERED: { details: [...place, 'by'], notifies: 'PASSWORD_RECOVERED' },
  PASSWORD_CHANGED: { details: place, notifies: 'PASSWORD_CHANGED' },
  RECOVERY_CODES_RENEWED: { details: place, notifies: 'RECOVERY_CODES_RENEWED' },
  RECOVERY_CODE_USED: { details: place, notifies: 'RECOVERY_CODE_USED' },
  PROFILE_CHANGED: { details: [...place, ...profile], notifies: 'PROFILE_CHANGED' },
  EMAIL_CHANGE_ASKED: { details: place, notifies: 'EMAIL_CHANGE_ASKED' },
  EMAIL_CHANGED: { details: [...place, ...profile], notifies: 'EMAIL_CHANGED' },
  ACCOUNT_LOCKED: { details: place, notifies: 'ACCOUNT_LOCKED' },
  ACCOUNT_UNLOCKED: { details: [...place, 'by', 'before', 'after'], notifies: 'ACCOUNT_UNLOCKED' },
  NOTICES_CHANGED: { details: place },
  NOTICES_LOWERED: { details: place, notifies: 'NOTICES_LOWERED' },
  RECEIPTS_SHOWN: { details: place },
  RECEIPTS_HIDDEN: { details: place },
  TOTP_BEGUN: { details: [] },
  TOTP_ENABLED: { details: place, notifies: 'TOTP_ENABLED' },
  TOTP_DISABLED: { details: place, notifies: 'TOTP_DISABLED' },
  PASSKEY_ADDED: { details: place, notifies: 'PASSKEY_ADDED' },
  PASSKEY_REMOVED: { details: place, notifies: 'PASSKEY_REMOVED' },
  PASSKEY_CLONED: { details: place, notifies: 'PASSKEY_CLONED' },
  PASSKEY_REFUSED: { details: ['counted'] },
  PERSON_ERASED: { details: [] },
  OWN_ACCOUNT_OPENED: { details: [...own, 'type'], notifies: 'OWN_ACCOUNT_OPENED' },
  OWN_ACCOUNT_RENAMED: { details: [...place, 'account'] },
  MAIN_ACCOUNT_CHANGED: { details: [...place, 'account'], notifies: 'MAIN_ACCOUNT_CHANGED' },
  OWN_ACCOUNT_CLOSED: { details: own, notifies: 'OWN_ACCOUNT_CLOSED' },
  POT_LOCKED: { details: [...own, 'until', 'waitHours'] },
  POT_RELEASE_ASKED: { details: own, notifies: 'POT_RELEASE_ASKED' },
  OWN_LIMIT_CHANGED: {
    details: [...place, 'period', 'before', 'after', 'waits'],
    notifies: 'OWN_LIMIT_CHANGED',
  },
  ROUND_UPS_CHANGED: { details: [...own, 'units'] },
  SHARED_OPENED: { details: shared },
  SHARED_INVITED: { details: shared },
  SHARED_JOINED: { details: shared },
  SHARED_DECLINED: { details: shared },
  SHARED_WITHDRAWN: { details: shared },
  SHARED_ROLE_CHANGED: { details: shared },
  SHARED_REMOVED: { details: shared },
  SHARED_LEFT: { details: shared },
  SHARED_CLOSED: { details: shared },
  SHARED_RULE_CHANGED: { details: [...shared, 'above', 'needed'] },
  SHARED_ASKED: { details: waiting },
  SHARED_APPROVED: { details: waiting },
  SHARED_DECIDED: { details: [...waiting, 'after'] },
  ORDER_CREATED: { details: order },
  ORDER_PAUSED: { details: order },
  ORDER_RESUMED: { details: order },
  ORDER_SKIPPED: { details: order },
  ORDER_CANCELLED: { details: order },
  // Staff read
  CUSTOMER_FOUND: { details: [] },
  CUSTOMER_VIEWED: { details: [] },
  DETAILS_SHOWN: { details: [] },
  AUDIT_READ: { details: [] },
  HEALTH_READ: { details: [] },
  REPORT_READ: { details: [] },
  ORDERS_VIEWED: { details: [] },
  STATEMENT_READ: { details: ['from', 'to'] },
  REQUESTS_VIEWED: { details: request },
  // Staff act
  ACCOUNT_FROZEN: { details: ['before', 'after'], notifies: 'ACCOUNT_FROZEN' },
  ROLE_GRANTED: { details: ['before', 'after'] },
  ROLE_REVOKED: { details: ['before', 'after'] },
  STUCK_TRIED_AGAIN: { details: ['command', 'job', 'reference', 'after'] },
  STUCK_GIVEN_UP: { details: ['command', 'job', 'reference', 'after'] },
  ORDER_PAUSED_BY_STAFF: { details: order },
  ORDER_RESUMED_BY_STAFF: { details: order },
  ORDER_CANCELLED_BY_STAFF: { details: order },
  REQUEST_CANCELLED_BY_STAFF: { details: request },
  SETUP_CHANGED: { details: setupNames },
  COUNTER_DEPOSIT: { details: movement, movesMoney: true },
  COUNTER_WITHDRAWAL: { details: movement, movesMoney: true },
  ADJUST_BOOKED: { details: movement, movesMoney: true },
  REVERSE_BOOKED: { details: movement, movesMoney: true },
  // Without a session
  BOOKED_BY_ORDER: { details: unattended },
  BOOKED_BY_BANK: { details: unattended },
  UPKEEP_FAILED: { details: ['task'] },
  BALANCES_IMPORTED: { details: imported },
  IMPORT_UNDONE: { details: imported },
  BALANCE_CLAIMED: { details: ['account', 'amount'] },
  // Requests for a second person
  ROLE_GRANT_ASKED: { details: [...approval, 'role'] },
  ROLE_GRANT_APPROVED: { details: [...approval, 'role'] },
  ROLE_GRANT_DECLINED: { details: [...approval, 'role'] },
  ROLE_GRANT_REFUSED: { details: [...approval, 'role'] },
  UNFREEZE_ASKED: { details: approval },
  UNFREEZE_APPROVED: { details: approval, notifies: 'ACCOUNT_UNFROZEN' },
  UNFREEZE_DECLINED: { details: approval },
  UNFREEZE_REFUSED: { details: approval },
  RELINK_ASKED: { details: [...approval, 'member'] },
  RELINK_APPROVED: { details: [...approval, 'member'], notifies: 'ACCOUNT_RELINKED' },
  RELINK_DECLINED: { details: [...approval, 'member'] },
  RELINK_REFUSED: { details: [...approval, 'member'] },
  ADJUST_ASKED: { details: [...approval, ...movement] },
  ADJUST_APPROVED: { details: [...approval, ...movement], movesMoney: true },
  ADJUST_DECLINED: { details: [...approval, ...movement] },
  ADJUST_REFUSED: { details: [...approval, ...movement] },
  REVERSE_ASKED: { details: [...approval, ...movement] },
  REVERSE_APPROVED: { details: [...approval, ...movement], movesMoney: true },
  REVERSE_DECLINED: { details: [...approval, ...movement] },
  REVERSE_REFUSED: { details: [...approval, ...movement] },
  SETUP_ASKED: { details: [...approval, ...setupNames] },
  SETUP_APPROVED: { details: [...approval, ...setupNames] },
  SETUP_DECLINED: { details: [...approval, ...setupNames] },
  SETUP_REFUSED: { details: [...approval, ...setupNames] },
  DEPOSIT_ASKED: { details: [...approval, ...movement] },
  DEPOSIT_APPROVED: { details: [...approval, ...movement], movesMoney: true },
  DEPOSIT_DECLINED: { details: [...approval, ...movement] },
  DEPOSIT_REFUSED: { details: [...approval, ...movement] },
  FEE_ASKED: { details: [...approval, ...charged] },
  FEE_APPROVED: { details: [...approval, ...charged] },
  FEE_DECLINED: { details: [...approval, ...charged] },
  FEE_REFUSED: { details: [...approval, ...charged] },
  INTEREST_ASKED: { details: [...approval, ...earning] },
  INTEREST_APPROVED: { details: [...approval, ...earning] },
  INTEREST_DECLINED: { details: [...approval, ...earning] },
  INTEREST_REFUSED: { details: [...approval, ...earning] },
} as const satisfies Readonly<Record<string, AuditAction>>;

export type AuditActionName = keyof typeof auditActions;
/** The details that an action may carry. */
export type AuditDetails<Name extends AuditActionName> = Readonly<
  Partial<Record<(typeof auditActions)[Name]['details'][number], string>>
>;

const known: Readonly<Record<string, AuditAction | undefined>> = auditActions;

/** Null for an action of a newer version, or one without a notice. */
export const eventOf = (action: string): SecurityEvent | null => known[action]?.notifies ?? null;

/** The actions by which staff move money. */
export type StaffMove = {
  [Name in AuditActionName]: (typeof auditActions)[Name] extends { readonly movesMoney: true }
    ? Name
    : never;
}[AuditActionName];

export const isStaffMove = (action: string): action is StaffMove =>
  known[action]?.movesMoney === true;
