/** Shared accounts: several customers use one account, each in a role. */
import type * as m from '../model/index.ts';

export interface InvitationOrder extends m.SharedGrant {
  readonly account: m.AccountNumber;
  /** The Discord user who is invited. */
  readonly member: m.DiscordUserId;
  /** Whether they will read entries from before joining. */
  readonly readsAll: boolean;
}

export interface RoleOrder extends m.SharedGrant {
  readonly account: m.AccountNumber;
  readonly member: m.DiscordUserId;
}

export interface RuleOrder {
  readonly account: m.AccountNumber;
  /** Null: no payment waits any more. */
  readonly rule: m.SharedRule | null;
}

export interface MemberOrder {
  readonly account: m.AccountNumber;
  readonly member: m.DiscordUserId;
}

/**
 * All throw SESSION_EXPIRED. What names a shared account throws ACCOUNT_UNKNOWN where there is
 * none, SHARED_ROLE where the customer's role does not allow the act, and ACCOUNT_CLOSED. `judge…`
 * changes nothing and throws what the act would throw. An act with a request id happens once.
 * Members get messages about what concerns them.
 */
export interface SharedService {
  /** Those of which the customer is a member, oldest first; closed ones too. */
  list(session: m.Session): Promise<readonly m.OwnAccount[]>;
  /** An open one; null: the only one. Throws ACCOUNT_UNKNOWN unless exactly one is meant. */
  find(
    session: m.Session,
    meant: m.OwnAccountRef | null,
    action: m.SharedAction,
  ): Promise<m.OwnAccount>;
  members(session: m.Session, account: m.AccountNumber): Promise<m.SharedMembers>;
  /** Throws SHARED_NAME, SHARED_TOO_MANY, ACCOUNT_FROZEN. */
  judgeOpening(session: m.Session, name: string): Promise<void>;
  /** The customer becomes its first manager. */
  open(session: m.Session, order: { readonly name: string } & m.Confirmed): Promise<m.SharedRef>;
  /**
   * Whether it needs a proof. Throws SHARED_SELF, SHARED_INVITEE_UNKNOWN, SHARED_ALREADY,
   * SHARED_TOO_MANY.
   */
  judgeInvitation(
    session: m.Session,
    order: InvitationOrder,
  ): Promise<{ readonly account: m.SharedRef; readonly needsProof: boolean }>;
  /** Also throws STEP_UP_NEEDED for a role that pays. */
  invite(session: m.Session, order: InvitationOrder & m.Confirmed): Promise<m.SharedRef>;
  /** Open ones to this customer. */
  invitations(session: m.Session): Promise<readonly m.SharedInvitation[]>;
  /**
   * The invited person answers, once; the same answer again changes nothing. Throws
   * SHARED_INVITATION_OVER, SHARED_TOO_MANY, SHARED_ALREADY, ACCOUNT_CLOSED.
   */
  answer(
    session: m.Session,
    id: m.RequestId,
    verdict: 'ACCEPTED' | 'DECLINED',
  ): Promise<m.SharedInvitation>;
  /** Throws SHARED_SELF, SHARED_MEMBER_UNKNOWN, SHARED_ALREADY. */
  judgeRole(
    session: m.Session,
    order: RoleOrder,
  ): Promise<{
    readonly account: m.SharedRef;
    readonly before: m.SharedGrant;
    readonly needsProof: boolean;
  }>;
  changeRole(session: m.Session, order: RoleOrder & m.Confirmed): Promise<m.SharedRef>;
  /** Of a member, or of an open invitation. Throws SHARED_SELF, SHARED_MEMBER_UNKNOWN. */
  judgeRemoval(
    session: m.Session,
    order: MemberOrder,
  ): Promise<{ readonly account: m.SharedRef; readonly isInvited: boolean }>;
  remove(session: m.Session, order: MemberOrder & m.Confirmed): Promise<m.SharedRef>;
  /** Throws SHARED_LAST_MANAGER. */
  judgeLeaving(session: m.Session, account: m.AccountNumber): Promise<m.SharedRef>;
  leave(
    session: m.Session,
    order: { readonly account: m.AccountNumber } & m.Confirmed,
  ): Promise<m.SharedRef>;
  /**
   * `needed`: how many other managers must approve the change; 0: it holds at once. Throws
   * SHARED_ALREADY, SHARED_APPROVERS.
   */
  judgeRule(
    session: m.Session,
    order: RuleOrder,
  ): Promise<{
    readonly account: m.SharedRef;
    readonly before: m.SharedRule | null;
    readonly needed: number;
    readonly needsProof: boolean;
  }>;
  /** `approval`: what the other managers decide; null: it holds. Also throws STEP_UP_NEEDED. */
  changeRule(
    session: m.Session,
    order: RuleOrder & m.Confirmed,
  ): Promise<{ readonly account: m.SharedRef; readonly approval: m.SharedApproval | null }>;
  /** What the customer asked for and what they decide, oldest first, at most 25. */
  approvals(session: m.Session): Promise<readonly m.SharedApproval[]>;
  /**
   * Managers approve or decline what another member asked for, and the asker cancels it. The last
   * approval books the payment in the same transaction; the same press again changes nothing.
   * Throws SHARED_APPROVAL_OVER, SHARED_SELF, SHARED_APPROVER_NEW, ACCOUNT_FROZEN, ACCOUNT_LOCKED,
   * and what booking throws.
   */
  decide(
    session: m.Session,
    id: m.RequestId,
    verdict: 'APPROVED' | 'DECLINED' | 'CANCELLED',
  ): Promise<m.SharedApproval>;
  /** Throws ACCOUNT_FROZEN, ACCOUNT_NOT_EMPTY, ACCOUNT_IN_USE. */
  judgeClosing(session: m.Session, account: m.AccountNumber): Promise<m.SharedRef>;
  close(
    session: m.Session,
    order: { readonly account: m.AccountNumber } & m.Confirmed,
  ): Promise<m.SharedRef>;
}
