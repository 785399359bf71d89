/** The channel that `/setup` gets: found by name or id, and the reason why one does not fit. */
import { ChannelType, type APIGuildChannel, type REST, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { staffChannelField, logChannelField } from '../../../src/bot/forms/setup-fields.ts';
import { createSetupServers } from '../../../src/bot/setup/server.ts';
import { refusal } from '../../support/staff.ts';

const [guild, bot] = ['1'.repeat(18), '2'.repeat(18)];
const viewAndSend = '3072';
const channel = (id: number, name: string, more: Partial<APIGuildChannel> = {}) => ({
  id: `${id}`.repeat(18),
  name,
  type: ChannelType.GuildText,
  permission_overwrites: [],
  ...more,
});
const hidden = [{ id: guild, type: 0, allow: '0', deny: viewAndSend }];
const channels = [
  channel(3, 'staff'),
  channel(4, 'twins'),
  channel(5, 'Twins'),
  channel(6, 'voice', { type: ChannelType.GuildVoice }),
  channel(7, 'hidden', { permission_overwrites: hidden }),
];

/** Discord's answers, by their routes. */
function discord(answers: Readonly<Record<string, unknown>>): Pick<REST, 'get'> {
  return {
    get: async (route) => {
      if (route in answers) return answers[route];
      throw new Error('no answer');
    },
  };
}
const usual = {
  [Routes.guild(guild)]: { name: 'Bank', roles: [{ id: guild, permissions: viewAndSend }] },
  [Routes.guildChannels(guild)]: channels,
  [Routes.guildMember(guild, bot)]: { roles: [], user: { id: bot } },
};
const facts = { currency: { code: 'GEM', scale: 2 }, today: '2026-01-31' };
const typed = (text: string) => staffChannelField().schema(facts).parse(text);
const find = async (text: string, answers: Readonly<Record<string, unknown>> = usual) =>
  createSetupServers(discord(answers), () => bot).channel(guild, typed(text), 'staff_channel');

test('a channel is found by name, id, mention and link', async () => {
  const id = '3'.repeat(18);
  for (const text of ['#staff', ' STAFF ', id, `<#${id}>`]) expect(await find(text)).toBe(id);
  expect(await find(`https://discord.com/channels/${guild}/${id}`)).toBe(id);
});

test.each([
  ['#stuff', { why: 'UNKNOWN' }],
  ['twins', { why: 'SEVERAL' }],
  ['voice', { why: 'KIND' }],
  ['hidden', { why: 'PERMISSIONS', permissions: ['ViewChannel', 'SendMessages'] }],
])('%s is refused with the reason', async (text, fault) => {
  await expect(find(text)).rejects.toMatchObject({
    refused: { code: 'SETUP_CHANNEL', data: { ...fault, field: 'staff_channel' } },
  });
});

test('a Discord that does not answer is said to be away', async () => {
  expect(await refusal(find('#staff', {}))).toBe('SETUP_CHANNEL');
  await expect(find('#staff', {})).rejects.toMatchObject({ refused: { data: { why: 'AWAY' } } });
});

test('a dash means no log channel', () => {
  const read = (text: string) => logChannelField().schema(facts).parse(text);
  expect([read('-'), read('–')]).toEqual(['-', '-']);
  expect(read('#a-b')).toEqual({ kind: 'name', name: 'a-b' });
});
