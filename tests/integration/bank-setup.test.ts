/** Settings made on Discord: who may make them, and what becomes of the currency. */
import { beforeEach, expect, test } from 'vitest';
import { CurrencyMismatch, ensureChart, readSavedSettings } from '../../src/bank/index.ts';
import { balanceOf, discordId, openPerson } from '../support/bank.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const ownerId = discordId();
const { database, bank, staff } = withBank({
  hasStaff: true,
});
beforeEach(() => bank.staff.arrange({ ownerIds: [ownerId], cards: true, log: true }));
const owner = { person: ownerId, session: null };
const saved = async () => readSavedSettings(database.pool);
const withoutManagers = async () => database.pool.write("DELETE FROM staff WHERE role = 'MANAGER'");
const asked = async (changes: Parameters<typeof bank.setup.change>[1]) => {
  const { discordUserId: person, session } = staff.mona;
  return bank.setup.change({ person, session }, changes);
};

test('the owner needs no account while there are fewer than two managers', async () => {
  await withoutManagers();
  const state = await bank.setup.read(owner);
  expect(state).toEqual({ role: 'OWNER', managers: 0n, canRenameCurrency: true });
  const changes = { DISCORD_STAFF_GUILD_ID: '1'.repeat(18), DEPOSITS: 'approval' };
  expect(await bank.setup.change(owner, changes)).toEqual({ kind: 'done' });
  expect(await saved()).toEqual(changes);
  await bank.setup.change(owner, { DEPOSITS: null });
  expect(await saved()).toEqual({ DISCORD_STAFF_GUILD_ID: '1'.repeat(18) });
  const rows = await database.pool.rows(
    "SELECT actor_discord_user_id AS actor, actor_role AS role FROM audit WHERE action = 'SETUP_CHANGED'",
  );
  expect(rows).toEqual(Array(2).fill({ actor: ownerId, role: 'OWNER' }));
});

test('nobody else may, and once there are two managers, not the owner either', async () => {
  const stranger = { person: discordId(), session: null };
  expect(await refusal(bank.setup.read(owner))).toBe('SESSION_MISSING');
  const { discordUserId: person, session } = staff.teller;
  expect(await refusal(bank.setup.change({ person, session }, {}))).toBe('STAFF_RIGHT_MISSING');
  await withoutManagers();
  expect(await refusal(bank.setup.read(stranger))).toBe('SETUP_FORBIDDEN');
  expect(await refusal(bank.setup.change(stranger, { DEPOSITS: 'open' }))).toBe('SETUP_FORBIDDEN');
  expect(await saved()).toEqual({});
});

test('a manager asks, and another one decides', async () => {
  const acted = await asked({ DEPOSITS: 'approval' });
  if (acted.kind !== 'asked') throw new Error('nobody was asked');
  expect(await saved()).toEqual({});
  expect(await refusal(asked({ DEPOSITS: 'approval' }))).toBe('APPROVAL_WAITING');
  const { id } = acted.approval;
  const decide = async (by: typeof staff.mona) =>
    bank.approvals.decide(by.session, { id, verdict: 'APPROVED' });
  expect(await refusal(decide(staff.mona))).toBe('APPROVAL_OWN');
  expect(await refusal(decide(staff.teller))).toBe('STAFF_RIGHT_MISSING');
  expect(await decide(staff.max)).toMatchObject({ state: 'APPROVED', kind: 'SETUP' });
  expect(await saved()).toEqual({ DEPOSITS: 'approval' });
});

test('the currency can be renamed until something was booked', async () => {
  await withoutManagers();
  await bank.setup.change(owner, { BANK_CURRENCY: 'GOLD' });
  const codes = await database.pool.rows('SELECT DISTINCT currency FROM accounts');
  expect(codes).toEqual([{ currency: 'GOLD' }]);
  expect(await database.pool.rows('SELECT code FROM currencies')).toEqual([{ code: 'GOLD' }]);
});

test('afterwards it keeps its name', async () => {
  await withoutManagers();
  const anna = await openPerson(bank, 500n);
  expect(await refusal(bank.setup.change(owner, { BANK_CURRENCY: 'GOLD' }))).toBe('SETUP_CURRENCY');
  expect(await balanceOf(bank, anna)).toBe(500n);
  expect(await saved()).toEqual({});
});

test('a start with another currency is refused, and changes nothing', async () => {
  const today = '2026-01-31';
  await expect(
    ensureChart(database.pool, { code: 'OTHER', scale: 2 }, today),
  ).rejects.toBeInstanceOf(CurrencyMismatch);
  await ensureChart(database.pool, bank.currency, today);
});
