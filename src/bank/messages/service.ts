/** Services for the senders of messages. */
import type * as m from '../model/index.ts';
import type { ApprovalView } from '../model/index.ts';
import type { DeskNotice, Notice } from './kinds/registry.ts';
import type { CodeFacts } from './kinds/sources.ts';

export interface OutboxMessage {
  /** Several when payments are sent in one message. */
  readonly ids: readonly bigint[];
  readonly channel: 'DM';
  readonly recipient: m.DiscordUserId;
  readonly language: m.LanguageChoice;
  readonly notice: Notice;
  readonly attempts: number;
  /** Without a sound. */
  readonly isQuiet: boolean;
  /** An earlier attempt may have sent it. */
  readonly wasTried: boolean;
  /** It may have been sent so long ago that Discord does not recognise it. */
  readonly isRepeated: boolean;
}
export interface OutboxService {
  /**
   * In order per customer; claimed messages are due again after the lease. What its owner does not
   * want to be sent is not among them.
   */
  claim(limit: number): Promise<readonly OutboxMessage[]>;
  sent(ids: readonly bigint[]): Promise<void>;
  /** It was not sent. Retried with back-off up to a cap, unless `final`. */
  failed(ids: readonly bigint[], reason: string, final: boolean): Promise<void>;
  /**
   * It may have been sent. Retried as the same message while Discord recognises it, and later once
   * more, marked as repeated; more often if it is unlikely that it was sent.
   */
  lost(ids: readonly bigint[], reason: string, isLikely: boolean): Promise<void>;
  /** Discord takes no messages to this person: all of theirs stay in the inbox until they act. */
  refused(ids: readonly bigint[], reach: Exclude<m.Unreached, 'FAILED'>): Promise<void>;
}

export interface DeskMessage {
  readonly id: bigint;
  readonly notice: DeskNotice;
  readonly attempts: number;
}
/** As `OutboxService`, for one of the staff channels. */
export interface DeskOutboxService {
  claim(limit: number): Promise<readonly DeskMessage[]>;
  sent(id: bigint): Promise<void>;
  failed(id: bigint, reason: string, final: boolean): Promise<void>;
}

/** A card that still shows its request as open although it is decided or has expired. */
export interface ClosedCard {
  readonly channelId: string;
  readonly messageId: string;
  readonly approval: ApprovalView;
  readonly attempts: number;
}
/** The cards in the staff channel, until each shows the outcome of its request. */
export interface ApprovalCardsService {
  /** May be called twice for the same message. */
  posted(
    approvalId: m.RequestId,
    place: { readonly channelId: string; readonly messageId: string },
  ): Promise<void>;
  /** Claimed cards are due again after the lease unless `closed` or `failed` is called. */
  claim(limit: number): Promise<readonly ClosedCard[]>;
  closed(messageId: string): Promise<void>;
  /** Retried with back-off up to a cap, unless `final`. */
  failed(messageId: string, reason: string, final: boolean): Promise<void>;
}

/** A one-time code; sent by mail only. */
export interface CodeNotice extends CodeFacts {
  readonly kind: 'CODE';
  readonly code: string;
}
export interface MailMessage {
  readonly id: bigint;
  readonly channel: 'MAIL';
  /** One normal address, as a parser has read it. */
  readonly address: string;
  readonly language: m.LanguageChoice;
  readonly notice: Notice | CodeNotice;
  readonly attempts: number;
}
/** As `OutboxService`; empty where the bank cannot mail. */
export interface MailService {
  claim(limit: number): Promise<readonly MailMessage[]>;
  sent(id: bigint): Promise<void>;
  failed(id: bigint, reason: string, final: boolean): Promise<void>;
}
