import { REST, Routes, type APIApplicationCommand } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { assertApiUrl, clientOptions } from '../../src/bot/connection.ts';
import { defineCommand } from '../../src/bot/command/command.ts';
import { deployCommands } from '../../src/bot/command/deploy.ts';
import { loadCommands, registryOf } from '../../src/bot/command/loader.ts';
import { menusOf } from '../../src/bot/command/menus.ts';
import { done } from '../../src/bot/cards/reply.ts';
import { Client } from 'discord.js';
import { openChat } from './chat.ts';
import { words } from '../../src/words/index.ts';

const chat = openChat();
const registrations = (): number => chat.log().split('bot.commands-registered').length - 1;

function restClient() {
  const rest = new REST({ api: chat.sandbox.apiUrl }).setToken(chat.sandbox.botToken);
  const list = async (guildId: string | null) => {
    const { applicationId } = chat.sandbox;
    const route =
      guildId === null
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, guildId);
    return ((await rest.get(route)) as APIApplicationCommand[]).map(({ name }) => name);
  };
  return { rest, list };
}

test('the first start registers the commands, and another start does not change them', async () => {
  const { list } = restClient();
  const registry = await loadCommands();
  const menus = menusOf(registry).map(({ name }) => name);
  const names = [...new Set([...registry.keys()].map((path) => path.split(' ')[0])), ...menus];
  const some = ['balance', 'transfer', 'Send money'];
  expect(await list(null)).toEqual(expect.arrayContaining(some));
  expect(names).toEqual(expect.arrayContaining(await list(null)));
  const before = registrations();
  await chat.restart();
  expect(registrations()).toBe(before);
});

test('staff commands exist only in the staff server, and removed ones are deleted', async () => {
  const { rest, list } = restClient();
  const { applicationId, servers } = chat.sandbox;
  const [staffGuildId, other] = [servers['staff']!, servers['customers']!];
  const events: string[] = [];
  const logger = { event: (name: string) => void events.push(name), close: () => {} };
  const text = { description: 'Stop all debits of an account' };
  const freeze = defineCommand({
    name: 'freeze',
    words: text,
    access: { staff: 'serve' },
    run: async () => done('Frozen'),
  });
  const own = [...(await loadCommands())].map(([path, value]) => ({
    file: `${path.replaceAll(' ', '/')}.ts`,
    value,
  }));
  const registry = registryOf([...own, { file: 'desk/customer/freeze.ts', value: freeze }], {
    ...words.commands,
    'desk customer freeze': text,
  });
  const ids = new Map<string, string>();
  const target = { applicationId, staffGuildId, ids, logger };
  await deployCommands(rest, registry, target);
  expect(await list(staffGuildId)).toContain('desk');
  expect(await list(null)).not.toContain('desk');
  expect(await list(other)).toEqual([]);
  expect(ids.get('desk')).toMatch(/^\d+$/);
  expect(ids.get('transfer')).toMatch(/^\d+$/);
  const told = events.length;
  await deployCommands(rest, registry, target);
  expect(events).toHaveLength(told);
  await deployCommands(rest, registryOf(own), target);
  expect(await list(staffGuildId)).not.toContain('desk');
});

test('reports a staff server the bot is not in, and still serves customers', async () => {
  const { rest, list } = restClient();
  const events: string[] = [];
  const logger = { event: (name: string) => void events.push(name), close: () => {} };
  const { applicationId } = chat.sandbox;
  const ids = new Map<string, string>();
  const target = { applicationId, staffGuildId: '100000000000000001', ids, logger };
  await deployCommands(rest, await loadCommands(), target);
  expect(events).toContain('bot.gateway');
  expect(await list(null)).toContain('transfer');
});

test('the client refuses to connect to another address than the configured one', () => {
  const local = 'http://127.0.0.1:1/api';
  const client = new Client(clientOptions(local));
  onTestFinished(async () => client.destroy());
  expect(() => assertApiUrl(client, local)).not.toThrow();
  const lost = new Client({ ...clientOptions(local), rest: {} });
  onTestFinished(async () => lost.destroy());
  expect(() => assertApiUrl(lost, local)).toThrow('does not use the address');
});
