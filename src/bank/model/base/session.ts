/** What the bank knows of people and their sessions, as other rooms read it. */
import type { DiscordUserId } from './types.ts';

/** How long a session lives: without use, and at most. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** Of an erased customer; it is no Discord id. */
export const isErasedMark = (discordUserId: DiscordUserId): boolean =>
  discordUserId.startsWith('x');

/** What a customer is notified of for the safety of their account. */
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
