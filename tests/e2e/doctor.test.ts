/** The doctor against a bank that serves: Discord's checks, the tool, and the staff command. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDiscord } from '../../src/bot/doctor/discord.ts';
import type { Finding } from '../../src/lib/finding.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { projectFolder, run } from '../support/process.ts';
import { openChat, register, said } from './chat.ts';

let database: TestDatabase;
const chat = openChat({
  causes: /^(401|10003|10004)/,
  database: async () => {
    database = await createTestDatabase();
    return database;
  },
});
const folder = mkdtempSync(join(tmpdir(), 'passbook-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const discordNow = () => {
  const { botToken: token, apiUrl, servers, channels } = chat.sandbox;
  return {
    token,
    apiUrl,
    staffGuildId: servers['staff'] ?? null,
    staffChannelId: channels['staff'] ?? null,
    staffLogChannelId: channels['staff-log'] ?? null,
  };
};
const checked = async (change: Partial<ReturnType<typeof discordNow>> = {}) =>
  checkDiscord({ discord: { ...discordNow(), ...change } });
const levelOf = (findings: readonly Finding[], check: string) =>
  findings.find((one) => one.check === check)?.level;

beforeAll(async () => {
  const mona = await chat.driver.person('Mona');
  await register(mona, 'Mona Berg');
  const given = { member: mona, role: 'MANAGER', reason: 'first manager' };
  await mona.run('/staff role grant', given, { channel: 'staff' });
});

test('a bank that serves: token, servers, commands, and both channels are in order', async () => {
  const found = await checked();
  const inOrder = ['discord', 'servers', 'commands', 'staff-server', 'staff-channel'];
  for (const check of [...inOrder, 'staff-log-channel']) {
    expect([check, levelOf(found, check)]).toEqual([check, 'ok']);
  }
});

test('a wrong token, and a Discord that does not answer', async () => {
  expect(await checked({ token: 'MTIz.wrong.token' })).toMatchObject([
    { check: 'discord', level: 'error', advice: /DISCORD_TOKEN/ },
  ]);
  expect(await checked({ apiUrl: 'http://127.0.0.1:9/api' })).toMatchObject([
    { check: 'discord', level: 'error', says: 'Discord does not answer (ECONNREFUSED).' },
  ]);
});

test('a bot in no server, and one that may not read who has a role', async () => {
  const application = { name: 'Lonely', description: 'A bot in no server' };
  const people = [{ key: 'owner', displayName: 'Owner', ownsApplication: true }];
  const seed = { application, people, servers: [], hint: '' };
  const other = await startSandbox({ seed, folder: null, port: 0 });
  try {
    const { apiUrl, botToken: token } = other;
    const found = await checked({ token, apiUrl, staffGuildId: null });
    expect(found.find(({ check }) => check === 'servers')).toMatchObject({
      level: 'warning',
      says: 'The bot is in no server.',
      advice: /Invite it: .*client_id=\d+/,
    });
  } finally {
    await other.close();
  }
  expect(levelOf(await checked(), 'members')).toBe('ok');
  await chat.driver.arm({ kind: 'members-intent-off' });
  expect(levelOf(await checked(), 'members')).toBe('warning');
  await chat.driver.arm({ kind: 'members-intent-on' });
});

test('commands that differ', async () => {
  const { apiUrl, applicationId, botToken } = chat.sandbox;
  const rest = new REST({ api: apiUrl }).setToken(botToken);
  const body = [{ name: 'other', description: 'Of another bot', type: 1 }];
  await rest.put(Routes.applicationCommands(applicationId), { body });
  expect(levelOf(await checked(), 'commands')).toBe('warning');
  await chat.restart();
  expect(levelOf(await checked(), 'commands')).toBe('ok');
});

test('a staff server that is not set, and one in which the bot is not', async () => {
  expect(levelOf(await checked({ staffGuildId: null }), 'staff-server')).toBe('warning');
  const found = await checked({ staffGuildId: '123456789012345678' });
  expect(found.find(({ check }) => check === 'staff-server')).toMatchObject({
    level: 'error',
    advice: /client_id=\d+.*permissions=3072/,
  });
  expect(levelOf(found, 'commands')).toBe('ok');
});

test('staff channels that are not set, unknown, or in another server', async () => {
  expect(levelOf(await checked({ staffChannelId: null }), 'staff-channel')).toBe('warning');
  const unknown = await checked({ staffLogChannelId: '123456789012345678' });
  expect(levelOf(unknown, 'staff-log-channel')).toBe('error');
  const { channels } = chat.sandbox;
  const elsewhere = await checked({ staffChannelId: channels['bank']! });
  expect(elsewhere.find(({ check }) => check === 'staff-channel')).toMatchObject({
    level: 'error',
    says: /not in the staff server/,
  });
});

test('a manager reads the findings in the chat, and it is in the audit', async () => {
  const mona = await chat.driver.person('Mona');
  const read = said(await mona.run('/staff doctor', {}, { channel: 'staff' }));
  expect(read).toContain('Health of the bank');
  expect(read).toContain('The bot can write in #staff');
  const [row] = await database.pool.rows(
    `SELECT COUNT(*) AS times FROM audit WHERE action = 'HEALTH_READ'`,
  );
  expect(Number(row?.['times'])).toBe(1);
});

async function doctor(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { token, apiUrl, ...ids } = discordNow();
  const given = {
    PASSBOOK_DATA: folder,
    DATABASE_URL: database.url,
    DISCORD_TOKEN: token,
    DISCORD_API_URL: apiUrl,
    DISCORD_STAFF_GUILD_ID: ids.staffGuildId!,
    DISCORD_STAFF_CHANNEL_ID: ids.staffChannelId!,
    DISCORD_STAFF_LOG_CHANNEL_ID: ids.staffLogChannelId!,
    ...more,
  };
  const file = join(projectFolder, 'dist/src/cli/doctor.js');
  const running = run(process.execPath, [file, ...words], given);
  const { code } = await running.exited;
  return { code, output: running.output };
}

test('the tool exits 0 on warnings, 1 with --strict, 2 on errors', async () => {
  const relaxed = { DATABASE_DURABILITY: 'relaxed' };
  const loose = await doctor([], relaxed);
  expect(loose.output).toContain('There is no backup in the data folder. Run npm run backup');
  expect(loose.code).toBe(0);
  expect((await doctor(['--strict'], relaxed)).code).toBe(1);
  const strict = await doctor(['--json']);
  expect(strict.code).toBe(2);
  const found = JSON.parse(strict.output) as readonly Finding[];
  expect(levelOf(found, 'database-flush')).toBe('error');
  expect(levelOf(found, 'settings')).toBe('ok');
});

test('settings that are wrong are findings too', async () => {
  const wrong = { BANK_CURRENCY_SCALE: '9', MINIMUM_AGE: 'old' };
  const { code, output } = await doctor(['--json'], wrong);
  expect(code).toBe(2);
  const settings = (JSON.parse(output) as readonly Finding[]).filter(
    ({ check, level }) => check === 'settings' && level === 'error',
  );
  expect(
    settings.map(({ says }) => says.split(' ')[0]).toSorted((a = '', b = '') => a.localeCompare(b)),
  ).toEqual(Object.keys(wrong).toSorted());
  expect(output).not.toContain('old"');
});
