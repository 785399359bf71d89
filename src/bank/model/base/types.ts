import type { Brand } from '../../../lib/brand.ts';

export type { Page, PageCursor, PageRange } from './pages.ts';

export type ProfileField = 'fullName' | 'email' | 'phone';

/** Ids are 63-bit, time-ordered and made by the application (lib/ids.ts). */
export type CustomerId = Brand<bigint, 'CustomerId'>;
export type AccountId = Brand<bigint, 'AccountId'>;
export type SessionId = Brand<bigint, 'SessionId'>;
/** Made before the first attempt; it is the idempotency key and becomes the transaction's id. */
export type RequestId = Brand<bigint, 'RequestId'>;
/** SHA-256 of what was asked for, as 64 hexadecimal digits in lower case. */
export type Fingerprint = Brand<string, 'Fingerprint'>;
/** The id of the request that asked for the hold. */
export type HoldId = Brand<bigint, 'HoldId'>;
export type JobId = Brand<bigint, 'JobId'>;
/** A row of another room that a transaction changes when it is booked. */
export interface Link {
  readonly kind: string;
  readonly id: bigint;
}
/** A Discord user's id, a decimal snowflake. */
export type DiscordUserId = Brand<string, 'DiscordUserId'>;
/** Ten digits, the last one a check digit; the only identifier a customer types. */
export type AccountNumber = Brand<string, 'AccountNumber'>;
/** Short public code of a request and of its transaction; known before booking. */
export type Reference = Brand<string, 'Reference'>;

/** Minor units, always above zero and at most 2^53 - 1. */
export type Amount = Brand<bigint, 'Amount'>;
/** Minor units of one customer's account or one fee: from 0 to 2^53 - 1. Sums are plain bigint. */
export type Balance = Brand<bigint, 'Balance'>;
/**
 * What a person asked to move: a sum, or a share of the available balance. A share is booked only
 * as the sum that its card showed; without one it can only be quoted.
 */
export type AmountWish =
  | { readonly kind: 'exact'; readonly amount: Amount }
  | { readonly kind: 'half' | 'all'; readonly shown?: Amount };

export interface Currency {
  /** Short code printed after amounts, for example `GEM`. */
  readonly code: string;
  /** Number of decimals of one unit, 0 to 4. */
  readonly scale: number;
}

export type StaffRole = 'TELLER' | 'MANAGER' | 'AUDITOR';
/** Requests that need a second member of staff. */
export const approvalKinds = [
  'ROLE_GRANT',
  'UNFREEZE',
  'RELINK',
  'ADJUST',
  'REVERSE',
  'DEPOSIT',
  'SETUP',
  'FEE',
  'INTEREST',
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];
/** REFUSED: approved, but the bank cannot do it. */
export type ApprovalState = 'OPEN' | 'APPROVED' | 'DECLINED' | 'REFUSED' | 'EXPIRED';
/** OWNER: may grant the first managers and set the bank up, and nothing else. */
export type ActorRole = StaffRole | 'OWNER';
/** All kinds but CUSTOMER are the bank's own accounts. */
export type AccountKind = 'CUSTOMER' | OwnAccountKind;
export type OwnAccountKind = 'CASH' | 'FEES' | 'INTEREST' | 'SUSPENSE' | 'EQUITY';
/** How money that was set aside ended. */
export type HoldEnding = 'CAPTURED' | 'VOIDED' | 'EXPIRED';
/** What a customer's account is for. */
export const accountTypes = ['CURRENT', 'SAVINGS'] as const;
/**
 * POT: pays only its owner's other accounts, and only they pay it. SHARED: its members use it; its
 * owner is no person.
 */
export type AccountType = (typeof accountTypes)[number] | 'POT' | 'SHARED';
export type AccountStatus = 'OPEN' | 'FROZEN' | 'CLOSED';
export type Gender = 'female' | 'male' | 'other' | 'undisclosed';

/** Where on Discord a request was made: a channel of a server, or a direct message. */
export interface Place {
  readonly guildId: string | null;
  readonly channelId: string;
}

export interface PersonalDetails {
  readonly fullName: string;
  /** Normalised: trimmed, lower case. */
  readonly email: string;
  /** E.164, for example +4930123456. */
  readonly phone: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly gender: Gender;
}

export interface Session {
  readonly id: SessionId;
  readonly customerId: CustomerId;
  readonly discordUserId: DiscordUserId;
  readonly place: Place;
  readonly createdAt: Date;
  /** The end of reading, without a further proof. */
  readonly expiresAt: Date;
  /** Until then money moves without a proof, without further use. */
  readonly moneyUntil: Date;
  /** Whether money could move when the session was read. */
  readonly canMove: boolean;
  /** Time since the login when the session was read, in milliseconds. */
  readonly ageMs: number;
}

/** Why a session is over; EXPIRED also for one whose row has not been ended yet. */
export type SessionEnd =
  | 'LOGOUT'
  | 'REPLACED'
  | 'EXPIRED'
  | 'PASSWORD_CHANGED'
  | 'RECOVERED'
  | 'LOCKED'
  | 'FROZEN'
  | 'RELINKED';

/** One login, as shown to its customer. */
export interface SessionView {
  readonly place: Place;
  readonly createdAt: Date;
  /** Null for the live session, as is `end`. */
  readonly endedAt: Date | null;
  readonly end: SessionEnd | null;
  /** When it expires without further use. */
  readonly expiresAt: Date;
}

/** A customer's own profile. */
export interface Profile {
  readonly details: PersonalDetails;
  readonly accountNumber: AccountNumber;
  readonly registeredAt: Date;
  readonly passwordChangedAt: Date;
  readonly recoveryCodesLeft: number;
  /** A new address that has not been confirmed by its code. */
  readonly emailToConfirm: { readonly address: string; readonly until: Date } | null;
}

/** A code as typed; its kind follows from its length. */
export type ProofCode =
  | { readonly kind: 'mailed'; readonly text: string }
  | { readonly kind: 'recovery'; readonly text: string };

/** The language in which a person wants the bank to write to them. */
export interface LanguageChoice {
  /** Chosen with `/language`; null: as Discord. */
  readonly choice: string | null;
  /** Discord's locale as last seen; null if unknown. */
  readonly locale: string | null;
}

/** The caller of a command; found with one indexed read. */
export interface Identity {
  readonly discordUserId: DiscordUserId;
  readonly customerId: CustomerId | null;
  /** Of the main account. */
  readonly accountNumber: AccountNumber | null;
  /** The customer has opened more than one account, or is a member of a shared one. */
  readonly hasSeveral?: boolean;
  readonly session: Session | null;
  readonly staffRole: StaffRole | null;
  /** An authenticator app is set up: its codes are the customer's proof, not the password. */
  readonly hasApp?: boolean;
  /** The customer has at least one passkey. */
  readonly hasPasskey?: boolean;
  /** The bank's owner while there are fewer than two managers: may only grant managers. */
  readonly helpsAsOwner?: boolean;
  readonly language?: LanguageChoice;
  /** Notices that were not sent and of which no reply has told yet; above zero. */
  readonly news?: number;
}
