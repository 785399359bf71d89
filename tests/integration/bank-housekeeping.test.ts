/** Rows that are of no use any more are deleted, and only those. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { housekeeping } from '../../src/bank/housekeeping.ts';
import { firstIdAt } from '../../src/lib/ids.ts';
import { openBank, openPerson, place, type TestBank } from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { outcomeOf } from '../support/messages.ts';
import { projectFolder } from '../support/process.ts';
import { grantOf, inviteTo, openShared } from '../support/shared.ts';

const database = testDatabase();
const dayMs = 86_400_000;
const sessionsKeptMs = 365 * dayMs;
let bank: TestBank;

beforeEach(async () => {
  bank = await openBank(database.pool, { settings: { canMail: true } });
});
afterEach(async () => bank.close());

/** Runs one kind at a time so many days from now. */
async function pass(kind: string, days: number): Promise<void> {
  const clock = { now: () => Date.now() + days * dayMs };
  const row = housekeeping({ pool: database.pool, clock, sessionsKeptMs }).find(
    (one) => one.kind === kind,
  )!;
  await row.run({} as Parameters<typeof row.run>[0]);
}
const count = async (table: string, where = 'TRUE') =>
  (await database.pool.rows(`SELECT id FROM ${table} WHERE ${where}`)).length;

test('ended sessions go after their time; live ones stay, however old', async () => {
  const anna = await openPerson(bank);
  const ben = await openPerson(bank);
  await bank.sessions.logout(ben.session);
  expect(await count('sessions')).toBe(2);
  await pass('PRUNE_SESSIONS', 364);
  expect(await count('sessions')).toBe(2);
  await pass('PRUNE_SESSIONS', 366);
  expect(await count('sessions', `id = ${anna.session.id}`)).toBe(1);
  expect(await count('sessions')).toBe(1);
  expect(await outcomeOf(bank.accounts.overview(ben.session))).toBe('SESSION_EXPIRED');
});

test('more sessions than a page are deleted in one run', async () => {
  const { session, discordUserId } = await openPerson(bank);
  const first = firstIdAt(Date.now() - 10 * dayMs);
  await database.pool.writeRows(
    `INSERT INTO sessions
       (id, customer_id, discord_user_id, channel_id, created_at, last_seen_at, ended_at, end_reason)
     VALUES :rows`,
    Array.from({ length: 2_500 }, (_, index) => [
      first + BigInt(index),
      session.customerId,
      discordUserId,
      place.channelId,
      '2025-01-01',
      '2025-01-01',
      '2025-01-02',
      'LOGOUT',
    ]),
  );
  await pass('PRUNE_SESSIONS', 400);
  expect(await count('sessions')).toBe(1);
});

test('invitations to shared accounts go after 90 days', async () => {
  const [anna, ben] = [await openPerson(bank), await openPerson(bank)];
  const account = await openShared(bank, anna);
  await inviteTo(bank, account, { by: anna, person: ben, ...grantOf('VIEWER') });
  await pass('PRUNE_INVITATIONS', 89);
  expect(await bank.shared.invitations(ben.session)).toHaveLength(1);
  await pass('PRUNE_INVITATIONS', 91);
  expect(await count('shared_invitations')).toBe(0);
});

test('codes go after 30 days', async () => {
  const { discordUserId, accountNumber, details } = await openPerson(bank);
  const { email, phone } = details;
  await bank.recovery.request({ discordUserId, place, accountNumber, email, phone });
  expect(await count('codes')).toBe(1);
  await pass('PRUNE_CODES', 29);
  expect(await count('codes')).toBe(1);
  await pass('PRUNE_CODES', 31);
  expect(await count('codes')).toBe(0);
});

test('docs/operations.md has every kind', () => {
  const text = readFileSync(join(projectFolder, 'docs/operations.md'), 'utf8');
  const clock = { now: () => 0 };
  const kinds = housekeeping({ pool: database.pool, clock, sessionsKeptMs });
  expect(kinds.map(({ kind }) => kind).filter((kind) => !text.includes(`| \`${kind}\` |`))).toEqual(
    [],
  );
});
