/** A bank in a process of its own, so that it can be killed while its customers go on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BankError, type BankEvent, createBank } from '../../../src/bank/index.ts';
import { parseDatabaseUrl } from '../../../src/lib/database-address.ts';
import { DatabaseError } from '../../../src/db/errors.ts';
import { createPool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { openDoor } from './door.ts';
import type { BankOptions, FromBank, Services, ToBank } from './protocol.ts';
import { bankSettings } from './settings.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as BankOptions;
const say = (message: FromBank) => process.send?.(message);
let offsetMs = 0;
const clock = { now: () => systemClock.now() + offsetMs };

async function openBank(): Promise<Services> {
  const limits = { connections: options.connections };
  const pool = createPool(parseDatabaseUrl(options.databaseUrl), { limits });
  const report = (event: BankEvent) => void say({ kind: 'event', event });
  const settings = bankSettings(options);
  const secrets = { pepper: Buffer.alloc(32, 7), piiKey: Buffer.alloc(32, 9) };
  const opened = await createBank({ pool, clock, report, settings, secrets });
  return { ...opened, ledger: await openDoor({ pool, clock, report, settings }) };
}

/** The database may be down at this moment. */
async function openUntilItWorks(): Promise<Services> {
  for (;;) {
    try {
      return await openBank();
    } catch {
      await sleep(50);
    }
  }
}

/** The error text of a duplicate omits the key, which is needed here. */
function storyOf(error: unknown): string {
  const key = error instanceof DatabaseError ? ` (key ${error.key})` : '';
  return error instanceof Error ? `${error.stack ?? error.message}${key}` : 'not an error';
}

const bank = await openUntilItWorks();

/** A function cannot be sent to another process. */
function sendable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const sent = entries.filter(([, one]) => typeof one !== 'function');
  return sent.length === entries.length ? value : Object.fromEntries(sent);
}

async function answer(call: Extract<ToBank, { kind: 'call' }>): Promise<void> {
  const { id, service, method, given } = call;
  const functions = bank[service] as unknown as Record<string, (...given: unknown[]) => unknown>;
  try {
    say({ kind: 'answer', id, value: sendable(await functions[method]!(...given)) });
  } catch (error) {
    if (error instanceof BankError) say({ kind: 'refusal', id, code: error.code });
    else say({ kind: 'defect', id, message: `${service}.${method}: ${storyOf(error)}` });
  }
}

process.on('message', (message: ToBank) => {
  if (message.kind === 'clock') offsetMs = message.offsetMs;
  else if (message.kind === 'call') void answer(message);
  else say({ kind: 'answer', id: message.id, value: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit(0));
say({ kind: 'ready' });
