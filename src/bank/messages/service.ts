/** What the bank tells people, and how it is handed to those who send it. */
import type * as m from '../model/index.ts';
import type { ApprovalView, ProfileField, StuckConfirmation } from '../model/index.ts';

/** Messages to people, written with the change they tell of and sent after commit. */
export type Notice =
  /** Payments to or by one person that waited together, oldest first; at least one. */
  | {
      readonly kind: 'MONEY_RECEIVED' | 'MONEY_SENT';
      readonly entries: readonly NoticeEntry[];
    }
  /** What a member of staff did with the customer's money. */
  | {
      readonly kind: 'MOVED_BY_STAFF';
      readonly act: StaffMove;
      readonly direction: 'in' | 'out';
      readonly amount: m.Amount;
      readonly role: m.ActorRole | null;
      readonly reason: string | null;
      readonly numberTail: string;
      readonly reference: m.Reference;
      readonly at: Date;
    }
  | { readonly kind: 'NEW_LOGIN'; readonly place: m.Place }
  | {
      readonly kind: 'DEPOSIT_DECIDED';
      readonly approved: boolean;
      readonly amount: m.Amount;
      readonly memo: string | null;
      readonly reference: m.Reference;
      readonly numberTail: string;
    }
  /** A confirmation whose outcome took long to find out. */
  | { readonly kind: 'SETTLED'; readonly happened: boolean; readonly reference: m.Reference }
  | {
      readonly kind: 'SECURITY';
      readonly event: SecurityEvent;
      readonly at: Date;
      /** Where it was done; null when nobody did it on Discord. */
      readonly place: m.Place | null;
      /** Of PROFILE_CHANGED. */
      readonly changed: readonly ProfileField[];
    };
/** How the audit names the acts by which staff move money. */
export const staffMoves = [
  'COUNTER_DEPOSIT',
  'COUNTER_WITHDRAWAL',
  'DEPOSIT_APPROVED',
  'ADJUST_BOOKED',
  'ADJUST_APPROVED',
  'REVERSE_BOOKED',
  'REVERSE_APPROVED',
] as const;
export type StaffMove = (typeof staffMoves)[number];
export type SecurityEvent =
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RECOVERED'
  | 'RECOVERY_CODES_RENEWED'
  | 'RECOVERY_CODE_USED'
  | 'PROFILE_CHANGED'
  | 'EMAIL_CHANGE_ASKED'
  | 'EMAIL_CHANGED'
  | 'ACCOUNT_LOCKED'
  | 'ACCOUNT_UNLOCKED'
  | 'ACCOUNT_FROZEN'
  | 'ACCOUNT_UNFROZEN'
  | 'ACCOUNT_RELINKED'
  | 'TOTP_ENABLED'
  | 'TOTP_DISABLED';
export interface NoticeEntry {
  readonly reference: m.Reference;
  readonly amount: m.Amount;
  /** The other side. */
  readonly counterparty: m.PartyView;
  /** Of the account whose owner is told. */
  readonly numberTail: string;
  readonly memo: string | null;
}
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

/** What staff read in a channel of theirs. */
export type DeskNotice =
  | { readonly kind: 'APPROVAL'; readonly approval: ApprovalView }
  | { readonly kind: 'STUCK'; readonly stuck: StuckConfirmation }
  | {
      readonly kind: 'STAFF_ACT';
      readonly action: string;
      readonly actor: m.DiscordUserId;
      readonly about: m.PartyView | null;
      readonly reason: string | null;
      readonly at: Date;
    }
  | { readonly kind: 'CHAIN_HEAD'; readonly link: bigint; readonly hash: string }
  | {
      readonly kind: 'MOVEMENT';
      readonly transaction: m.TransactionKind;
      readonly reference: m.Reference;
      readonly amount: m.Amount;
      readonly from: m.PartyView;
      readonly to: m.PartyView;
      readonly at: Date;
    };
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
export interface CodeNotice {
  readonly kind: 'CODE';
  readonly purpose: 'RECOVERY' | 'EMAIL' | 'UNLOCK';
  readonly code: string;
  readonly expiresAt: Date;
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
