/** The real bank on a schema of the benchmark, with limits above the load. */
import { createBank, moneyMax, type Bank } from '../../../src/bank/index.ts';
import type { BankSettings } from '../../../src/bank/model/base/settings.ts';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { currency } from './population.ts';

/** Fixed, so that every process of a benchmark reads the same passwords and payloads. */
export const pepperText = 'a pepper that only benchmarks use, forever';
export const piiKeyText = Buffer.alloc(32, 3).toString('base64');

export const settings: BankSettings = {
  name: 'Bench',
  currency,
  limitPerTransaction: moneyMax,
  limitPerDay: moneyMax,
  minimumAge: 13,
  passwordLengthMin: 10,
  sessionIdleMs: 8 * 3_600_000,
  sessionAbsoluteMs: 8 * 3_600_000,
  throttleFactor: 1_000,
};

export interface OpenBank {
  readonly bank: Bank;
  readonly pool: Pool;
  close(): Promise<void>;
}

export async function openBank(
  address: DatabaseAddress,
  more: Partial<BankSettings> = {},
): Promise<OpenBank> {
  const pool = createPool(address);
  const bank = await createBank({
    pool,
    clock: systemClock,
    report: () => {},
    settings: { ...settings, ...more },
    secrets: { pepper: Buffer.from(pepperText), piiKey: Buffer.from(piiKeyText, 'base64') },
  });
  const close = async () => {
    await bank.close();
    await pool.close();
  };
  return { bank, pool, close };
}
