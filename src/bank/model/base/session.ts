/** Sessions and security events, for several rooms. */
import { instant } from '../../../lib/clock.ts';
import type { CustomerId, DiscordUserId, Place } from './types.ts';

/** A session has two clocks: one for reading, and a shorter one for moving money. */
export interface SessionLimits {
  /** Money moves until this long after the last use. */
  readonly idleMs: number;
  /** Money moves until this long after the login or the last proof, at most. */
  readonly absoluteMs: number;
  /** Reading goes on until this long after the login or the last proof; 0: no longer than money. */
  readonly readMs: number;
}

export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** The last proof in the session; null: none since the login. */
  readonly provedAt: Date | null;
}

/** When the session can no longer move money without a proof, and when it can no longer read. */
export function sessionEnds(times: SessionTimes, limits: SessionLimits) {
  const { createdAt, lastSeenAt, provedAt } = times;
  const moments = {
    createdMs: createdAt.getTime(),
    lastSeenMs: lastSeenAt.getTime(),
    provedMs: provedAt === null ? null : provedAt.getTime(),
  };
  const { moneyMs, readMs } = sessionEndsMs(moments, limits);
  return { moneyUntil: instant(moneyMs), readUntil: instant(readMs) };
}

/** The same times in milliseconds since 1970. */
export interface SessionMoments {
  readonly createdMs: number;
  readonly lastSeenMs: number;
  readonly provedMs: number | null;
}

/** The same ends in milliseconds since 1970. */
export function sessionEndsMs(
  { createdMs, lastSeenMs, provedMs }: SessionMoments,
  { idleMs, absoluteMs, readMs }: SessionLimits,
): { readonly moneyMs: number; readonly readMs: number } {
  const proved = provedMs ?? createdMs;
  const moneyMs = Math.min(lastSeenMs + idleMs, proved + absoluteMs);
  return { moneyMs, readMs: Math.max(moneyMs, proved + readMs) };
}

/** Reading elsewhere ends with the time for moving money. Direct messages are a place each. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.guildId === b.guildId && (a.guildId !== null || a.channelId === b.channelId);

/** Whether this replaces the Discord id of an erased customer; see `erasedMark`. */
export const isErasedMark = (discordUserId: DiscordUserId): boolean =>
  discordUserId.startsWith('x');

/** In place of the Discord id of a holder of a shared account; no Discord id begins with s. */
export const holderMark = (id: CustomerId): DiscordUserId => `s${id}` as DiscordUserId;

/** Whether this is of a holder of a shared account, who is no person. */
export const isHolderMark = (discordUserId: DiscordUserId): boolean =>
  discordUserId.startsWith('s');

/** Events that a customer is notified of for the security of the account. */
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
  | 'OWN_ACCOUNT_OPENED'
  | 'MAIN_ACCOUNT_CHANGED'
  | 'OWN_ACCOUNT_CLOSED'
  | 'POT_RELEASE_ASKED'
  | 'OWN_LIMIT_CHANGED'
  | 'TOTP_ENABLED'
  | 'TOTP_DISABLED'
  | 'PASSKEY_ADDED'
  | 'PASSKEY_REMOVED'
  | 'PASSKEY_CLONED'
  | 'NOTICES_LOWERED';
