import type { BankSettings } from '../../../src/bank/index.ts';
import type * as m from '../../../src/bank/model/index.ts';

/** How often fees are read: their announcement is shorter than in a bank. */
export const feesEveryMs = 100;

/** A tenth of it holds for customers whose recovery is recent: few, who reach it soon. */
export const limitPerDay = 200_000_000n;

/** What the last customer sets for themselves for a week. */
export const ownWeekLimit = 12_000_000n;

/** Appoints the two managers of the bank. */
export const ownerDiscordId = '700000000000900001' as m.DiscordUserId;

/** Generous limits: only money and sessions should decide payments here. */
export function bankSettings(wanted: {
  readonly bcryptCost: number;
  readonly sessionIdleMs: number;
}): BankSettings {
  return {
    name: 'Passbook',
    currency: { code: 'GEM', scale: 2 },
    limitPerTransaction: 1_000_000_000n,
    limitPerDay,
    minimumAge: 13,
    passwordLengthMin: 10,
    sessionIdleMs: wanted.sessionIdleMs,
    sessionAbsoluteMs: 8 * 3_600_000,
    sessionReadMs: 24 * 3_600_000,
    bcryptCost: wanted.bcryptCost,
    loginFloorMs: 0,
    throttleFactor: 1_000,
    // Often, so that a false alarm of the online check is noticed.
    verifyEveryMs: 1_000,
    jobsEveryMs: 100,
    feesEveryMs,
    ownerIds: [ownerDiscordId],
  };
}
