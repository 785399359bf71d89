/** Accounts that several customers use: the roles, and what each of them may do. */
import type { AccountNumber, Amount, Balance, DiscordUserId, RequestId } from './types.ts';

/** Each role may do what those before it may. */
export const sharedRoles = ['VIEWER', 'DEPOSITOR', 'SPENDER', 'MANAGER'] as const;
export type SharedRole = (typeof sharedRoles)[number];

/** Everything that members do with a shared account, and the lowest role that may. */
export const sharedActions = {
  READ: 'VIEWER',
  LEAVE: 'VIEWER',
  DEPOSIT: 'DEPOSITOR',
  /** Transfers, withdrawals and standing orders; a SPENDER up to the allowance. */
  PAY: 'SPENDER',
  /** Pots of the account: opening, filling, emptying, locking, closing, round-ups into them. */
  SAVE: 'MANAGER',
  INVITE: 'MANAGER',
  CHANGE_ROLE: 'MANAGER',
  REMOVE: 'MANAGER',
  /** Approving and declining what another member asks for. */
  APPROVE: 'MANAGER',
  SET_RULE: 'MANAGER',
  CLOSE: 'MANAGER',
} as const satisfies Readonly<Record<string, SharedRole>>;
export type SharedAction = keyof typeof sharedActions;

export const mayAsMember = (role: SharedRole, action: SharedAction): boolean =>
  sharedRoles.indexOf(role) >= sharedRoles.indexOf(sharedActions[action]);

/** Shared accounts of one customer, closed ones excepted. */
export const sharedAccountsMax = 20;
/** Of one account, with the open invitations. */
export const sharedMembersMax = 25;
export const invitationDays = 7;
/** How long a payment or another rule waits for the managers, and how new a new manager is. */
export const approvalDays = 3;
/** What waits of one account at a time. */
export const approvalsMax = 20;

/** A role with what belongs to it. */
export interface SharedGrant {
  readonly role: SharedRole;
  /** What a SPENDER may pay in a calendar month, in UTC; null in other roles. */
  readonly allowance: Amount | null;
}

/** A shared account as one of its members has it. */
export interface SharedTerms extends SharedGrant {
  /** Paid by this member in this month. */
  readonly spent: Balance;
  /** Reads entries from before joining, too. */
  readonly readsAll: boolean;
}

export interface SharedRef {
  readonly accountNumber: AccountNumber;
  readonly name: string;
}

export interface SharedMember extends SharedTerms {
  readonly member: DiscordUserId;
  /** As on cards: `Anna M.` */
  readonly name: string;
  readonly joinedAt: Date;
}

/** EXPIRED by the database's time. */
export type InvitationState = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED';

export interface SharedInvitation extends SharedGrant {
  readonly id: RequestId;
  readonly account: SharedRef;
  readonly invited: { readonly member: DiscordUserId; readonly name: string };
  readonly inviter: { readonly member: DiscordUserId; readonly name: string };
  readonly readsAll: boolean;
  readonly state: InvitationState;
  readonly expiresAt: Date;
}

/** Of which there can be too many. */
export type SharedCrowd = 'ACCOUNTS' | 'MEMBERS' | 'APPROVALS';

/** Payments above a sum wait until so many managers, other than the payer, approve them. */
export interface SharedRule {
  readonly above: Amount;
  readonly needed: number;
}

/**
 * EXPIRED by the database's time. WITHDRAWN: the asker's part in the account has changed. REFUSED:
 * approved, but it can no longer be paid.
 */
export type ApprovalEnd =
  'APPROVED' | 'DECLINED' | 'CANCELLED' | 'EXPIRED' | 'WITHDRAWN' | 'REFUSED';

/** A shared account with all who use it, managers first. */
export interface SharedMembers {
  readonly account: SharedRef;
  /** The role of the member who looks. */
  readonly role: SharedRole;
  readonly members: readonly SharedMember[];
  readonly invitations: readonly SharedInvitation[];
  /** Null: no payment waits. */
  readonly rule: SharedRule | null;
}

/** What happened to a shared account or to one of its members. */
export type SharedEvent =
  | 'JOINED'
  | 'DECLINED'
  | 'ROLE_CHANGED'
  | 'REMOVED'
  | 'LEFT'
  | 'RULE_CHANGED'
  | 'POT_OPENED'
  | 'POT_CLOSED'
  | 'POT_LOCKED'
  | 'POT_RELEASE_ASKED'
  | 'ROUND_UPS_CHANGED'
  | 'CLOSED'
  /** By the bank's staff. */
  | 'FROZEN'
  | 'UNFROZEN';
