/** What the bank tells people, and how it is handed to those who send it. */
import type * as m from '../model/index.ts';
import type { ApprovalView } from '../model/index.ts';
import type { DeskNotice, Notice } from './kinds/registry.ts';
import type { CodeFacts } from './kinds/sources.ts';

export interface OutboxMessage {
  /** What it tells: several when payments travel together. */
  readonly ids: readonly bigint[];
  readonly channel: 'DM';
  readonly recipient: m.DiscordUserId;
  readonly notice: Notice;
  readonly attempts: number;
}
export interface OutboxService {
  /** At-least-once, in order per person; claimed rows return after a lease if never settled. */
  claim(limit: number): Promise<readonly OutboxMessage[]>;
  sent(ids: readonly bigint[]): Promise<void>;
  /** Retried with back-off up to a cap, unless `final`. */
  failed(ids: readonly bigint[], reason: string, final: boolean): Promise<void>;
}

export interface DeskMessage {
  readonly id: bigint;
  readonly notice: DeskNotice;
  readonly attempts: number;
}
/** As the outbox, for one of the staff's channels. */
export interface DeskOutboxService {
  claim(limit: number): Promise<readonly DeskMessage[]>;
  sent(id: bigint): Promise<void>;
  failed(id: bigint, reason: string, final: boolean): Promise<void>;
}

/** A card whose request is decided or has expired, and which still shows it as open. */
export interface ClosedCard {
  readonly channelId: string;
  readonly messageId: string;
  readonly approval: ApprovalView;
  readonly attempts: number;
}
/** Which cards stand in the staff's channel, until each shows what became of its request. */
export interface ApprovalCardsService {
  /** The same message may be told twice. */
  posted(
    approvalId: m.RequestId,
    place: { readonly channelId: string; readonly messageId: string },
  ): Promise<void>;
  /** Claimed cards return after a lease if they are neither closed nor failed. */
  claim(limit: number): Promise<readonly ClosedCard[]>;
  closed(messageId: string): Promise<void>;
  /** Retried with back-off up to a cap, unless `final`. */
  failed(messageId: string, reason: string, final: boolean): Promise<void>;
}

/** A one-time code; it travels by mail alone. */
export interface CodeNotice extends CodeFacts {
  readonly kind: 'CODE';
  readonly code: string;
}
export interface MailMessage {
  readonly id: bigint;
  readonly channel: 'MAIL';
  /** One normal address, as a parser has read it. */
  readonly address: string;
  readonly notice: Notice | CodeNotice;
  readonly attempts: number;
}
/** As the outbox; empty where the bank cannot mail. */
export interface MailService {
  claim(limit: number): Promise<readonly MailMessage[]>;
  sent(id: bigint): Promise<void>;
  failed(id: bigint, reason: string, final: boolean): Promise<void>;
}
