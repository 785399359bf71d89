/** `/help` for each kind of person: only topics and commands that they can use now. */
import { beforeAll, describe, expect, test } from 'vitest';
import type * as m from '../../../../src/bank/model/index.ts';
import type { Context } from '../../../../src/bot/command/command.ts';
import { loadCommands } from '../../../../src/bot/command/loader.ts';
import { type Registry, summariesOf } from '../../../../src/bot/command/registry.ts';
import { type Topic, topics } from '../../../../src/bot/command/topics.ts';
import { render } from '../../../../src/bot/cards/render.ts';
import { helpReply } from '../../../../src/bot/replies/help.ts';

const staffGuildId = '111111111111111111';
const elsewhere = '333333333333333333';
const ids = new Map([
  ['transfer', '700000000000000001'],
  ['staff', '700000000000000002'],
]);
let registry: Registry;
beforeAll(async () => {
  registry = await loadCommands();
});

const person = (more: Partial<m.Identity> = {}): m.Identity => ({
  discordUserId: '222222222222222222' as m.DiscordUserId,
  customerId: 1n as m.CustomerId,
  accountNumber: '1234567893' as m.AccountNumber,
  session: { id: 1n } as m.Session,
  staffRole: null,
  ...more,
});

function help(identity: m.Identity | null, guildId: string | null, topic?: Topic) {
  const commands = summariesOf(registry, { staffGuildId, ids });
  const place = { guildId, channelId: '1' };
  const context = { bankName: 'Passbook', commands, identity, place } as unknown as Context;
  const reply = helpReply(context, topic);
  const text = reply.parts.map((part) => ('text' in part ? part.text.markup : '')).join('\n');
  return {
    text,
    offered: reply.menu?.choices.map(({ value }) => value) ?? [],
    buttons: reply.buttons.map(({ label }) => label),
    row: render(reply, { path: 'help', row: null }).container.components,
  };
}

describe('topics', () => {
  test('have every command once, and at most five each', () => {
    const listed = Object.values(topics).flat();
    expect([...listed].sort()).toEqual([...registry.keys()].sort());
    for (const list of Object.values(topics)) expect(list.length).toBeLessThanOrEqual(5);
  });

  test('give the order of the registry', () => {
    expect([...registry.keys()]).toEqual(Object.values(topics).flat());
  });
});

describe('/help', () => {
  test('shows a visitor how to begin, and no menu', () => {
    const visitor = person({ customerId: null, accountNumber: null, session: null });
    const { text, offered, buttons } = help(visitor, elsewhere);
    expect(text).toContain('`/register`');
    expect(text).not.toContain('/login');
    expect(offered).toEqual([]);
    expect(buttons).toEqual(['Open an account']);
  });

  test('offers a logged-out customer the login, and nothing that needs one', () => {
    const { text, buttons } = help(person({ session: null }), null);
    expect(text).toContain('`/login`');
    expect(text).toContain('`/forgot-password`');
    expect(text).not.toMatch(/`\/(register|balance)`|<\/transfer/);
    expect(buttons).toEqual(['Log in']);
  });

  test('shows a customer money first, with commands to press', () => {
    const { text, offered, buttons } = help(person(), elsewhere);
    expect(text).toContain('</transfer:700000000000000001>');
    expect(text).toContain('`/balance`');
    expect(text).toContain('half');
    expect(offered).toEqual([
      'money',
      'payees',
      'schedule',
      'orders',
      'accounts',
      'shared',
      'sharedMembers',
      'pots',
      'potLocks',
      'limits',
      'records',
      'requests',
      'tables',
      'account',
      'notices',
      'security',
      'privacy',
    ]);
    expect(buttons).toEqual([]);
  });

  test.each([
    ['TELLER', ['customers', 'counter', 'desk', 'customerOrders', 'customerRequests']],
    [
      'MANAGER',
      ['customers', 'counter', 'terms', 'desk', 'customerOrders', 'customerRequests', 'roles'],
    ],
    ['AUDITOR', ['customers', 'counter', 'desk', 'customerOrders', 'customerRequests']],
  ] as const)('offers a %s their own topics in the staff server', (staffRole, wanted) => {
    const { offered } = help(person({ staffRole }), staffGuildId);
    expect(offered.slice(17)).toEqual(wanted);
    // Managers can use /setup everywhere.
    const more = staffRole === 'MANAGER' ? 1 : 0;
    expect(help(person({ staffRole }), elsewhere).offered).toHaveLength(17 + more);
    expect(help(person({ staffRole }), elsewhere).text).toContain('in the staff server');
  });

  test('shows the chosen topic, and another one if the person may not use it', () => {
    const manager = person({ staffRole: 'MANAGER' });
    const chosen = help(manager, staffGuildId, 'roles');
    expect(chosen.text).toContain('</staff role grant:700000000000000002>');
    expect(chosen.row).toMatchObject([
      {},
      {},
      {},
      { components: [{ custom_id: 'v1:help:topic:', options: expect.any(Array) }] },
    ]);
    expect(help(person(), staffGuildId, 'roles').text).toContain('</transfer:');
  });

  test('lists what it can while the bank cannot look the person up', () => {
    const { text, buttons } = help(null, null);
    expect(text).toContain('`/register`');
    expect(text).toContain('`/login`');
    expect(buttons).toEqual([]);
  });
});
