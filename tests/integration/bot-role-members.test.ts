/** The members of a role, over a stand-in for Discord's REST. */
import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { createRoleMembers } from '../../src/bot/members/role.ts';
import { refusal } from '../support/staff.ts';

const guildId = '500000000000000000';
const place = { guildId, channelId: '1' };
const role = '600000000000000000';
const member = (id: number, roles: readonly string[], bot = false) => ({
  user: { id: `${id}`, bot },
  roles,
});

/** Answers each page with the members after `after`, by id. */
const restWith = (members: readonly ReturnType<typeof member>[]) => ({
  get: async (_: string, options?: { readonly query?: URLSearchParams }) => {
    const after = Number(options?.query?.get('after'));
    const limit = Number(options?.query?.get('limit'));
    return members.filter(({ user }) => Number(user.id) > after).slice(0, limit);
  },
});

const apiError = (code: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, 403, 'GET', 'url', {});
const failing = (error: Error) => ({
  get: async () => {
    throw error;
  },
});

test('are read page after page, without bots', async () => {
  const all = Array.from({ length: 2_500 }, (_, index) =>
    member(index + 1, index % 100 === 0 ? [role] : [], index === 0),
  );
  const read = createRoleMembers(restWith(all));
  const found = await read(place, role);
  expect(found).toHaveLength(24);
  expect(found[0]).toBe('101');
});

test('are everyone for the role of everyone', async () => {
  const read = createRoleMembers(restWith([member(1, []), member(2, [], true)]));
  expect(await read(place, guildId)).toEqual(['1']);
});

test.each([
  ['INTENT', failing(apiError(50_001))],
  ['LATE', failing(new Error('aborted'))],
  ['SIZE', restWith(Array.from({ length: 20_000 }, (_, index) => member(index + 1, [])))],
])('that cannot be read are refused with the reason %s', async (why, rest) => {
  const read = createRoleMembers(rest);
  await expect(read(place, role)).rejects.toMatchObject({
    code: 'ROLE_UNREADABLE',
    refused: { data: { why } },
  });
});

test('are asked for in servers only', async () => {
  const read = createRoleMembers(restWith([]));
  expect(await refusal(read({ ...place, guildId: null }, role))).toBe('ROLE_UNREADABLE');
});
