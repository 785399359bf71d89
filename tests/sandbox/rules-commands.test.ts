/** Commands: each limit and rule, through the routes that register them. */
import { describe, expect, test } from 'vitest';
import { times } from './parts.ts';
import { callApi, openBot, openSandbox } from './support.ts';

const command = (more: object = {}) => ({ name: 'give', description: 'Gives', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'what', description: 'What', ...more });

async function open() {
  const setting = await openSandbox();
  const path = `/applications/${setting.sandbox.applicationId}/commands`;
  const call = (method: string, suffix = '', body?: unknown) =>
    callApi(setting.sandbox, method, `${path}${suffix}`, body);
  return { ...setting, path, call };
}

describe('a command', () => {
  test('gets an id, a version and Discord’s defaults', async () => {
    const { call, sandbox } = await open();
    const created = await call('POST', '', command({ default_member_permissions: '8' }));
    expect(created).toMatchObject({
      status: 201,
      body: {
        application_id: sandbox.applicationId,
        type: 1,
        default_member_permissions: '8',
        nsfw: false,
        version: expect.stringMatching(/^\d+$/),
      },
    });
    const replaced = await call('POST', '', command({ description: 'Gives more' }));
    expect(replaced).toMatchObject({ status: 200, body: { description: 'Gives more' } });
    const list = await call('GET', '?with_localizations=true');
    expect(list.body).toEqual([replaced.body]);
    const { id } = replaced.body as { id: string };
    expect(id).toBe((created.body as { id: string }).id);
    const changed = await call('PATCH', `/${id}`, { name: 'take' });
    expect(changed).toMatchObject({ status: 200, body: { id, name: 'take' } });
    expect(await call('DELETE', `/${id}`)).toMatchObject({ status: 204 });
    expect(await call('GET', `/${id}`)).toMatchObject({ status: 404, body: { code: 10063 } });
  });

  test('keeps its id when all are replaced, and is deleted when omitted', async () => {
    const { call } = await open();
    const first = await call('PUT', '', [command(), command({ name: 'take' })]);
    const second = await call('PUT', '', [command({ description: 'Changed' })]);
    const [kept] = second.body as { id: string }[];
    expect(second.body).toHaveLength(1);
    expect(kept?.id).toBe((first.body as { id: string }[])[0]?.id);
    const list = await call('GET', '?with_localizations=true');
    expect(list.body).toEqual(second.body);
  });

  const subs = [{ type: 1, name: 'one', description: 'One' }];
  test.each<[string, object, string[], string]>([
    ['an upper-case name', command({ name: 'Give' }), ['name'], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name with a space', command({ name: 'a b' }), ['name'], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name of 33', command({ name: 'x'.repeat(33) }), ['name'], 'BASE_TYPE_MAX_LENGTH'],
    ['no description', command({ description: undefined }), ['description'], 'BASE_TYPE_REQUIRED'],
    [
      'a description of 101',
      command({ description: 'x'.repeat(101) }),
      ['description'],
      'BASE_TYPE_MAX_LENGTH',
    ],
    ['a misspelt key', command({ descripton: 'x' }), ['descripton'], 'UNKNOWN_FIELD'],
    [
      '26 options',
      command({ options: times(26, (index) => option({ name: `o${index}` })) }),
      ['options'],
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an option twice',
      command({ options: [option(), option()] }),
      ['options', '1', 'name'],
      'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
    ],
    [
      'a required option after an optional one',
      command({ options: [option(), option({ name: 'b', required: true })] }),
      ['options', '1'],
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'choices with autocomplete',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
      ['options', '0', 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
    ],
    [
      '26 choices',
      command({
        options: [
          option({ choices: times(26, (index) => ({ name: `${index}`, value: `${index}` })) }),
        ],
      }),
      ['options', '0', 'choices'],
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a choice value of 101',
      command({ options: [option({ choices: [{ name: 'x', value: 'x'.repeat(101) }] })] }),
      ['options', '0', 'choices', '0', 'value'],
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a least length above the most',
      command({ options: [option({ min_length: 3, max_length: 2 })] }),
      ['options', '0', 'min_length'],
      'BASE_TYPE_INVALID_RANGE',
    ],
    [
      'subcommands beside options',
      command({ options: [...subs, option()] }),
      ['options'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'a group in a group',
      command({
        options: [
          {
            type: 2,
            name: 'g',
            description: 'G',
            options: [{ type: 2, name: 'h', description: 'H', options: subs }],
          },
        ],
      }),
      ['options', '0', 'options', '0', 'type'],
      'BASE_TYPE_CHOICES',
    ],
    [
      'an unknown language',
      command({ name_localizations: { xx: 'give' } }),
      ['name_localizations', 'xx'],
      'BASE_TYPE_CHOICES',
    ],
    [
      'an unknown language of a choice',
      command({
        options: [
          option({ choices: [{ name: 'x', value: 'x', name_localizations: { xx: 'y' } }] }),
        ],
      }),
      ['options', '0', 'choices', '0', 'name_localizations', 'xx'],
      'BASE_TYPE_CHOICES',
    ],
    [
      'an upper-case name in another language',
      command({ name_localizations: { de: 'Geben' } }),
      ['name_localizations', 'de'],
      'APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'a choice twice',
      command({ options: [option({ choices: times(2, (n) => ({ name: 'x', value: `${n}` })) })] }),
      ['options', '0', 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATED',
    ],
    [
      'a part of a whole number to choose',
      command({ options: [option({ type: 4, choices: [{ name: 'x', value: 1.5 }] })] }),
      ['options', '0', 'choices', '0', 'value'],
      'NUMBER_TYPE_COERCE',
    ],
    [
      'a part of a whole number as its least',
      command({ options: [option({ type: 4, min_value: 0.5 })] }),
      ['options', '0', 'min_value'],
      'NUMBER_TYPE_COERCE',
    ],
    [
      'a context menu with options',
      command({ type: 2, name: 'Give to', description: undefined, options: [option()] }),
      ['options'],
      'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
    ],
    [
      'a context menu with a description',
      command({ type: 2, name: 'Give to' }),
      ['description'],
      'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
    ],
    [
      'a permission that is no number',
      command({ default_member_permissions: 'all' }),
      ['default_member_permissions'],
      'NUMBER_TYPE_COERCE',
    ],
    [
      'more than 8,000 characters',
      command({
        options: times(25, (index) =>
          option({
            name: `${index}`.padEnd(32, 'x'),
            description: 'x'.repeat(100),
            choices: times(4, (choice) => ({ name: `${choice}`.padEnd(50, 'x'), value: 'x' })),
          }),
        ),
      }),
      [],
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ])('may not have %s', async (_, body, path, code) => {
    const { call } = await open();
    const answer = await call('POST', '', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    const errors = path.reduce<unknown>(
      (node, step) => (node as Record<string, unknown> | undefined)?.[step],
      (answer.body as { errors: unknown }).errors,
    );
    const found = (errors as { _errors?: { code: string }[] } | undefined)?._errors ?? [];
    expect(found.map((error) => error.code)).toContain(code);
    expect((await call('GET')).body).toEqual([]);
  });

  test('must be in a list when all are replaced', async () => {
    const { call } = await open();
    const answer = await call('PUT', '', command());
    expect(answer.body).toHaveProperty('errors._errors.0.code', 'LIST_TYPE_CONVERT');
  });

  test('must have a unique name among its type', async () => {
    const { call } = await open();
    const twice = await call('PUT', '', [command(), command()]);
    expect(twice.body).toHaveProperty(
      'errors.1._errors.0.code',
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
    );
    const menu = { type: 2, name: 'give' };
    expect(await call('PUT', '', [command(), menu])).toMatchObject({ status: 200 });
  });
});

describe('the number of commands', () => {
  test('is at most 100, and 15 per context menu', async () => {
    const { call } = await open();
    const many = times(101, (index) => command({ name: `c${index}` }));
    expect(await call('PUT', '', many)).toMatchObject({ status: 400, body: { code: 30032 } });
    expect(await call('PUT', '', many.slice(1))).toMatchObject({ status: 200 });
    expect(await call('POST', '', command())).toMatchObject({ body: { code: 30032 } });
    const menus = times(16, (index) => ({ type: 3, name: `m${index}` }));
    expect(await call('PUT', '', menus)).toMatchObject({ status: 400, body: { code: 30032 } });
    expect(await call('PUT', '', menus.slice(1))).toMatchObject({ status: 200 });
  });

  test('is limited to 200 creations a day; changes are free', async () => {
    const { call, sandbox } = await open();
    const hundred = (prefix: string) =>
      times(100, (index) => command({ name: `${prefix}${index}` }));
    expect(await call('PUT', '', hundred('a'))).toMatchObject({ status: 200 });
    expect(await call('PUT', '', hundred('b'))).toMatchObject({ status: 200 });
    expect(await call('PUT', '', hundred('b'))).toMatchObject({ status: 200 });
    const third = await call('PUT', '', [command()]);
    expect(third).toMatchObject({ status: 400, body: { code: 30034 } });
    // Each server has its own budget.
    const town = `/applications/${sandbox.applicationId}/guilds/${sandbox.servers['town']}/commands`;
    expect(await callApi(sandbox, 'PUT', town, hundred('c'))).toMatchObject({ status: 200 });
  });
});

describe('people', () => {
  test('see commands by permission, channel type and server', async () => {
    const { sandbox, driver, call } = await open();
    await openBot(sandbox);
    const names = async (name: string, channel: string | null): Promise<string[]> => {
      const { view } = await driver.person(name);
      const server = view.servers.find(({ channels }) =>
        channels.some((one) => one.name === channel),
      );
      const { commands } = channel === null ? view.directMessages : (server ?? { commands: [] });
      return commands.map((one) => one.name).sort();
    };
    const anna = await driver.person('Anna');
    await call('PUT', '', [
      command({ name: 'everyone' }),
      command({ name: 'managers', default_member_permissions: '32' }),
      command({ name: 'nobody', default_member_permissions: '0' }),
      command({ name: 'direct', contexts: [1] }),
      command({ name: 'public', contexts: [0] }),
    ]);
    const staff = `/applications/${sandbox.applicationId}/guilds/${sandbox.servers['staff']}/commands`;
    await callApi(sandbox, 'PUT', staff, [command({ name: 'local' })]);
    await expect.poll(() => anna.view.directMessages.commands.length).toBe(4);
    // Anna owns the server, so she is its administrator; Ben is a member.
    expect(await names('Anna', 'general')).toEqual(['everyone', 'managers', 'nobody', 'public']);
    expect(await names('Ben', 'general')).toEqual(['everyone', 'public']);
    expect(await names('Olga', 'desk')).toContain('local');
    expect(await names('Ben', null)).toEqual(['direct', 'everyone', 'managers', 'nobody']);
    // The bot is not in Ben's own server.
    expect(await names('Ben', 'lobby')).toEqual([]);
  });

  test('cannot run commands they do not see', async () => {
    const { sandbox, driver, call } = await open();
    await openBot(sandbox);
    const permissions = { default_member_permissions: '0' };
    await call('PUT', '', [command(permissions), command({ name: 'take' })]);
    const ben = await driver.person('Ben');
    await expect(ben.run('/give', {}, { channel: 'general' })).rejects.toThrow('no command give');
    await expect(ben.run('/give', {}, { channel: 'desk' })).rejects.toThrow('no channel desk');
  });

  test('cannot get commands in a server the bot is not in: 50001', async () => {
    const { sandbox } = await open();
    const { elsewhere } = sandbox.servers;
    const path = `/applications/${sandbox.applicationId}/guilds/${elsewhere}/commands`;
    const answer = await callApi(sandbox, 'PUT', path, [command()]);
    expect(answer).toMatchObject({ status: 403, body: { code: 50001 } });
  });
});
