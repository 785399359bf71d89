/** How customers are told, and what their inbox shows. */
import type { Amount } from './types.ts';
import type { ChosenCategory } from './notice-categories.ts';
import type { Brand } from '../../../lib/brand.ts';

/** An IANA name as the engine writes it, for example `Europe/Berlin`. */
export type TimeZone = Brand<string, 'TimeZone'>;

/** Of a customer who has chosen none. */
export const utc = 'UTC' as TimeZone;

/** DM: by direct message. QUIET: without a sound. INBOX: not sent. OFF: not even made. */
export const noticeWays = ['DM', 'QUIET', 'INBOX', 'OFF'] as const;
export type NoticeWay = (typeof noticeWays)[number];
/** Only the digest can be turned off. */
export type WayOf<Category extends ChosenCategory> = Category extends 'digest'
  ? NoticeWay
  : Exclude<NoticeWay, 'OFF'>;
export type NoticeWays = { readonly [Category in ChosenCategory]: WayOf<Category> };

/** Minutes of the day, 0 to 1439; they may pass midnight, and are never equal. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

export interface NoticeSettings {
  readonly ways: NoticeWays;
  /** Payments below it stay in the inbox; null: all are sent. */
  readonly threshold: Amount | null;
  readonly quiet: QuietHours | null;
  /** Null: none was chosen, and UTC counts. */
  readonly timeZone: TimeZone | null;
}

/** Of a customer who has chosen nothing. */
export const defaultNotices: NoticeSettings = {
  ways: {
    received: 'DM',
    sent: 'DM',
    request: 'DM',
    order: 'DM',
    payee: 'DM',
    account: 'DM',
    limit: 'DM',
    digest: 'OFF',
  },
  threshold: null,
  quiet: null,
  timeZone: null,
};

/** What is absent stays as it is. */
export interface NoticeChanges {
  readonly ways?: { readonly [Category in ChosenCategory]?: WayOf<Category> };
  readonly threshold?: Amount | null;
  readonly quiet?: QuietHours | null;
  readonly timeZone?: TimeZone;
}

/**
 * Why Discord takes no messages to a person: they accept none, share no server with the bank, or
 * have no Discord account any more. FAILED: it took a message at no attempt, for other reasons.
 */
export const unreachedReasons = ['CLOSED', 'NO_SERVER', 'GONE', 'FAILED'] as const;
export type Unreached = (typeof unreachedReasons)[number];

/**
 * What became of a notice. KEPT: not sent, as its owner chose. UNSURE: sent twice at most, and
 * Discord's answer was lost each time.
 */
export type NoticeOutcome = 'SENT' | 'KEPT' | 'UNSURE' | Unreached;

/** WAITING: it is about to be sent. HELD: it is sent at the end of the quiet hours. */
export type InboxState = NoticeOutcome | 'WAITING' | 'HELD';
