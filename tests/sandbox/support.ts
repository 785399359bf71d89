/** A sandbox with two servers and a real discord.js client, for the tests in this folder. */
import { Client, Events, type ClientOptions, type Interaction } from 'discord.js';
import { expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { openDriver, type Driver } from '../../src/sandbox/driver.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';

export const seed: SandboxOptions['seed'] = {
  application: { name: 'Demo', description: 'Shows how it works' },
  hint: 'Type /ping',
  people: [
    { key: 'anna', displayName: 'Anna' },
    { key: 'ben', displayName: 'Ben' },
    { key: 'olga', displayName: 'Olga', ownsApplication: true },
  ],
  servers: [
    {
      key: 'town',
      name: 'Town',
      owner: 'anna',
      members: ['ben'],
      channels: [
        { key: 'general', name: 'general', topic: 'All and sundry' },
        { key: 'market', name: 'market', topic: '' },
      ],
    },
    {
      key: 'staff',
      name: 'Staff',
      owner: 'olga',
      members: [],
      channels: [{ key: 'desk', name: 'desk', topic: '' }],
      isPrivate: true,
    },
    {
      key: 'elsewhere',
      name: 'Elsewhere',
      owner: 'ben',
      members: [],
      channels: [{ key: 'lobby', name: 'lobby', topic: '' }],
      hasBot: false,
    },
  ],
};

export interface Setting {
  readonly sandbox: Sandbox;
  readonly driver: Driver;
}

/** Stops everything when the test ends; a defect of the sandbox fails the test. */
export async function openSandbox(options: Partial<SandboxOptions> = {}): Promise<Setting> {
  const sandbox = await startSandbox({
    seed,
    folder: null,
    port: 0,
    checksItself: true,
    ...options,
  });
  const driver = openDriver(sandbox.pageUrl);
  onTestFinished(async () => {
    const findings = await driver.findings();
    driver.close();
    await sandbox.close();
    expect(findings.filter(({ rule }) => rule === 'defect of the sandbox')).toEqual([]);
  });
  return { sandbox, driver };
}

export interface BotOptions {
  readonly client?: Partial<ClientOptions>;
  readonly token?: string;
  readonly onInteraction?: (interaction: Interaction) => unknown;
}

/** A logged-in, unmodified discord.js client; errors of its listener are stored in `errors`. */
export async function openBot(
  sandbox: Sandbox,
  options: BotOptions = {},
): Promise<{ readonly client: Client<true>; readonly errors: Error[] }> {
  const rest = { ...options.client?.rest, api: sandbox.apiUrl };
  const client = new Client({ intents: [], ...options.client, rest });
  const errors: Error[] = [];
  client.on(Events.Error, (error) => errors.push(error));
  const answer = async (interaction: Interaction): Promise<void> => {
    try {
      await options.onInteraction?.(interaction);
    } catch (error) {
      errors.push(error instanceof Error ? error : new Error(String(error)));
    }
  };
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(options.token ?? sandbox.botToken);
  return { client: await ready, errors };
}

/** Calls the API like a bot, but without discord.js's own checks. */
export async function callApi(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers }> {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${sandbox.botToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : JSON.parse(text),
    headers: response.headers,
  };
}

/** Sends frames after the hello and waits for the server to close. */
export async function closeCodeAfter(
  apiUrl: string,
  frames: unknown,
  query = '?v=10&encoding=json',
): Promise<number> {
  const { host } = new URL(apiUrl);
  const socket = new WebSocket(`ws://${host}/gateway${query}`);
  const list = Array.isArray(frames) ? frames : [frames];
  socket.once('message', () => {
    for (const frame of list) {
      socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    }
  });
  return new Promise((resolve, reject) => {
    socket.once('close', (code) => resolve(code));
    socket.once('error', reject);
  });
}

interface Dispatched {
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** Sends a frame after the hello, waits for the first event, and cuts the socket. */
export async function firstEvent(apiUrl: string, frame: unknown): Promise<Dispatched> {
  const { host } = new URL(apiUrl);
  const socket = new WebSocket(`ws://${host}/gateway?v=10&encoding=json`);
  socket.once('message', () => socket.send(JSON.stringify(frame)));
  const received = new Promise<Dispatched>((resolve, reject) => {
    socket.on('message', (data) => {
      const sent = JSON.parse((data as Buffer).toString('utf8')) as Dispatched;
      if (sent.t) resolve(sent);
    });
    socket.once('close', (code) => reject(new Error(`Closed with ${code}`)));
    socket.once('error', reject);
  });
  return received.finally(() => socket.terminate());
}

/** An interaction that has reached the bot and has no answer yet. */
export interface Pending {
  readonly id: string;
  readonly token: string;
  readonly interaction: Interaction;
  readonly callback: (body: unknown, query?: string) => Promise<ApiAnswer>;
  readonly webhook: (method: string, path: string, body?: unknown) => Promise<ApiAnswer>;
}
export type ApiAnswer = Awaited<ReturnType<typeof callApi>>;

/**
 * A bot that answers nothing on its own: each call makes Anna run /ping (or another act) and
 * returns the interaction, to be answered by plain requests.
 */
export async function openSilentBot(setting: Setting) {
  const { sandbox, driver } = setting;
  const waiting: ((interaction: Interaction) => void)[] = [];
  const { client } = await openBot(sandbox, {
    onInteraction: (interaction) => waiting.shift()?.(interaction),
  });
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  const anna = await driver.person('Anna');
  const pendingAfter = async (act: () => Promise<unknown>): Promise<Pending> => {
    const arrives = new Promise<Interaction>((resolve) => waiting.push(resolve));
    // The answer may never come, which these tests do not check.
    act().catch(() => undefined);
    const interaction = await arrives;
    const { id, token } = interaction;
    const webhook = `/webhooks/${sandbox.applicationId}/${token}`;
    return {
      id,
      token,
      interaction,
      callback: (body, query = '') =>
        callApi(sandbox, 'POST', `/interactions/${id}/${token}/callback${query}`, body),
      webhook: (method, path, body) => callApi(sandbox, method, `${webhook}${path}`, body),
    };
  };
  return { anna, pendingAfter, ping: () => pendingAfter(() => anna.run('/ping')) };
}
