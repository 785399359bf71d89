/** What the resolver does with rows that cannot be finished: each ends, and its owner hears of it. */
import { ComponentType } from 'discord.js';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BankError, type Bank, referenceOf, type RequestId } from '../../src/bank/index.ts';
import type { LogEventName } from '../../src/log/events.ts';
import { render } from '../../src/bot/cards/render.ts';
import { loadCommands } from '../../src/bot/command/loader.ts';
import { deskReply } from '../../src/bot/replies/staff.ts';
import { attemptsMax } from '../../src/bot/settle/resolution.ts';
import { startResolver, type Resolver } from '../../src/bot/settle/resolver.ts';
import { createSettler } from '../../src/bot/settle/settling.ts';
import { DatabaseError } from '../../src/db/errors.ts';
import { notesIn } from '../../src/lib/notes.ts';
import { type Storable, toJson } from '../../src/lib/storable.ts';
import type { Logger } from '../../src/log/logger.ts';
import { balanceOf, exactly } from '../support/bank.ts';
import { at, guilds, of, type Principal } from '../support/stage/principals.ts';
import { openWire, type Wire } from '../support/stage/wire.ts';
import { openStaff, type Staff } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';
import { testSetup } from '../support/setup.ts';

const { bank, anna, database } = withBank({ balances: { anna: 0n } });
let resolver: Resolver | null;
let logged: LogEventName[];
let told: string[];
let folder: string;
const logger: Logger = { event: (name) => logged.push(name), close: () => {} };

beforeEach(() => {
  [logged, told, resolver] = [[], [], null];
  folder = mkdtempSync(join(tmpdir(), 'passbook-resolver-'));
});
afterEach(async () => {
  await resolver?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(its: Bank = bank, notesFolder = folder): Promise<void> {
  resolver = startResolver({
    bank: its,
    bankName: 'Passbook',
    clock: { now: () => Date.now() },
    logger,
    registry: await loadCommands(),
    summaries: [],
    roleMembers: async () => [],
    examine: async () => [],
    setup: testSetup,
    settler: createSettler(logger),
    notes: notesIn(notesFolder),
    messenger: {
      post: async () => '1',
      edit: async () => {},
      find: async () => null,
      send: async (_, rendered) => {
        told.push(JSON.stringify(rendered.container));
        return 'sent';
      },
    },
  });
}

const five: Storable = { wish: exactly(500n), memo: null, decidedBy: 'open' };

/** A card as it waits for a press; null: made by a version that stored no order. */
async function makeCard(command: string, order: { readonly input: Storable } | null) {
  const { discordUserId } = anna;
  const stored = order === null ? { settled: {} } : { order: { v: 1, input: toJson(order.input) } };
  const payload = JSON.stringify({ form: 0, values: { amount: '5' }, ...stored });
  const { requestId } = await bank.pending.open({
    discordUserId,
    kind: 'CONFIRM',
    command,
    payload,
  });
  return requestId;
}

/** Confirmed a while ago by a process that ended. */
async function leaveTaken(command: string, order: { readonly input: Storable } | null) {
  const requestId = await makeCard(command, order);
  await bank.pending.take(requestId, anna.discordUserId, anna.session);
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
  test('and claimed while the bank was unavailable is finished before its claim ends', async () => {
    const id = await leaveTaken('deposit', { input: five });
    let calls = 0;
    const deposit: Bank['payments']['deposit'] = async (...args) => {
      calls += 1;
      if (calls <= 2) throw new BankError('BANK_BUSY');
      return bank.payments.deposit(...args);
    };
    await start({ ...bank, payments: { ...bank.payments, deposit } });
    await expect.poll(async () => stateOf(id), { timeout: 25_000 }).toBe('DONE');
    expect(await balanceOf(bank, anna)).toBe(500n);
    expect(told).toHaveLength(1);
  }, 40_000);

  test('for a command that is gone is closed, and its owner is sent a message', async () => {
    const id = await leaveTaken('pay-by-pigeon', { input: five });
    await start();
    await becomes(id, 'CANCELLED');
    expect((await bank.outbox.claim(9)).map(({ notice }) => notice)).toMatchObject([
      { kind: 'SETTLED', happened: false },
    ]);
  });

  test('by an older version, and booked before, is not called “nothing moved”', async () => {
    const id = await leaveTaken('deposit', null);
    const wish = exactly(5n);
    await bank.payments.deposit(anna.session, { requestId: id, wish, memo: null });
    await start();
    await becomes(id, 'DONE');
    expect((await bank.outbox.claim(9)).map(({ notice }) => notice)).toMatchObject([
      { kind: 'SETTLED', happened: true },
    ]);
    expect(told).toEqual([]);
  });

  test('by an older version, and not booked, is closed, and its owner is sent a message', async () => {
    const id = await leaveTaken('deposit', null);
    await start();
    await becomes(id, 'CANCELLED');
    expect((await bank.outbox.claim(9)).map(({ notice }) => notice)).toMatchObject([
      { kind: 'SETTLED', happened: false },
    ]);
    expect(await balanceOf(bank, anna)).toBe(0n);
  });

  test('which the database refuses to write comes to nothing at once', async () => {
    const id = await leaveTaken('deposit', { input: five });
    await start(failing(() => new DatabaseError('CHECK', { kind: 'constraint', errno: 4025 })));
    await becomes(id, 'CANCELLED');
    await expect.poll(() => told.join('')).toContain('Nothing moved');
    expect(logged).toContain('bot.failed');
  });

  test('of a command that moves no money is refused without a word about money', async () => {
    const id = await leaveTaken('privacy erase', { input: null });
    const erase = async () => Promise.reject(new BankError('SESSION_EXPIRED'));
    await start({ ...bank, privacy: { ...bank.privacy, erase } });
    await becomes(id, 'CANCELLED');
    await expect.poll(() => told.join('')).toContain('Nothing changed');
    expect(told.join('')).not.toContain('moved');
  });

  test('whose run fails every time is given up after so many attempts', async () => {
    const id = await leaveTaken('deposit', { input: five });
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

describe('a press that the database could not store', () => {
  const notes = (): string[] => readdirSync(folder);
  const pressOf = (requestId: RequestId) => ({
    requestId,
    discordUserId: anna.discordUserId,
    sessionId: anna.session.id,
  });
  /** Keeps the press in a process that dies before the database is back. */
  async function pressAndDie(): Promise<RequestId> {
    const id = await makeCard('deposit', { input: five });
    const take = async () => Promise.reject(new BankError('BANK_BUSY'));
    await start({ ...bank, pending: { ...bank.pending, take } });
    await resolver?.keep(pressOf(id));
    expect(notes()).toEqual([`${id}.json`]);
    await resolver?.close();
    expect(await stateOf(id)).toBe('OPEN');
    expect(told).toEqual([]);
    return id;
  }

  test('is carried out by the next process, which sends the receipt and removes the note', async () => {
    const id = await pressAndDie();
    await start();
    await becomes(id, 'DONE');
    await expect.poll(notes).toEqual([]);
    expect(told.join('')).toContain('Deposited 5.00 GEM');
    expect(await balanceOf(bank, anna)).toBe(500n);
  });

  test('whose card has expired meanwhile comes to nothing, and its owner gets a message', async () => {
    const id = await pressAndDie();
    await database.pool.write('UPDATE pending SET expires_at = NOW(6) WHERE id = ?', [id]);
    await start();
    await expect.poll(notes).toEqual([]);
    expect(told.join('')).toContain('Nothing moved');
    expect(await balanceOf(bank, anna)).toBe(0n);
  });

  test('whose session has ended meanwhile comes to nothing, and its owner gets a message', async () => {
    const id = await pressAndDie();
    await database.pool.write(`
      UPDATE sessions
      SET ended_at = NOW(6), end_reason = 'LOGOUT', live_customer_id = NULL`);
    await start();
    await becomes(id, 'CANCELLED');
    await expect.poll(notes).toEqual([]);
    expect(told.join('')).toContain('Nothing moved');
    expect(await database.pool.rows('SELECT id FROM transactions')).toEqual([]);
  });

  test('is reported once by two processes that share the folder', async () => {
    const id = await pressAndDie();
    await start();
    const first = resolver!;
    await start();
    await becomes(id, 'DONE');
    await expect.poll(notes).toEqual([]);
    await first.close();
    expect(await balanceOf(bank, anna)).toBe(500n);
  });

  test('is reported also if a note is damaged, which is logged and removed', async () => {
    const id = await pressAndDie();
    writeFileSync(join(folder, '12.json'), '{"discordUserId": "4');
    await start();
    await becomes(id, 'DONE');
    await expect.poll(notes).toEqual([]);
    expect(logged).toContain('bot.failed');
  });

  test('is reported by the same process if the note cannot be written', async () => {
    const id = await makeCard('deposit', { input: five });
    writeFileSync(join(folder, 'file'), '');
    await start(bank, join(folder, 'file'));
    await resolver?.keep(pressOf(id));
    expect(logged).toContain('bot.failed');
    await becomes(id, 'DONE');
    await expect.poll(() => told.join('')).toContain('Deposited 5.00 GEM');
  });
});

test('what the database refuses to write is a refusal with a reference, and reported', async () => {
  await database.pool.write('ALTER TABLE entries ADD CONSTRAINT no_five CHECK (amount <> 500)');
  try {
    const id = await leaveTaken('deposit', { input: five });
    const wish = { kind: 'exact', amount: 500n } as never;
    const work = bank.payments.deposit(anna.session, { requestId: id, wish, memo: null });
    await expect(work).rejects.toBeInstanceOf(BankError);
    await expect(work).rejects.toMatchObject({ code: 'NOT_BOOKABLE' });
    expect(bank.events).toMatchObject([{ name: 'bookingRefused' }]);
  } finally {
    await database.pool.write('ALTER TABLE entries DROP CONSTRAINT no_five');
  }
});

describe('the card of a stuck confirmation in the staff channel', () => {
  let staff: Staff;
  let wire: Wire;
  let id: RequestId;
  let buttons: { readonly tryAgain: string; readonly giveUp: string };

  beforeEach(async () => {
    staff = await openStaff(bank);
    id = await leaveTaken('deposit', { input: five });
    await bank.pending.giveUp(id);
    const cards = await bank.staffCards.claim(9);
    const { notice } = cards.find((card) => card.notice.kind === 'STUCK')!;
    const { container } = render(deskReply(notice, bank), { path: 'help', row: null });
    const ids = container.components.flatMap((part) =>
      part.type === ComponentType.ActionRow
        ? part.components.map((button) => ('custom_id' in button ? button.custom_id : ''))
        : [],
    );
    expect(ids).toHaveLength(2);
    buttons = { tryAgain: ids[0]!, giveUp: ids[1]! };
    const registry = await loadCommands();
    wire = openWire({ bank, registry, staffGuildId: guilds.staff });
  });
  afterEach(async () => wire.close());

  const by = (person: (typeof staff)['mona']): Principal =>
    of(person, { name: 'staff', place: at(guilds.staff), role: null });

  test('runs it again by its first button, and its owner gets the receipt', async () => {
    const { text, buttons: left } = await wire.press(by(staff.mona), buttons.tryAgain);
    expect(text).toContain('Trying again');
    expect(text).toContain(referenceOf(id));
    expect(left).toEqual([]);
    await wire.close();
    await start();
    await becomes(id, 'DONE');
    expect(await balanceOf(bank, anna)).toBe(500n);
    expect(told.join('')).toContain('Deposited 5.00 GEM');
  });

  test('ends it by its second button, once, and its owner gets a message', async () => {
    const { text, buttons: left } = await wire.press(by(staff.mona), buttons.giveUp);
    expect(text).toContain('Given up');
    expect(text).toContain(referenceOf(id));
    expect(left).toEqual([]);
    expect(await stateOf(id)).toBe('CANCELLED');
    expect(await balanceOf(bank, anna)).toBe(0n);
    expect((await bank.outbox.claim(9)).map(({ notice }) => notice)).toContainEqual(
      expect.objectContaining({ kind: 'SETTLED', happened: false }),
    );
    for (const customId of Object.values(buttons)) {
      const again = await wire.press(by(staff.max), customId);
      expect(again.text).toContain('no longer stuck');
    }
  });

  test('has no effect when a person without the right presses', async () => {
    for (const person of [staff.teller, staff.auditor, anna]) {
      for (const customId of Object.values(buttons)) {
        const { text } = await wire.press(by(person), customId);
        expect(text).toContain('only for the bank’s staff');
      }
    }
    expect(await stateOf(id)).toBe('STUCK');
  });
});
