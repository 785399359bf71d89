import type { Currency } from './types.ts';

/** What the operator decides; `Config['bank']` fits. Times in milliseconds, sums in minor units. */
export interface BankSettings {
  readonly name: string;
  readonly currency: Currency;
  readonly limitPerTransaction: bigint;
  /** Per account and UTC day: once for what goes out, once for deposits. */
  readonly limitPerDay: bigint;
  readonly minimumAge: number;
  readonly passwordLengthMin: number;
  readonly sessionIdleMs: number;
  readonly sessionAbsoluteMs: number;
  /** 2^n rounds; a change re-hashes each password at its next login. */
  readonly bcryptCost?: number;
  /** A refused login, and any answer of a recovery, comes no earlier, whatever was wrong. */
  readonly loginFloorMs?: number;
  /** Discord users; empty: the owner of the Discord application, whom the bot looks up. */
  readonly ownerIds?: readonly string[];
  /** Corrections above it need a second manager. */
  readonly fourEyesAbove?: bigint;
  /** Payments out above it, first payments and the staff's money acts need a proof; null: none. */
  readonly stepUpAbove?: bigint | null;
  /** Most that one member of staff moves within 24 hours; null: any. */
  readonly staffLimitPerDay?: bigint | null;
  /** Staff who move money must prove themselves with an authenticator app. */
  readonly staffTotp?: boolean;
  /** Whether customers' deposits are booked at once, or when a teller approves. */
  readonly deposits?: 'open' | 'approval';
  /** How often the books are checked while the bank is open. */
  readonly verifyEveryMs?: number;
  /** How often what was booked and audited is chained. */
  readonly chainEveryMs?: number;
  /** How often a process looks for jobs that are due. */
  readonly jobsEveryMs?: number;
  /** Lifts every limit of `throttle/limits.ts`, for a bank under a measured load. */
  readonly throttleFactor?: number;
  /** The country whose phone numbers need no country code, for example DE; null: none. */
  readonly defaultRegion?: string | null;
  /** Somebody sends what `Bank.mail` hands out. */
  readonly canMail?: boolean;
}

export const settingDefaults = {
  bcryptCost: 12,
  loginFloorMs: 600,
  verifyEveryMs: 60_000,
  chainEveryMs: 60_000,
  jobsEveryMs: 1_000,
  canMail: false,
  throttleFactor: 1,
  ownerIds: [] as readonly string[],
  fourEyesAbove: 0n,
  stepUpAbove: null as bigint | null,
  staffTotp: false,
  staffLimitPerDay: null as bigint | null,
  defaultRegion: null as string | null,
  deposits: 'open' as 'open' | 'approval',
} as const;

/** Secrets that never reach the database, of at least 32 bytes. */
export interface BankSecrets {
  readonly pepper: Uint8Array;
  /** Earlier peppers: their passwords are still known and re-hashed at login. */
  readonly formerPeppers?: readonly Uint8Array[];
  readonly piiKey: Uint8Array;
}
