/** A bank in a process of its own; a test kills it in the middle of its work. */
import { type Bank, type BankSettings, createBank } from '../../src/bank/index.ts';
import type { DatabaseAddress } from '../../src/lib/database-address.ts';
import { createPool } from '../../src/db/pool.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { fromJson } from '../../src/lib/storable.ts';

interface Given {
  readonly address: DatabaseAddress;
  readonly settings: BankSettings;
  readonly timeMs: number;
}

interface Asked {
  readonly time?: number;
  readonly session?: Parameters<Bank['payments']['transfer']>[0];
  readonly order?: Parameters<Bank['payments']['transfer']>[1];
}

const given = fromJson(JSON.parse(process.argv[2] ?? '')) as Given;
const { address, settings, timeMs } = given;
let nowMs = timeMs;
const bank = await createBank({
  pool: createPool(address),
  clock: systemClock,
  report: () => {},
  settings,
  secrets: { pepper: Buffer.alloc(32, 7), piiKey: Buffer.alloc(32, 9) },
  jobTime: () => new Date(nowMs),
});
process.on('message', (message) => {
  const { time, session, order } = fromJson(message) as Asked;
  if (time !== undefined) nowMs = time;
  // Its answer is lost with the process.
  if (session === undefined || order === undefined) return;
  bank.payments.transfer(session, order).catch(() => {});
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
