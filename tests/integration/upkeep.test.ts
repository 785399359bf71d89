/** Backups by schedule: made, copied, removed, restored for a trial; and staff told of failures. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asBot } from '../../src/app/database-users.ts';
import { drill, lastDrill } from '../../src/app/upkeep/drill.ts';
import { startUpkeep } from '../../src/app/upkeep/upkeep.ts';
import { checkBackup } from '../../src/bank/index.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { textOf } from '../../src/db/rows.ts';
import { withScratchSchema } from '../../src/db/scratch.ts';
import { databaseUrl } from '../../src/lib/database-address.ts';
import type { Worker } from '../../src/lib/worker.ts';
import { openBank, openPerson, pay, type TestBank } from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { takeAll } from '../support/messages.ts';

const database = testDatabase();
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const start = Date.parse('2026-11-28T00:00:00Z');

let bank: TestBank;
let config: Config;
let now: number;
let worker: Worker | null;
let events: [string, Record<string, unknown>][];

beforeEach(async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'passbook-upkeep-'));
  config = {
    ...readConfig({ DATABASE_URL: databaseUrl(database.address) }),
    dataFolder,
  };
  now = start;
  events = [];
  worker = null;
  bank = await openBank(database.pool);
  await openPerson(bank, 500n);
});
afterEach(async () => {
  await worker?.close();
  await bank.close();
  rmSync(config.dataFolder, { recursive: true });
});

const folder = () => join(config.dataFolder, 'backups');
const backups = () =>
  existsSync(folder()) ? readdirSync(folder()).toSorted((a, b) => a.localeCompare(b)) : [];
const schemas = async () =>
  (await database.pool.rows('SELECT schema_name AS name FROM information_schema.schemata'))
    .map((row) => textOf(row, 'name'))
    .filter((name) => name.startsWith(`${database.address.schema}_drill_`));

const tellStaff = async (task: Parameters<TestBank['upkeep']['failed']>[0]) =>
  bank.upkeep.failed(task);

function begin(
  changes: Partial<Config['backups']> = {},
  own: Partial<Config> = {},
  tell = tellStaff,
): void {
  worker = startUpkeep(
    {
      config: { ...config, ...own, backups: { ...config.backups, ...changes } },
      logger: {
        event: (name, facts) => void events.push([name, { ...facts }]),
        close: () => {},
      },
      clock: { now: () => now },
      tell,
    },
    5,
  );
}
const happened = (name: string) => events.filter(([one]) => one === name).length;
const soon = async (name: string, times = 1) =>
  vi.waitFor(() => expect(happened(name)).toBe(times), { timeout: 20_000 });
/** Long enough for several rounds in which nothing is due. */
const rounds = async () => new Promise((resolve) => setTimeout(resolve, 60));

test('the first ten minutes after the start, then every day; the trial once a week', async () => {
  begin();
  now += 9 * minuteMs;
  await rounds();
  expect(backups()).toEqual([]);
  now += minuteMs;
  await soon('upkeep.backed-up');
  await soon('upkeep.drill-correct');
  expect(backups()).toEqual(['passbook-2026-11-28T00-10-00.backup']);
  await checkBackup(join(folder(), backups()[0]!));
  expect(await lastDrill(config.dataFolder)).toMatchObject({
    result: 'correct',
    file: backups()[0],
  });
  expect(await schemas()).toEqual([]);
  now += 23 * hourMs;
  await rounds();
  expect(backups()).toHaveLength(1);
  now += hourMs;
  await soon('upkeep.backed-up', 2);
  expect(backups()).toHaveLength(2);
  now += 6 * 24 * hourMs;
  await soon('upkeep.drill-correct', 2);
});

test('a backup made while customers pay has correct books, and the payments go on', async () => {
  const people = await Promise.all([1, 2, 3, 4].map(async () => openPerson(bank, 10_000n)));
  let paid = 0;
  let isOver = false;
  const payer = async (from: number) => {
    while (!isOver) {
      await pay(bank, people[from]!, people[(from + 1) % people.length]!, 1n);
      paid += 1;
    }
  };
  const payers = people.map(async (_, index) => payer(index));
  begin();
  now += 10 * minuteMs;
  await soon('upkeep.backed-up');
  const paidBefore = paid;
  await soon('upkeep.drill-correct');
  const paidAfter = paid;
  isOver = true;
  await Promise.all(payers);
  expect(paidBefore).toBeGreaterThan(0);
  expect(paidAfter).toBeGreaterThan(paidBefore);
  expect(await lastDrill(config.dataFolder)).toMatchObject({ result: 'correct' });
});

test('a restarted bank goes on with the schedule of the files', async () => {
  begin();
  now += 10 * minuteMs;
  await soon('upkeep.backed-up');
  await worker!.close();
  now += hourMs;
  begin();
  now += 12 * hourMs;
  await rounds();
  expect(backups()).toHaveLength(1);
  now += 12 * hourMs;
  await soon('upkeep.backed-up', 2);
});

test('copies go to the second folder; outdated backups leave both, named files stay', async () => {
  const copyTo = join(config.dataFolder, 'second');
  begin({ copyTo, keep: { days: 2, weeks: 0, months: 0 }, drillEveryMs: null });
  mkdirSync(folder());
  writeFileSync(join(folder(), 'before-the-move.backup'), 'mine');
  now += 10 * minuteMs;
  for (const day of [1, 2, 3]) {
    await soon('upkeep.copied', day);
    now += 24 * hourMs;
  }
  await soon('upkeep.copied', 4);
  const newest = ['passbook-2026-11-30T00-10-00.backup', 'passbook-2026-12-01T00-10-00.backup'];
  expect(backups()).toEqual(['before-the-move.backup', ...newest]);
  expect(readdirSync(copyTo).toSorted((a, b) => a.localeCompare(b))).toEqual(newest);
  expect(happened('upkeep.drill-correct')).toBe(0);
});

test('zero hours: no backups', () => {
  begin({ everyMs: null });
  expect(worker).toBeNull();
});

test('a folder that cannot be written: tried with longer pauses, staff told once', async () => {
  bank.staff.arrange({ ownerIds: [], cards: true, log: true });
  // A file where the folder should be.
  writeFileSync(folder(), '');
  begin();
  for (const [attempts, minutes] of [1, 2, 4, 8, 16, 32].entries()) {
    await soon('upkeep.failed', attempts + 1);
    await rounds();
    expect(happened('upkeep.failed')).toBe(attempts + 1);
    now += minutes * minuteMs;
  }
  const [message, ...others] = await takeAll(bank.staffCards);
  expect(others).toEqual([]);
  expect(message?.notice).toMatchObject({ kind: 'UPKEEP_FAILED', task: 'BACKUP' });
  const rows = await database.pool.rows(
    "SELECT details, actor_discord_user_id AS actor FROM audit WHERE action = 'UPKEEP_FAILED'",
  );
  expect(rows).toMatchObject([{ details: '{"task":"BACKUP"}', actor: '' }]);
  rmSync(folder());
  now += hourMs;
  await soon('upkeep.backed-up');
});

test('staff who cannot be told at first are told at the next failure', async () => {
  writeFileSync(folder(), '');
  const told: string[] = [];
  begin({}, {}, async (task) => {
    told.push(task);
    if (told.length === 1) throw new Error('the database is away');
  });
  for (let attempts = 1; attempts <= 6; attempts += 1) {
    await vi.waitFor(() =>
      expect(events.filter(([, { name }]) => name === 'BACKUP')).toHaveLength(attempts),
    );
    now += hourMs;
  }
  await rounds();
  expect(told).toEqual(['BACKUP', 'BACKUP']);
});

test('a copy that fails does not stop the backups', async () => {
  const copyTo = join(config.dataFolder, 'second');
  writeFileSync(copyTo, '');
  begin({ copyTo, drillEveryMs: null });
  now += 10 * minuteMs;
  await soon('upkeep.failed');
  expect(events.find(([name]) => name === 'upkeep.failed')?.[1]).toMatchObject({ name: 'COPY' });
  now += 24 * hourMs;
  await soon('upkeep.backed-up', 2);
  rmSync(copyTo);
  now += hourMs;
  await soon('upkeep.copied');
});

test('a backup with wrong books is found by the trial, and staff are told', async () => {
  await database.pool.write('UPDATE accounts SET balance = balance + 1 WHERE balance > 0');
  begin();
  now += 10 * minuteMs;
  await soon('upkeep.drill-wrong');
  expect(await lastDrill(config.dataFolder)).toMatchObject({ result: 'wrong' });
  const [row] = await database.pool.rows(
    "SELECT details FROM audit WHERE action = 'UPKEEP_FAILED'",
  );
  expect(row).toMatchObject({ details: '{"task":"RESTORE"}' });
  expect(await schemas()).toEqual([]);
});

test('a database user without the right for a schema: noted, and not tried again at once', async () => {
  const url = databaseUrl(asBot(database.address));
  begin({}, { database: { ...config.database, url } });
  now += 10 * minuteMs;
  await soon('upkeep.drill-refused');
  expect(await lastDrill(config.dataFolder)).toMatchObject({ result: 'refused' });
  now += 24 * hourMs;
  await soon('upkeep.backed-up', 2);
  expect(happened('upkeep.drill-refused')).toBe(1);
});

test('a trial leaves no schema behind, also when it fails', async () => {
  const path = join(config.dataFolder, 'broken.backup');
  writeFileSync(path, 'not a backup');
  await expect(drill(database.address, path)).rejects.toThrow('damaged');
  expect(await schemas()).toEqual([]);
  await withScratchSchema(database.address, async ({ schema }) => {
    expect(await schemas()).toEqual([schema]);
    // A second trial at the same time has a schema of its own, and leaves this one alone.
    await withScratchSchema(database.address, async () => {});
    expect(await schemas()).toEqual([schema]);
  });
  expect(await schemas()).toEqual([]);
});
