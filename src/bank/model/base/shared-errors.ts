/** What refusals of shared accounts say. */
import type {
  ApprovalEnd,
  InvitationState,
  SharedAction,
  SharedCrowd,
  SharedRole,
} from './shared.ts';

export interface SharedErrors {
  /** The role in the shared account does not allow it; null: no longer a member. */
  readonly SHARED_ROLE: { readonly role: SharedRole | null; readonly action: SharedAction };
  /** The name looks like that of a person. */
  readonly SHARED_NAME: null;
  readonly SHARED_SELF: { readonly tried: 'INVITE' | 'CHANGE_ROLE' | 'REMOVE' | 'APPROVE' };
  readonly SHARED_LAST_MANAGER: null;
  readonly SHARED_MEMBER_UNKNOWN: null;
  /** The invited person is no customer. */
  readonly SHARED_INVITEE_UNKNOWN: null;
  readonly SHARED_ALREADY: { readonly what: 'MEMBER' | 'INVITED' | 'ROLE' | 'RULE' | 'RULE_ASKED' };
  readonly SHARED_TOO_MANY: { readonly what: SharedCrowd; readonly max: number };
  /** Null: there is no such invitation. */
  readonly SHARED_INVITATION_OVER: { readonly state: Exclude<InvitationState, 'OPEN'> | null };
  /** So many managers must approve the payment; 0: none any more, unlike its card says. */
  readonly SHARED_APPROVAL: { readonly needed: number };
  /** The account has fewer managers than its rule needs; the payer is not counted. */
  readonly SHARED_APPROVERS: { readonly needed: number; readonly approvers: number };
  /** A manager since too short a time approves nothing. */
  readonly SHARED_APPROVER_NEW: { readonly days: number };
  /** Null: nothing with this id waits for the customer. */
  /** `by`: who decided or cancelled it; null: no member did, or no longer a customer. */
  readonly SHARED_APPROVAL_OVER: { readonly state: ApprovalEnd | null; readonly by: string | null };
}
