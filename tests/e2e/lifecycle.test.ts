import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { seedWorld } from '../../src/app/sandbox.ts';
import { databaseUrl } from '../../src/lib/database-address.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { dropSchema, newSchemaAddress } from '../support/database.ts';
import {
  ensureBuilt,
  nothingLeft,
  processesNaming,
  run,
  runToEnd,
  startBankProcess,
  startLauncher,
  type Running,
} from '../support/process.ts';

/** One folder for all tests, as on a machine where the bank is restarted often. */
const folder = mkdtempSync(join(tmpdir(), 'passbook-life-'));
const home = { PASSBOOK_DATA: folder };
let running: Running[] = [];

beforeAll(ensureBuilt);
afterEach(async () => {
  for (const process of running) await process.stop();
  running = [];
  // Processes left by a failed test must not make the next ones fail.
  const isClean = await nothingLeft(folder);
  for (const pid of isClean ? [] : processesNaming(folder)) process.kill(pid, 'SIGKILL');
  expect(isClean).toBe(true);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function started(process: Running): Running {
  running.push(process);
  return process;
}

async function opened(process: Running): Promise<{ readonly page: string }> {
  const [, page] = await started(process).line(/Sandbox: (http:\S+\/)\n/);
  await process.line(/^Passbook is open$/m);
  return { page: page! };
}

const people = async (page: string): Promise<unknown> =>
  (await fetch(new URL('control/people', page))).json();

describe('the bank', () => {
  test('refuses invalid settings, with one line each, before any other step', async () => {
    const nowhere = join(folder, 'untouched');
    const wrong = { DEPOSITS: 'closed', LIMIT_PER_DAY: '1e9', PASSBOOK_DATA: nowhere };
    const { code, output } = await runToEnd(process.execPath, ['dist/src/main.js'], wrong);
    expect(code).toBe(1);
    expect(output).toContain('Please correct these settings');
    expect(output.match(/^ {2}(DEPOSITS|LIMIT_PER_DAY) must be .*$/gm)).toHaveLength(2);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('opens a page, closes on SIGTERM, and keeps its people', async () => {
    const first = startBankProcess(home);
    const { page } = await opened(first);
    const last = first.output.trimEnd().split('\n').at(-1);
    expect(last).toBe(`Open ${page} in a browser (press Ctrl-C to stop)`);
    expect((await fetch(page)).status).toBe(200);
    const before = await people(page);
    expect(await first.stop()).toEqual({ code: 0, signal: null });
    expect(first.output).toContain('Passbook is closed');
    expect(processesNaming(folder)).toEqual([]);

    const again = await opened(startBankProcess(home));
    expect(await people(again.page)).toEqual(before);
  });

  test('leaves no process behind when killed, and opens again', async () => {
    const first = startBankProcess(home);
    await opened(first);
    process.kill(first.pid, 'SIGKILL');
    await opened(startBankProcess(home));
  });

  test('refuses to use a folder that another bank uses', async () => {
    const { page } = await opened(startBankProcess(home));
    const second = await runToEnd(process.execPath, ['dist/src/main.js'], home);
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/Another Passbook is running/);
    expect((await fetch(page)).status).toBe(200);
  });

  test('changes its key only while closed, and opens with the new key', async () => {
    const rotate = ['dist/src/cli/rotate-keys.js', '--closed'];
    const secrets = () => readFileSync(join(folder, 'secrets.json'), 'utf8');
    const bank = startBankProcess(home);
    const { page } = await opened(bank);
    const [before, known] = [secrets(), await people(page)];
    const beside = await runToEnd(process.execPath, rotate, home);
    expect(beside).toMatchObject({ code: 2, output: expect.stringMatching(/Another Passbook/) });
    expect(secrets()).toBe(before);
    await bank.stop();
    const after = await runToEnd(process.execPath, rotate, home);
    expect(after).toMatchObject({ code: 0, output: expect.stringMatching(/under a new key/) });
    expect(secrets()).not.toBe(before);
    expect(await people((await opened(startBankProcess(home))).page)).toEqual(known);
  });

  test('restarts its database when it is killed', async () => {
    const bank = startBankProcess(home);
    await opened(bank);
    const [pid] = processesNaming('--datadir=').filter((id) =>
      processesNaming(folder).includes(id),
    );
    process.kill(pid!, 'SIGKILL');
    await bank.line(/database\.died/);
    await bank.line(/database\.restarted/);
  });

  test('stops at once when asked during its start', async () => {
    const bank = started(startBankProcess(home));
    await bank.line(/Sandbox:/);
    expect((await bank.stop()).code).toBe(0);
  });

  test('does not start without the secrets its database was created with', async () => {
    const secrets = join(folder, 'secrets.json');
    renameSync(secrets, `${secrets}.kept`);
    const { code, output } = await runToEnd(process.execPath, ['dist/src/main.js'], home);
    renameSync(`${secrets}.kept`, secrets);
    expect(code).toBe(1);
    expect(output).toMatch(/created with other secrets/);
    await opened(startBankProcess(home));
  });
});

describe('the launcher', () => {
  test('passes on the stop signal and the exit code', async () => {
    const launcher = startLauncher(home);
    await opened(launcher);
    expect(await launcher.stop()).toEqual({ code: 0, signal: null });
    expect(launcher.output).toContain('Passbook is closed');
  });

  test('ends the bank when it is killed', async () => {
    const launcher = startLauncher(home);
    await opened(launcher);
    process.kill(launcher.pid, 'SIGKILL');
    await launcher.line(/^Passbook is closed$/m);
    expect(await nothingLeft(folder)).toBe(true);
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)('stops when npm gets %s', async (signal) => {
    const npm = run('npm', ['start', '--silent'], home);
    await opened(npm);
    process.kill(npm.pid, signal);
    expect(await nothingLeft(folder, 20_000)).toBe(true);
  });

  test('exits with the code of a killed bank', async () => {
    const launcher = startLauncher(home);
    await opened(launcher);
    const bank = processesNaming('dist/src/main.js').find((pid) =>
      processesNaming(folder).includes(pid),
    );
    process.kill(bank!, 'SIGKILL');
    expect(await launcher.exited).toEqual({ code: 137, signal: null });
  });
});

describe('an external database', () => {
  const address = newSchemaAddress();
  const given = { ...home, DATABASE_URL: databaseUrl(address) };
  afterAll(async () => dropSchema(address));

  test('without durable commits is refused, with the reason', async (context) => {
    // A server in DATABASE_URL may be durable; the test run's own server never is.
    context.skip(!inject('databaseUrl').includes('passbook-test-'), 'DATABASE_URL is set');
    const { code, output } = await runToEnd(process.execPath, ['dist/src/main.js'], given);
    expect(code).toBe(1);
    expect(output).toMatch(/may lose the last second of data in a power failure/);
  });

  test('is accepted with DATABASE_DURABILITY=relaxed, with a warning', async () => {
    const bank = startBankProcess({ ...given, DATABASE_DURABILITY: 'relaxed' });
    await opened(bank);
    expect(bank.output).toMatch(/DATABASE_DURABILITY=relaxed: a power failure may lose money/);
    expect(processesNaming(`--datadir=${folder}`)).toEqual([]);
  });

  test('that is unavailable is waited for, until the bank is stopped', async () => {
    const away = { ...home, DATABASE_URL: 'mysql://root@127.0.0.1:1/passbook' };
    const bank = started(startBankProcess(away));
    await bank.line(/for the database at 127\.0\.0\.1/);
    expect((await bank.stop()).code).toBe(0);
  });
});

describe('while Discord is unavailable', () => {
  const gone = { DISCORD_TOKEN: 'a'.repeat(40), HTTPS_PROXY: 'http://127.0.0.1:9' };

  test('the bank waits and opens when it is back', async () => {
    const world = mkdtempSync(join(tmpdir(), 'passbook-world-'));
    const options = { seed: seedWorld('Away'), folder: world };
    const before = await startSandbox({ ...options, port: 0 });
    const { botToken, apiUrl } = before;
    await before.close();
    const there = { ...home, DISCORD_TOKEN: botToken, DISCORD_API_URL: apiUrl };
    const bank = started(startBankProcess(there));
    await bank.line(/^Waiting up to two minutes for Discord at http\S+: no connection/m);
    const sandbox = await startSandbox({ ...options, port: Number(new URL(apiUrl).port) });
    try {
      await bank.line(/^Passbook is open$/m);
      expect(bank.output).not.toContain('    at ');
      await bank.stop();
    } finally {
      await sandbox.close();
      rmSync(world, { recursive: true, force: true });
    }
  });

  test('or answers 503, the bank waits until it is stopped, and mentions a proxy', async () => {
    const server = createServer((_, answer) => answer.writeHead(503).end('<h1>down</h1>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const api = { DISCORD_API_URL: `http://127.0.0.1:${port}/api` };
    const bank = started(startBankProcess({ ...home, ...gone, ...api }));
    await bank.line(/^HTTPS_PROXY is set but not used: Passbook connects directly/m);
    await bank.line(/^Waiting up to two minutes for Discord at http\S+: HTTP 503$/m);
    expect(await bank.stop()).toEqual({ code: 0, signal: null });
    expect(bank.output).not.toContain('unexpected');
    server.close();
  });
});

test('the bank runs against any server with Discord’s API', async () => {
  const sandbox = await startSandbox({ seed: seedWorld('Elsewhere'), folder: null, port: 0 });
  try {
    const bank = startBankProcess({
      ...home,
      DISCORD_TOKEN: sandbox.botToken,
      DISCORD_API_URL: sandbox.apiUrl,
    });
    await started(bank).line(/^Passbook is open$/m);
    expect(bank.output).toMatch(
      /\nInvite the bot: http\S+scope=bot\S* \(press Ctrl-C to stop\)\n$/,
    );
    expect(bank.output).toMatch(/The bot is in 3 servers/);
    expect(bank.output).not.toContain('Sandbox:');
    await bank.stop();
  } finally {
    await sandbox.close();
  }
});
