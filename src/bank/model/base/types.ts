import type { Brand } from '../../../lib/brand.ts';

export type { Page, PageCursor, PageRange } from './pages.ts';

export type ProfileField = 'fullName' | 'email' | 'phone';

/** Ids are 63-bit, time-ordered and made by the application (lib/ids.ts). */
export type CustomerId = Brand<bigint, 'CustomerId'>;
export type AccountId = Brand<bigint, 'AccountId'>;
export type SessionId = Brand<bigint, 'SessionId'>;
/** Made before the first attempt; it is the idempotency key and becomes the transaction's id. */
export type RequestId = Brand<bigint, 'RequestId'>;
export type JobId = Brand<bigint, 'JobId'>;
/** Discord's id of a person, a decimal snowflake. */
export type DiscordUserId = Brand<string, 'DiscordUserId'>;
/** Ten digits, the last one a check digit; the only identifier a customer types. */
export type AccountNumber = Brand<string, 'AccountNumber'>;
/** Short public code of a request and of the transaction it becomes; known before booking. */
export type Reference = Brand<string, 'Reference'>;

/** Minor units, always above zero and at most 2^53 - 1. */
export type Amount = Brand<bigint, 'Amount'>;
/** Minor units of one customer's account or one fee: from 0 to 2^53 - 1. Sums are plain bigint. */
export type Balance = Brand<bigint, 'Balance'>;
/** What a person asked to move: a sum, or a share of the available balance at booking time. */
export type AmountWish =
  { readonly kind: 'exact'; readonly amount: Amount } | { readonly kind: 'half' | 'all' };

export interface Currency {
  /** Short code printed after amounts, for example `GEM`. */
  readonly code: string;
  /** Number of decimals of one unit, 0 to 4. */
  readonly scale: number;
}

export type StaffRole = 'TELLER' | 'MANAGER' | 'AUDITOR';
/** What needs a second person of staff before it happens. */
export type ApprovalKind = 'ROLE_GRANT' | 'UNFREEZE' | 'RELINK' | 'ADJUST' | 'REVERSE' | 'DEPOSIT';
/** REFUSED: approved, and the bank can never do it. */
export type ApprovalState = 'OPEN' | 'APPROVED' | 'DECLINED' | 'REFUSED' | 'EXPIRED';
/** OWNER: grants the first managers, and has no other power. */
export type ActorRole = StaffRole | 'OWNER';
/** Who an account belongs to; everything but CUSTOMER is the bank's own. */
export type AccountKind = 'CUSTOMER' | OwnAccountKind;
export type OwnAccountKind = 'CASH' | 'FEES' | 'INTEREST' | 'SUSPENSE' | 'EQUITY';
export type AccountStatus = 'OPEN' | 'FROZEN' | 'CLOSED';
export type TransactionKind = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER' | 'REVERSAL' | 'ADJUSTMENT';
export type Gender = 'female' | 'male' | 'other' | 'undisclosed';

/** Where on Discord something was asked: a server and channel, or a direct message. */
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
  /** The earlier of the idle and the absolute limit, as of now. */
  readonly expiresAt: Date;
}

/** Why a session is over; EXPIRED also stands for one that nobody has ended yet. */
export type SessionEnd =
  | 'LOGOUT'
  | 'REPLACED'
  | 'EXPIRED'
  | 'PASSWORD_CHANGED'
  | 'RECOVERED'
  | 'LOCKED'
  | 'FROZEN'
  | 'RELINKED';

/** One login as its customer may see it. */
export interface SessionView {
  readonly place: Place;
  readonly createdAt: Date;
  /** The live session has neither. */
  readonly endedAt: Date | null;
  readonly end: SessionEnd | null;
  /** When it ends by itself, as of now. */
  readonly expiresAt: Date;
}

/** What a customer sees of themselves. */
export interface Profile {
  readonly details: PersonalDetails;
  readonly accountNumber: AccountNumber;
  readonly registeredAt: Date;
  readonly passwordChangedAt: Date;
  readonly recoveryCodesLeft: number;
  /** A new address that waits for its code. */
  readonly emailToConfirm: { readonly address: string; readonly until: Date } | null;
}

/** A code as typed, told apart by its length; whether it is right only the bank knows. */
export type ProofCode =
  | { readonly kind: 'mailed'; readonly text: string }
  | { readonly kind: 'recovery'; readonly text: string };

/** All the bot may know before it answers; found with one indexed read. */
export interface Identity {
  readonly discordUserId: DiscordUserId;
  readonly customerId: CustomerId | null;
  readonly accountNumber: AccountNumber | null;
  readonly session: Session | null;
  readonly staffRole: StaffRole | null;
  /** An authenticator app is set up: its codes prove that it is them, and the password does not. */
  readonly hasApp?: boolean;
  /** The bank's owner, while there are fewer than two managers: may make managers, no more. */
  readonly helpsAsOwner?: boolean;
}
