/** What the resolver does with rows that cannot be finished: each ends, and its owner hears of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BankError, type Bank, type RequestId } from '../../src/bank/index.ts';
import type { LogEventName } from '../../src/log/events.ts';
import { loadCommands } from '../../src/bot/command/loader.ts';
import { attemptsMax } from '../../src/bot/settle/resolution.ts';
import { startResolver, type Resolver } from '../../src/bot/settle/resolver.ts';
import { createSettler } from '../../src/bot/settle/settling.ts';
import { DatabaseError } from '../../src/db/errors.ts';
import type { Logger } from '../../src/log/logger.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, database } = withBank({ balances: { anna: 0n } });
let resolver: Resolver | null;
let logged: LogEventName[];
let told: string[];
const logger: Logger = { event: (name) => logged.push(name), close: () => {} };

beforeEach(() => {
  [logged, told, resolver] = [[], [], null];
});
afterEach(async () => resolver?.close());

async function start(its: Bank = bank): Promise<void> {
  resolver = startResolver({
    bank: its,
    bankName: 'Passbook',
    clock: { now: () => Date.now() },
    logger,
    registry: await loadCommands(),
    summaries: [],
    settler: createSettler(logger),
    messenger: {
      post: async () => '1',
      edit: async () => {},
      send: async (_, rendered) => {
        told.push(JSON.stringify(rendered.container));
        return 'sent';
      },
    },
  });
}

/** Confirmed a while ago by a process that ended. */
async function leaveTaken(command: string, values: Record<string, string> = { amount: '5' }) {
  const { discordUserId, session } = anna;
  const payload = JSON.stringify({ form: 0, values, settled: {} });
  const { requestId } = await bank.pending.open({
    discordUserId,
    kind: 'CONFIRM',
    command,
    payload,
  });
  await bank.pending.take(requestId, discordUserId, session);
  await database.pool.write('UPDATE pending SET taken_at = taken_at - INTERVAL 90 SECOND');
  return requestId;
}
const stateOf = async (id: RequestId) => (await bank.pending.find(id, anna.discordUserId))?.state;
const becomes = async (id: RequestId, state: string) =>
  expect.poll(async () => stateOf(id), { timeout: 10_000 }).toBe(state);
const failing = (error: () => Error): Bank => ({
  ...bank,
  payments: {
    ...bank.payments,
    deposit: async () => {
      throw error();
    },
  },
});

describe('a row that was taken', () => {
  test('for a command that is gone is closed, and its owner is sent a message', async () => {
    const id = await leaveTaken('pay-by-pigeon');
    await start();
    await becomes(id, 'CANCELLED');
    expect((await bank.outbox.claim(9)).map(({ notice }) => notice)).toMatchObject([
      { kind: 'SETTLED', happened: false },
    ]);
  });

  test('with a form that has changed, and booked before, is not called “nothing moved”', async () => {
    const id = await leaveTaken('deposit', { sum: '5' });
    const wish = { kind: 'exact', amount: 5n } as never;
    await bank.payments.deposit(anna.session, { requestId: id, wish, memo: null });
    await start();
    await becomes(id, 'DONE');
    expect((await bank.outbox.claim(9)).map(({ notice }) => notice)).toMatchObject([
      { kind: 'SETTLED', happened: true },
    ]);
    expect(told).toEqual([]);
  });

  test('which the database refuses to write comes to nothing at once', async () => {
    const id = await leaveTaken('deposit');
    await start(failing(() => new DatabaseError('CHECK', { kind: 'constraint', errno: 4025 })));
    await becomes(id, 'CANCELLED');
    await expect.poll(() => told.join('')).toContain('Nothing moved');
    expect(logged).toContain('bot.failed');
  });

  test('whose run fails every time is given up after so many attempts', async () => {
    const id = await leaveTaken('deposit');
    await database.pool.write('UPDATE pending SET attempts = ?', [BigInt(attemptsMax - 1)]);
    await start(failing(() => new TypeError('a defect')));
    await expect.poll(() => logged.filter((name) => name === 'bot.failed')).toHaveLength(1);
    expect(await stateOf(id)).toBe('TAKEN');
    await database.pool.write('UPDATE pending SET claimed_until = NOW(6)');
    await becomes(id, 'STUCK');
    await sleep(50);
    expect(logged.filter((name) => name === 'bot.failed')).toHaveLength(1);
    expect(bank.events.filter(({ name }) => name === 'stuck')).toHaveLength(1);
  });
});

test('what the database refuses to write is a refusal with a reference, and reported', async () => {
  await database.pool.write('ALTER TABLE entries ADD CONSTRAINT no_five CHECK (amount <> 500)');
  try {
    const id = await leaveTaken('deposit');
    const wish = { kind: 'exact', amount: 500n } as never;
    const work = bank.payments.deposit(anna.session, { requestId: id, wish, memo: null });
    await expect(work).rejects.toBeInstanceOf(BankError);
    await expect(work).rejects.toMatchObject({ code: 'NOT_BOOKABLE' });
    expect(bank.events).toMatchObject([{ name: 'bookingRefused' }]);
  } finally {
    await database.pool.write('ALTER TABLE entries DROP CONSTRAINT no_five');
  }
});
