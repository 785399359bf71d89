/** `npm run sandbox` for any bot: following its printed instructions is enough. */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Events, REST, Routes } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDriver } from '../../src/sandbox/driver.ts';

interface Ended {
  readonly code: number | null;
  readonly complaints: string;
}
interface Alone {
  readonly pageUrl: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly serverId: string;
  stop(): Promise<Ended>;
}

/** The compiled program; the build runs before the tests. */
const program = join(import.meta.dirname, '../../dist/src/cli/sandbox.js');

function begin(words: readonly string[]) {
  const child = spawn(process.execPath, [program, ...words]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, complaints: said.err })),
  );
  const prints = (last: string): Promise<string> =>
    new Promise((resolve, reject) => {
      child.stdout.on('data', (part: Buffer) => {
        said.out += part.toString();
        if (said.out.includes(last)) resolve(said.out);
      });
      void ended.then(({ complaints }) => reject(new Error(`It ended: ${complaints}`)));
    });
  return { child, ended, prints };
}

async function startAlone(words: readonly string[]): Promise<Alone> {
  const { child, ended, prints } = begin(words);
  const text = await prints('Ctrl-C');
  const find = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  return {
    pageUrl: find(/^Sandbox: (\S+)/m),
    apiUrl: find(/DISCORD_API_URL=(\S+)/),
    token: find(/DISCORD_TOKEN=(\S+)/),
    applicationId: find(/application (\d+)/),
    serverId: find(/server (\d+)/),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-alone-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('npm run sandbox', () => {
  test('serves a bot as its instructions say, and stores its world', async () => {
    const words = ['--port', '0', '--folder', newFolder(), '--name', 'Pingpong', '--shards', '3'];
    const alone = await startAlone(words);
    const rest = new REST({ api: alone.apiUrl }).setToken(alone.token);
    expect(await rest.get(Routes.gatewayBot())).toMatchObject({ shards: 3 });
    const route = Routes.applicationGuildCommands(alone.applicationId, alone.serverId);
    const body = [{ name: 'ping', description: 'Replies with Pong!' }];
    await rest.put(route, { body });

    const client = new Client({ intents: [], rest: { api: alone.apiUrl } });
    onTestFinished(() => client.destroy());
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply('Pong!');
    });
    await client.login(alone.token);

    const driver = openDriver(alone.pageUrl);
    onTestFinished(() => driver.close());
    const anna = await driver.person('Anna');
    expect((await anna.run('/ping')).text).toBe('Pong!');
    expect(anna.view.bot.name).toBe('Pingpong');
    expect((await fetch(alone.pageUrl)).status).toBe(200);
    expect(await driver.findings()).toEqual([]);
    await client.destroy();
    expect(await alone.stop()).toEqual({ code: 0, complaints: '' });

    const again = await startAlone(words);
    expect(again.token).toBe(alone.token);
    const laterDriver = openDriver(again.pageUrl);
    onTestFinished(() => laterDriver.close());
    const annaLater = await laterDriver.person('Anna');
    expect((await annaLater.messages()).map(({ content }) => content)).toEqual(['Pong!']);
    await again.stop();
  });

  test.each([
    ['an invalid port', ['--port', '70000'], '--port must be a whole number'],
    ['no shards at all', ['--shards', '0'], '--shards must be a whole number from 1 to 100'],
    ['checks that are neither on nor off', ['--checks', 'maybe'], '--checks must be on or off'],
    ['an unknown option', ['--prot', '1'], '--prot'],
  ])('refuses %s and says what it takes', async (_, words, reason) => {
    const { code, complaints } = await begin(words).ended;
    expect(code).toBe(1);
    expect(complaints).toContain(reason);
    expect(complaints).toContain('npm run sandbox');
  });

  test('runs a fault script from a file, and names an invalid step', async () => {
    const folder = newFolder();
    const path = join(folder, 'faults.json');
    const words = ['--port', '0', '--folder', folder, '--faults', path];
    const steps = [{ onInteraction: 'ping', arm: { kind: 'lose-event' } }];
    writeFileSync(path, JSON.stringify(steps));
    const alone = await startAlone(words);
    const driver = openDriver(alone.pageUrl);
    onTestFinished(() => driver.close());
    expect(await driver.script()).toEqual({ steps, done: 0 });
    await alone.stop();
    writeFileSync(path, JSON.stringify([...steps, { arm: { kind: 'sleep' } }]));
    expect(await begin(words).ended).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('Step 2, arm.kind: Invalid') as string,
    });
    writeFileSync(path, 'lose everything');
    expect((await begin(words).ended).complaints).toContain('--faults: Unexpected token');
  });

  test('accepts invalid bodies with checks off', async () => {
    const words = ['--port', '0', '--folder', newFolder(), '--checks', 'off'];
    const alone = await startAlone(words);
    const rest = new REST({ api: alone.apiUrl }).setToken(alone.token);
    const body = [{ name: 'Ping' }];
    expect(await rest.put(Routes.applicationCommands(alone.applicationId), { body })).toHaveLength(
      1,
    );
    await alone.stop();
  });

  test('keeps running when its output cannot be written', async () => {
    const full = openSync('/dev/full', 'w');
    const words = ['--port', '0', '--folder', newFolder()];
    const before = await startAlone(words);
    const { port } = new URL(before.pageUrl);
    await before.stop();
    words[1] = port;
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', full, full] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const answer = async () => (await fetch(before.pageUrl)).status;
    await expect.poll(answer, { timeout: 60_000, interval: 100 }).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('reports that the given port is in use', async () => {
    const alone = await startAlone(['--port', '0', '--folder', newFolder()]);
    const { port } = new URL(alone.pageUrl);
    const { code, complaints } = await begin(['--port', port, '--folder', newFolder()]).ended;
    expect(code).toBe(1);
    expect(complaints).toContain(`Port ${port} is in use`);
  });
});
