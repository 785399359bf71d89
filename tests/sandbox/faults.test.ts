/** Faults, and the reactions of discord.js. */
import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/sandbox/driver.ts';
import { openBot, openSandbox, type BotOptions } from './support.ts';

const callback = 'POST /interactions/*';

async function open(options: BotOptions & { readonly firstAnswerMs?: number } = {}) {
  const { firstAnswerMs = 3_000 } = options;
  const setting = await openSandbox({ deadlines: { firstAnswerMs } });
  const { client, errors } = await openBot(setting.sandbox, {
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('done');
    },
    ...options,
  });
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  return { ...setting, errors, anna: await setting.driver.person('Anna') };
}

describe('a request', () => {
  test('that is lost is retried by discord.js only if the connection was reset', async () => {
    const { driver, anna, errors } = await open();
    await driver.arm({ kind: 'lose-request', route: callback });
    const answer = await Promise.race([
      anna.run('/ping').then(({ text }) => text),
      expect
        .poll(() => errors.length)
        .toBeGreaterThan(0)
        .then(() => errors[0]?.message),
    ]);
    expect(['done', 'other side closed', 'fetch failed']).toContain(answer);
  });

  test('whose answer is lost was still handled', async () => {
    const { driver, anna, errors } = await open();
    await driver.arm({ kind: 'lose-answer', route: callback });
    await anna.run('/ping', {}, { withinMs: 300 }).catch(() => undefined);
    await expect.poll(() => errors.length).toBe(1);
    const [message] = await anna.messages();
    expect(message?.flags).toBe(MessageFlags.Ephemeral | MessageFlags.Loading);
  });

  test('whose answer is late is repeated, and refused as a duplicate', async () => {
    const { driver, anna, errors } = await open({ client: { rest: { timeout: 200 } } });
    await driver.arm({ kind: 'delay-answer', route: callback, delayMs: 600 });
    await anna.run('/ping', {}, { withinMs: 300 }).catch(() => undefined);
    await expect.poll(() => errors[0]).toMatchObject({ code: 40060 });
  });

  test('that is late finds the interaction expired', async () => {
    const { driver, anna, errors } = await open({ firstAnswerMs: 100 });
    await driver.arm({ kind: 'delay-request', route: callback, delayMs: 200 });
    expect((await anna.run('/ping')).kind).toBe('failed');
    await expect.poll(() => errors[0]).toMatchObject({ code: 10062 });
  });

  test('with a rate limit or server error is repeated until it works', async () => {
    const { driver, anna, errors } = await open();
    await driver.arm({ kind: 'rate-limit', route: 'PATCH /webhooks/*', delayMs: 50 });
    expect((await anna.run('/ping')).text).toBe('done');
    await driver.arm({ kind: 'server-error', route: callback, status: 503 });
    expect((await anna.run('/ping')).text).toBe('done');
    expect(errors).toEqual([]);
  });

  test('with a global rate limit is repeated too', async () => {
    const { driver, anna, errors } = await open();
    await driver.arm({ kind: 'rate-limit', global: true, delayMs: 50, route: callback });
    expect((await anna.run('/ping')).text).toBe('done');
    expect(errors).toEqual([]);
  });

  test('that is handled twice is refused the second time', async () => {
    const { driver, anna, errors } = await open();
    await driver.arm({ kind: 'double-request', route: callback });
    await anna.run('/ping', {}, { withinMs: 300 }).catch(() => undefined);
    await expect.poll(() => errors[0]).toMatchObject({ code: 40060 });
    const [message] = await anna.messages();
    expect(message?.flags).toBe(MessageFlags.Ephemeral | MessageFlags.Loading);
  });

  test('with an expired token is refused', async () => {
    const { driver, anna, errors } = await open();
    await driver.arm({ kind: 'expire-token', route: 'PATCH /webhooks/*' });
    await anna.run('/ping', {}, { withinMs: 300 }).catch(() => undefined);
    await expect.poll(() => errors[0]).toMatchObject({ code: 50027, status: 401 });
  });

  test('is not affected on another route, or after the fault was cancelled', async () => {
    const { driver, anna, sandbox } = await open();
    await driver.arm({ kind: 'server-error', route: 'GET /users/*' });
    expect((await anna.run('/ping')).text).toBe('done');
    const armed = await (await fetch(`${sandbox.pageUrl}control/faults`)).json();
    expect(armed).toEqual([{ id: '1', kind: 'server-error', route: 'GET /users/*', times: 1 }]);
    await driver.disarm();
    expect(await (await fetch(`${sandbox.pageUrl}control/faults`)).json()).toEqual([]);
  });
});

describe('a route', () => {
  test.each([
    'GET /nothing/*',
    '/interactions/*',
    'POST interactions/*',
    'post /interactions/*',
    'PUT /gateway',
    'POST /interactions/*/callbacks',
    'POST /channels/:channel/:message/callback',
    'GET /users/7?limit=1',
  ])('%s, which no request has, is refused', async (route) => {
    const { driver, sandbox } = await openSandbox();
    const arm = { kind: 'lose-request', route } as const;
    await expect(driver.arm(arm)).rejects.toThrow(`No request fits the route ${route}`);
    await expect(driver.play([{ arm }])).rejects.toThrow(`Step 1, arm.route: No request fits`);
    expect(await (await fetch(`${sandbox.pageUrl}control/faults`)).json()).toEqual([]);
  });

  test.each(['*', 'PATCH *', '* /applications/*', 'GET /users/7', '*/callback', 'P*/messages*'])(
    '%s is taken',
    async (route) => {
      const { driver } = await openSandbox();
      await expect(driver.arm({ kind: 'lose-request', route })).resolves.toBeUndefined();
    },
  );

  test('may name parameters as the list of routes does', async () => {
    const { driver, anna, errors } = await open();
    const route = 'PATCH /webhooks/:webhook/:token/messages/:message';
    await driver.arm({ kind: 'expire-token', route });
    await anna.run('/ping', {}, { withinMs: 300 }).catch(() => undefined);
    await expect.poll(() => errors[0]).toMatchObject({ code: 50027 });
  });

  test('matches @original, however the bot encodes it', async () => {
    const { driver, anna, errors } = await open();
    const route = 'PATCH /webhooks/*/messages/@original';
    await driver.arm({ kind: 'expire-token', route });
    await anna.run('/ping', {}, { withinMs: 300 }).catch(() => undefined);
    await expect.poll(() => errors[0]).toMatchObject({ code: 50027 });
  });
});

describe('a person with closed direct messages', () => {
  test('gets no messages, and the bot gets an error', async () => {
    const { anna, driver, sandbox } = await open();
    const { client } = await openBot(sandbox);
    const user = await client.users.fetch(anna.id);
    await user.send('first');
    await anna.change({ dmsClosed: true });
    await expect(user.send('second')).rejects.toMatchObject({ code: 50007, status: 403 });
    await anna.change({ dmsClosed: false });
    await user.send('third');
    expect((await anna.dms()).map(textOf)).toEqual(['first', 'third']);
    expect(await driver.findings()).toEqual([]);
  });
});
