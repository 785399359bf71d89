import { dayMs } from '../../../lib/durations.ts';
import type { Currency } from './types.ts';

/** The operator's settings, as in `Config['bank']`. Sums are in minor units. */
export interface BankSettings {
  readonly name: string;
  readonly currency: Currency;
  /** Of statements in formats that allow only three capital letters; `XXX`: no currency. */
  readonly isoCurrency?: string;
  readonly limitPerTransaction: bigint;
  /** Per account and UTC day, for outgoing payments and for deposits separately. */
  readonly limitPerDay: bigint;
  readonly minimumAge: number;
  readonly passwordLengthMin: number;
  readonly sessionIdleMs: number;
  readonly sessionAbsoluteMs: number;
  /** How long a session can read after its login or its last proof. */
  readonly sessionReadMs?: number;
  /** How long ended sessions are kept. */
  readonly sessionsKeptMs?: number;
  /** 2^n rounds; after a change each password is hashed again at the next login. */
  readonly bcryptCost?: number;
  /** Refused logins and all answers to recoveries take at least this long. */
  readonly loginFloorMs?: number;
  /** Discord user ids; empty: the owner of the Discord application, whom the bot looks up. */
  readonly ownerIds?: readonly string[];
  /** Corrections above it need a second manager. */
  readonly fourEyesAbove?: bigint;
  /** Outgoing payments above it, first payments and payments by staff need a proof; null: none. */
  readonly stepUpAbove?: bigint | null;
  /** The most that one member of staff may move within 24 hours; null: no limit. */
  readonly staffLimitPerDay?: bigint | null;
  /** Staff who move money must prove themselves with an authenticator app. */
  readonly staffTotp?: boolean;
  /** Whether customers' deposits are booked at once, or after a teller's approval. */
  readonly deposits?: 'open' | 'approval';
  /** How often the books are checked while the bank is open. */
  readonly verifyEveryMs?: number;
  /** After how long the fees are read again. */
  readonly feesEveryMs?: number;
  /** How often new transactions and audit rows are added to the log. */
  readonly logEveryMs?: number;
  /** How often a process looks for jobs that are due. */
  readonly jobsEveryMs?: number;
  /** Multiplies every limit of `throttle/limits.ts`, for load tests. */
  readonly throttleFactor?: number;
  /** The country whose phone numbers need no country code, for example DE; null: none. */
  readonly defaultRegion?: string | null;
  /** The bank's own page: scheme, host and port, as browsers name them; null without one. */
  readonly page?: { readonly origin: string } | null;
  /** Whether mail is configured, so that `Bank.mail` is sent. */
  readonly canMail?: boolean;
}

export const settingDefaults = {
  isoCurrency: 'XXX',
  bcryptCost: 12,
  sessionReadMs: dayMs,
  sessionsKeptMs: 365 * dayMs,
  loginFloorMs: 600,
  verifyEveryMs: 60_000,
  feesEveryMs: 60_000,
  logEveryMs: 30_000,
  jobsEveryMs: 1_000,
  canMail: false,
  throttleFactor: 1,
  ownerIds: [] as readonly string[],
  fourEyesAbove: 0n,
  stepUpAbove: null as bigint | null,
  staffTotp: false,
  staffLimitPerDay: null as bigint | null,
  defaultRegion: null as string | null,
  page: null as { readonly origin: string } | null,
  deposits: 'open' as 'open' | 'approval',
} as const;

export const withDefaults = (settings: BankSettings) => ({ ...settingDefaults, ...settings });
export type FullSettings = ReturnType<typeof withDefaults>;

/** Secrets that never reach the database, of at least 32 bytes. */
export interface BankSecrets {
  readonly pepper: Uint8Array;
  /** Earlier peppers: passwords hashed with them still work, and are hashed again at login. */
  readonly formerPeppers?: readonly Uint8Array[];
  readonly piiKey: Uint8Array;
}
