/** The doctor's check of a staff channel, against answers as Discord gives them. */
import { type APIGuild, DiscordAPIError, PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { checkChannel } from '../../../../src/bot/doctor/channel.ts';
import { lacking, permissionsIn } from '../../../../src/bot/doctor/permissions.ts';

const { Administrator, SendMessages, ViewChannel } = PermissionFlagsBits;
const [guildId, botId, roleId] = ['100000000000000001', '100000000000000002', '100000000000000003'];
const both = `${ViewChannel | SendMessages}`;

interface Given {
  readonly everyone?: string;
  readonly role?: string;
  readonly overwrites?: readonly { id: string; type: 0 | 1; allow: string; deny: string }[];
}

const standing = ({ everyone = '0', role = '0', overwrites = [] }: Given) => ({
  guildId,
  roles: [
    { id: guildId, permissions: everyone },
    { id: roleId, permissions: role },
    { id: '100000000000000009', permissions: `${Administrator}` },
  ],
  member: { roles: [roleId], user: { id: botId } },
  overwrites,
});
const missing = (given: Given) => lacking(permissionsIn(standing(given)));

test('roles add up, and a role of others does not count', () => {
  expect(missing({})).toEqual(['ViewChannel', 'SendMessages']);
  expect(missing({ everyone: `${ViewChannel}` })).toEqual(['SendMessages']);
  expect(missing({ everyone: `${ViewChannel}`, role: `${SendMessages}` })).toEqual([]);
});

test('overwrites apply in order: everyone, roles, the bot itself', () => {
  const deny = (id: string, type: 0 | 1) => ({ id, type, allow: '0', deny: both });
  const allow = (id: string, type: 0 | 1) => ({ id, type, allow: both, deny: '0' });
  expect(missing({ everyone: both, overwrites: [deny(guildId, 0)] })).toHaveLength(2);
  const byRole = [deny(guildId, 0), allow(roleId, 0)];
  expect(missing({ everyone: both, overwrites: byRole })).toEqual([]);
  expect(missing({ everyone: both, overwrites: [...byRole, deny(botId, 1)] })).toHaveLength(2);
  const roleAndBot = [deny(roleId, 0), allow(botId, 1)];
  expect(missing({ everyone: both, overwrites: roleAndBot })).toEqual([]);
  const others = [deny('100000000000000009', 0), deny('100000000000000008', 1)];
  expect(missing({ everyone: both, overwrites: others })).toEqual([]);
});

test('an administrator is denied nothing', () => {
  const denied = [{ id: guildId, type: 0 as const, allow: '0', deny: both }];
  expect(missing({ role: `${Administrator}`, overwrites: denied })).toEqual([]);
});

const guild = { id: guildId, roles: standing({ everyone: both }).roles } as unknown as APIGuild;
const channelId = '100000000000000004';

/** Answers as the routes of Discord would; a number is the status of a refusal. */
const reader = (channel: object | number) => ({
  get: async (route: string) => {
    if (route.includes('/members/')) return standing({}).member;
    if (typeof channel !== 'number') return channel;
    const raw = { code: 50_001, message: 'Missing Access' };
    throw new DiscordAPIError(raw, 50_001, channel, 'GET', route, { body: null, files: [] });
  },
});

const check = async (channel: object | number, id: string | null = channelId) =>
  checkChannel(reader(channel), { guild, botId, setting: 'DISCORD_STAFF_CHANNEL_ID', id });

test('a channel in which the bot may write', async () => {
  expect(await check({ id: channelId, name: 'staff', guild_id: guildId })).toMatchObject({
    check: 'staff-channel',
    level: 'ok',
    says: 'The bot can write in #staff.',
  });
});

test('permissions that are missing are named', async () => {
  const overwrites = [{ id: guildId, type: 0, allow: '0', deny: `${SendMessages}` }];
  const channel = { name: 'staff', guild_id: guildId, permission_overwrites: overwrites };
  const found = await check(channel);
  expect(found.level).toBe('error');
  expect(found.says).toContain('#staff: Send Messages.');
});

test('not set, not seen, and in another server', async () => {
  expect(await check({}, null)).toMatchObject({ level: 'warning' });
  for (const status of [403, 404]) {
    expect(await check(status)).toMatchObject({ level: 'error', says: /does not see/ });
  }
  const elsewhere = { name: 'chat', guild_id: '100000000000000007' };
  expect(await check(elsewhere)).toMatchObject({ level: 'error', says: /not in the staff server/ });
});

test('a failure of Discord itself is not a finding about the channel', async () => {
  await expect(check(500)).rejects.toThrow('Missing Access');
});
