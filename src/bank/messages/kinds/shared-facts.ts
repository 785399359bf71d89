/** What messages about shared accounts say. */
import type * as m from '../../model/index.ts';

/** A shared account, as all who see it know it. */
export interface SharedFacts {
  readonly name: string;
  readonly numberTail: string;
}

/** An invitation to a shared account, as the invited person reads it. */
export interface SharedInvitationFacts {
  readonly invitationId: m.RequestId;
  readonly account: SharedFacts;
  readonly inviter: { readonly member: m.DiscordUserId; readonly name: string };
  readonly grant: m.SharedGrant;
  readonly readsAll: boolean;
  readonly expiresAt: Date;
}

/** Money into a shared account or out of it. */
export interface SharedMove {
  readonly account: SharedFacts;
  readonly direction: 'in' | 'out';
  readonly amount: m.Amount;
  readonly counterparty: m.PartyView;
  /** The member who acted; null: no member. */
  readonly actor: string | null;
  /** The managers who approved it; empty: none had to. */
  readonly approvedBy: readonly string[];
  readonly memo: string | null;
  readonly reference: m.Reference;
}

export interface SharedChange {
  readonly event: m.SharedEvent;
  readonly account: SharedFacts;
  /** The member who acted; null: no longer a customer. */
  readonly actor: string | null;
  /** The member concerned. */
  readonly about: string | null;
  /** The recipient is the member concerned. */
  readonly isYou: boolean;
  /** The role that was given. */
  readonly grant: m.SharedGrant | null;
  /** What staff gave as their reason; null: members act without one. */
  readonly reason: string | null;
  readonly at: Date;
}

/** What waits for the managers of a shared account, or how it ended. */
export interface SharedApprovalFacts {
  readonly approval: m.SharedApproval;
}
