/** Unfinished conversations, as the bot uses them. */
import type * as m from '../model/index.ts';
import type { Proof } from '../people/index.ts';

/**
 * Unfinished conversations are stored so that any process can serve the next step, also after a
 * restart. A DRAFT waits for more input, a CONFIRM for one press; payloads are sealed.
 */
export type PendingKind = 'DRAFT' | 'CONFIRM';

export type PendingState = 'OPEN' | 'TAKEN' | 'DONE' | 'CANCELLED' | 'STUCK' | 'EXPIRED';

export interface PendingAction {
  readonly requestId: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly kind: PendingKind;
  /** The command's path, for example `transfer` or `staff customer freeze`. */
  readonly command: string;
  /** Empty when it cannot be unsealed; no stored form is empty. */
  readonly payload: string;
  readonly state: PendingState;
  /** The session that took it; a resolver finishes the action with that session. */
  readonly session: m.Session | null;
  /** Can be taken only after `prove`, by the same session. */
  readonly needsProof: boolean;
  /** Taken with a proof. */
  readonly isProved: boolean;
  readonly expiresAt: Date;
  /** How often it was claimed for another run since it was taken, or since staff asked for one. */
  readonly attempts: number;
}

export interface PendingService {
  /** Drafts live 14 min, confirms 5 min; a person has at most 20, older ones are cancelled. */
  open(action: {
    readonly discordUserId: m.DiscordUserId;
    readonly kind: PendingKind;
    readonly command: string;
    readonly payload: string;
    readonly needsProof?: boolean;
  }): Promise<PendingAction>;
  /** Cards and drafts of the last 14 minutes without an answer, also expired ones; newest first. */
  unanswered(limit: number): Promise<readonly PendingAction[]>;
  /** Null when unknown or another person's. */
  find(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<PendingAction | null>;
  /**
   * A proof for this card alone, as `AccessService.prove`; not judged if the card has a proof from
   * this session or is no longer open. A passkey must have signed this card (`aboutCard`).
   */
  prove(requestId: m.RequestId, session: m.Session, proof: Proof): Promise<void>;
  /** For a card whose session can no longer move money. No effect if it is no longer open. */
  requireProof(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<void>;
  /**
   * OPEN → TAKEN, once; returns the current row and whether this call took it. Stays OPEN while a
   * proof is missing.
   */
  take(
    requestId: m.RequestId,
    discordUserId: m.DiscordUserId,
    session: Pick<m.Session, 'id'> | null,
  ): Promise<{ readonly action: PendingAction; readonly takenNow: boolean } | null>;
  /** OPEN → CANCELLED; false when it was no longer open. */
  cancel(requestId: m.RequestId, discordUserId: m.DiscordUserId): Promise<boolean>;
  /**
   * TAKEN → DONE: done, and the customer has the result. TAKEN → CANCELLED: refused, and later
   * presses and resolvers cannot run it again. Idempotent.
   */
  settle(requestId: m.RequestId, outcome: 'DONE' | 'CANCELLED'): Promise<void>;
  /**
   * TAKEN rows not settled for `olderThanMs`; claims them for this process and counts an attempt.
   */
  claimUnsettled(olderThanMs: number, limit: number): Promise<readonly PendingAction[]>;
  /**
   * Why Discord takes no messages to the customer whose row it is, as far as is known: the outcome
   * is then only kept. Null: it may be sent.
   */
  unreached(requestId: m.RequestId): Promise<Exclude<m.Unreached, 'FAILED'> | null>;
  /**
   * Puts the outcome of a row, found out late, into the customer's inbox. `sent`: Discord took the
   * message. FAILED: it took none at any attempt. A second call changes nothing.
   */
  keepOutcome(requestId: m.RequestId, delivery: 'sent' | m.Unreached): Promise<void>;
  /**
   * Ends a TAKEN row that cannot be run again: DONE when the request has happened, else CANCELLED;
   * notifies its owner. Null, without a change, when it is settled or was taken so recently that a
   * process may still be running it.
   */
  conclude(requestId: m.RequestId): Promise<'DONE' | 'CANCELLED' | null>;
  /**
   * Ends the attempts at a TAKEN row: DONE as `conclude`, else STUCK until staff decide, with an
   * event and a card for the staff channel. Null as `conclude`.
   */
  giveUp(requestId: m.RequestId): Promise<'DONE' | 'CANCELLED' | 'STUCK' | null>;
}
