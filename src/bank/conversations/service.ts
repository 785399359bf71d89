/** Unfinished conversations, as the bot speaks of them. */
import type * as m from '../model/index.ts';

/**
 * Unfinished conversations, kept in the database so that any process can serve the next step after
 * any restart. A DRAFT waits for more input, a CONFIRM for one press; payloads are sealed.
 */
export type PendingKind = 'DRAFT' | 'CONFIRM';

export type PendingState = 'OPEN' | 'TAKEN' | 'DONE' | 'CANCELLED' | 'STUCK' | 'EXPIRED';

export interface PendingAction {
  readonly requestId: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly kind: PendingKind;
  /** The command's path, for example `transfer` or `staff customer freeze`. */
  readonly command: string;
  /** Empty when it cannot be unsealed, which no form is kept as. */
  readonly payload: string;
  readonly state: PendingState;
  /** The session it was taken with; a resolver finishes the action in its name. */
  readonly session: m.Session | null;
  /** It is taken only after `prove`, by the session that proved itself. */
  readonly needsProof: boolean;
  /** Taken with a proof. */
  readonly isProved: boolean;
  readonly expiresAt: Date;
  /** How often it was claimed to be run again, since it was taken or since staff asked. */
  readonly attempts: number;
}

export interface PendingService {
  /** Drafts live 15 min, confirms 5 min; at most 20 open rows per person, the oldest give way. */
  open(action: {
    readonly discordUserId: m.DiscordUserId;
    readonly kind: PendingKind;
    readonly command: string;
    readonly payload: string;
    readonly needsProof?: boolean;
  }): Promise<PendingAction>;
  /** Null when unknown or somebody else's: both read the same. */
  find(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<PendingAction | null>;
  /**
   * A proof for this card alone, as `AccessService.prove`; not looked at where the card has been
   * proved in this session or is no longer open.
   */
  prove(requestId: m.RequestId, session: m.Session, proof: string): Promise<void>;
  /**
   * OPEN → TAKEN, once; answers the row as it is now and whether this call took it. OPEN still: a
   * proof is missing.
   */
  take(
    requestId: m.RequestId,
    discordUserId: m.DiscordUserId,
    session: m.Session | null,
  ): Promise<{ readonly action: PendingAction; readonly takenNow: boolean } | null>;
  /** OPEN → CANCELLED; false when it was no longer open. */
  cancel(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<boolean>;
  /**
   * TAKEN → DONE: booked and told. TAKEN → CANCELLED: refused, nothing moved, and it stays so: a
   * later press or a resolver must not book what the customer was told had not moved. Idempotent.
   */
  settle(requestId: m.RequestId, outcome: 'DONE' | 'CANCELLED'): Promise<void>;
  /**
   * TAKEN rows whose outcome was not reported for `olderThanMs`; claims them for this process, and
   * counts an attempt.
   */
  claimUnsettled(olderThanMs: number, limit: number): Promise<readonly PendingAction[]>;
  /**
   * Ends a TAKEN row that cannot be run any more: DONE when the request has happened, else
   * CANCELLED; its owner is sent a message. Null, and nothing changes, when it is settled, or was
   * taken so lately that a process may still be running it.
   */
  conclude(requestId: m.RequestId): Promise<'DONE' | 'CANCELLED' | null>;
  /**
   * Ends the attempts at a TAKEN row: DONE as `conclude`, else STUCK until staff decide; reported,
   * and a card for the staff's channel. Null as `conclude`.
   */
  giveUp(requestId: m.RequestId): Promise<'DONE' | 'CANCELLED' | 'STUCK' | null>;
}
