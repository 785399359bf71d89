import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isUnavailable } from '../../src/db/errors.ts';
import { startLocalServer, type LocalServer } from '../../src/db/local/server.ts';
import { startServerProcess } from '../../src/db/local/process.ts';
import { machinePrograms } from '../../src/db/local/program.ts';
import { ensureSchema } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { integerOf } from '../../src/db/rows.ts';
import { childProgram } from '../support/child.ts';
import { testCacheFolder } from '../support/database-server.ts';
import { nothingLeft, processesNaming, run } from '../support/process.ts';

/** The folder of a first start: MySQL takes seconds to set up an empty one. */
let prepared: string;
/** On disk and with durable settings, since these tests kill. */
let folder: string;
let opened: { stop(): Promise<unknown> }[];
let changes: string[];
let ownerProgram: string;

beforeAll(async () => {
  ownerProgram = await childProgram('tests/support/local-server-owner.ts');
  prepared = mkdtempSync(join(tmpdir(), 'passbook-prepared-'));
  opened = [];
  await (await start(prepared)).stop();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-server-'));
  opened = [];
  changes = [];
  const paths = ['data', 'version'].map((name) => [join(prepared, name), join(folder, name)]);
  for (const [from, to] of paths) cpSync(from!, to!, { recursive: true });
});
afterEach(async () => {
  for (const thing of opened.toReversed()) await thing.stop();
  expect(await nothingLeft(folder)).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

async function start(where = folder, searchPath = process.env['PATH'] ?? ''): Promise<LocalServer> {
  const server = await startLocalServer({
    folder: where,
    schema: 'passbook',
    cacheFolder: testCacheFolder,
    searchPath,
    durability: 'strict',
    progress: () => {},
    onChange: (change) => changes.push(change),
  });
  opened.push(server);
  return server;
}

async function openPool(server: LocalServer): Promise<Pool> {
  await ensureSchema(server.address);
  const pool = createPool(server.address);
  opened.push({ stop: async () => pool.close() });
  return pool;
}

const restarts = () => changes.filter((change) => change === 'restarted').length;
const serverPid = () => processesNaming(`--datadir=${folder}`)[0]!;
const owner = (mode: string) =>
  run(process.execPath, [ownerProgram, mode, folder, testCacheFolder]);

async function countNotes(pool: Pool): Promise<number> {
  const [row] = await pool.rows('SELECT COUNT(*) AS count FROM notes');
  return integerOf(row!, 'count');
}

describe('a private server', () => {
  test('keeps its rows from one start to the next, and leaves nothing running', async () => {
    const first = await start();
    const pool = await openPool(first);
    await pool.write('CREATE TABLE notes (id INT PRIMARY KEY) ENGINE=InnoDB');
    await pool.write('INSERT INTO notes (id) VALUES (1)');
    await pool.close();
    await first.stop();
    expect(processesNaming(folder)).toEqual([]);
    expect(existsSync(join(folder, 'db.pid'))).toBe(false);
    const again = await openPool(await start());
    expect(await countNotes(again)).toBe(1);
  });

  test('restarts after a kill with every acknowledged row', async () => {
    const pool = await openPool(await start());
    await pool.write('CREATE TABLE notes (id INT PRIMARY KEY) ENGINE=InnoDB');
    let acknowledged = 0;
    let refused = 0;
    const over = new AbortController();
    const writer = async (first: number) => {
      for (let id = first; !over.signal.aborted; id += 8) {
        const done = await pool.write('INSERT INTO notes (id) VALUES (?)', [id]).then(
          () => true,
          () => false,
        );
        if (done) acknowledged += 1;
        else refused += 1;
        if (!done) await sleep(5);
      }
    };
    const writers = Array.from({ length: 8 }, async (_, index) => writer(index));
    for (let kills = 1; kills <= 3; kills += 1) {
      await sleep(200);
      process.kill(serverPid(), 'SIGKILL');
      await expect.poll(restarts, { timeout: 20_000 }).toBe(kills);
      await sleep(200);
    }
    over.abort();
    await Promise.all(writers);
    expect(refused).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(100);
    // A write whose answer was lost may be there too, so at least.
    expect(await countNotes(pool)).toBeGreaterThanOrEqual(acknowledged);
  });

  test('makes calls fail in time, with nothing changed, while it is away', async () => {
    const server = await start();
    const pool = await openPool(server);
    await server.stop();
    opened.shift();
    const error = await pool.rows('SELECT 1').catch((thrown: unknown) => thrown);
    expect(isUnavailable(error)).toBe(true);
  });

  test('serves one bot, and a second one must stop', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ trouble: { code: 'folder-taken', folder } });
  });

  test('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const server = await start(deep);
    expect(server.address.socketPath!.length).toBeLessThan(100);
    expect(await (await openPool(server)).rows('SELECT 1')).toHaveLength(1);
  });

  test('is open only to its owner', async () => {
    await start();
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  test('refuses data that no server here can read, of either family', async () => {
    for (const mark of ['mariadb 99.1', 'mysql 99.1']) {
      mkdirSync(join(folder, 'data'), { recursive: true });
      writeFileSync(join(folder, 'version'), mark);
      await expect(start()).rejects.toMatchObject({
        trouble: { code: 'no-program', writtenBy: mark },
      });
    }
  });

  /** A program that prints a version and can do nothing else. */
  const pretend = (name: 'mariadbd' | 'mysqld', version: string): string => {
    const base = join(folder, `pretended-${version}`);
    mkdirSync(join(base, 'bin'), { recursive: true });
    mkdirSync(join(base, 'share/mysql'), { recursive: true });
    for (const part of ['system_tables', 'performance_tables', 'system_tables_data']) {
      writeFileSync(join(base, 'share/mysql', `mysql_${part}.sql`), '');
    }
    const script = `#!/bin/sh\ncase "$2" in --version) echo "x Ver ${version}";; *) exit 1;; esac\n`;
    writeFileSync(join(base, 'bin', name), script);
    chmodSync(join(base, 'bin', name), 0o755);
    return join(base, 'bin');
  };

  test('skips a program that does not work', async () => {
    const broken = pretend('mariadbd', '11.4.2-MariaDB');
    const [found] = await machinePrograms(broken);
    expect(found).toMatchObject({ family: 'mariadb', version: '11.4' });
    const server = await start(join(folder, 'data-of-bank'), broken);
    expect(server.program.version).not.toBe('11.4');
  });

  test('uses the family that comes first in PATH', async () => {
    const folders = [pretend('mysqld', '9.1.0'), pretend('mariadbd', '11.4.2-MariaDB')];
    const families = async (path: readonly string[]) =>
      (await machinePrograms(path.join(':'))).slice(0, 2).map(({ family }) => family);
    expect(await families(folders)).toEqual(['mysql', 'mariadb']);
    expect(await families(folders.toReversed())).toEqual(['mariadb', 'mysql']);
  });
});

describe('a starting server', () => {
  /** MariaDB may hang for ever if it gets SIGTERM during its start. */
  const moments = [0, 60, 200];

  test('ends at once, at any moment', async () => {
    const { program, stop } = await start();
    await stop();
    const place = { folder, socket: join(folder, 'db.sock'), durability: 'strict' } as const;
    for (const delayMs of moments) {
      for (const withWatcher of [false, true]) {
        const server = await startServerProcess(program, place, withWatcher);
        await sleep(delayMs);
        const begun = performance.now();
        await server.stop('at once');
        expect(performance.now() - begun).toBeLessThan(2_000);
        expect(await nothingLeft(`--datadir=${folder}`, 2_000)).toBe(true);
      }
    }
  });

  test.each(moments)('does not outlive a bot that is killed %i ms after it', async (delayMs) => {
    await (await start()).stop();
    for (const mode of ['watched', 'unwatched']) {
      const bot = owner(mode);
      await bot.line(/started/);
      await sleep(delayMs);
      process.kill(bot.pid, 'SIGKILL');
      expect(await nothingLeft(folder, 8_000)).toBe(true);
    }
  });
});

describe('a bot that is killed', () => {
  test('ends its server, and the next one finds every row', async () => {
    const bot = owner('owned');
    await bot.line(/started/);
    process.kill(bot.pid, 'SIGKILL');
    // Immediately, while the old server may still be closing.
    const server = await start();
    expect(await (await openPool(server)).rows('SELECT 1')).toHaveLength(1);
    expect(processesNaming(`--datadir=${folder}`)).toHaveLength(1);
  });

  test('ends its server without help of the kernel', async () => {
    const server = await start();
    await server.stop();
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      const bot = owner('watched');
      await bot.line(/started/);
      await expect.poll(() => existsSync(join(folder, 'db.pid')), { timeout: 20_000 }).toBe(true);
      process.kill(bot.pid, signal);
      expect(await nothingLeft(folder)).toBe(true);
    }
  });
});

test('a machine without any server gets one message with the choices', async (context) => {
  const found = await machinePrograms('');
  context.skip(found.length > 0, 'this machine has a database server of its own');
  const empty = join(folder, 'cache');
  const words = [ownerProgram, 'choose', folder, empty];
  const bot = run(process.execPath, words, { PATH: '/nonexistent' });
  await bot.exited;
  expect(bot.output).toMatch(/apt-get is not installed/);
  for (const choice of ['DATABASE_URL=', 'apt-get install', 'docker run']) {
    expect(bot.output).toContain(choice);
  }
});
