/** What the bank's staff ask of it. Every act checks session and role in its own transaction. */
import type * as m from './model.ts';

/** What is known only when the bot has reached Discord. */
export interface DeskArrangement {
  /** Replaces the owners of the settings, when those name none. */
  readonly ownerIds: readonly string[];
  /** Somebody posts what waits for a decision. */
  readonly cards: boolean;
  /** Somebody posts a line for each movement and act of staff. */
  readonly log: boolean;
}

export interface StaffMember {
  readonly discordUserId: m.DiscordUserId;
  readonly role: m.StaffRole;
  readonly grantedAt: Date;
}

/** A request that waits, or waited, for a second person. */
export interface ApprovalView {
  readonly id: m.RequestId;
  readonly kind: m.ApprovalKind;
  readonly maker: m.DiscordUserId;
  /** Whose account it is about. */
  readonly member: m.DiscordUserId;
  readonly holder: m.PartyView;
  /** What exactly was asked, by name. */
  readonly content: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly state: m.ApprovalState;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly checker: m.DiscordUserId | null;
}

/** What became of an act that may need a second person. */
export type Acted = { readonly kind: 'done' } | ({ readonly kind: 'asked' } & Asked);
export interface Asked {
  readonly approval: ApprovalView;
}

interface RoleChange {
  readonly member: m.DiscordUserId;
  readonly reason: string;
}

/** All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface StaffService {
  /** Told by the bot at its start. */
  arrange(arrangement: DeskArrangement): void;
  /**
   * The owner makes managers at once while there are fewer than two; all else is asked of a second
   * person. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED, STAFF_SELF, APPROVAL_WAITING.
   */
  grantRole(session: m.Session, grant: RoleChange & { readonly role: m.StaffRole }): Promise<Acted>;
  /** Holds at once, also for what is under way. Throws CUSTOMER_UNKNOWN, ROLE_UNCHANGED. */
  revokeRole(session: m.Session, change: RoleChange): Promise<m.StaffRole>;
  listRoles(session: m.Session): Promise<readonly StaffMember[]>;
}

/** Also throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface ApprovalsService {
  /** Those still open, oldest first, behind the one with the id `after`. */
  open(
    session: m.Session,
    page: { readonly after: bigint; readonly limit: number },
  ): Promise<readonly ApprovalView[]>;
  /**
   * Once, and never by the maker or for the decider's own good. Throws APPROVAL_UNKNOWN,
   * APPROVAL_DECIDED, APPROVAL_EXPIRED, APPROVAL_OWN, and what the approved act itself throws.
   */
  decide(
    session: m.Session,
    decision: { readonly id: m.RequestId; readonly verdict: 'APPROVED' | 'DECLINED' },
  ): Promise<ApprovalView>;
}
