/** Sessions and security events, for several rooms. */
import type { DiscordUserId } from './types.ts';

/** How long a session lives without use, and at most. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** Whether this replaces the Discord id of an erased customer; see `erasedMark`. */
export const isErasedMark = (discordUserId: DiscordUserId): boolean =>
  discordUserId.startsWith('x');

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
  | 'TOTP_ENABLED'
  | 'TOTP_DISABLED';
