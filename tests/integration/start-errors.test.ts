/** Reasons not to start, each reproduced, and explained as the terminal shows it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBooks } from '../../src/app/books-database.ts';
import { openBot } from '../../src/app/bot.ts';
import { openDatabase } from '../../src/app/database.ts';
import { explain } from '../../src/app/explain.ts';
import { createLifecycle, type Lifecycle } from '../../src/app/lifecycle.ts';
import { openMetrics } from '../../src/app/metrics.ts';
import { openPage } from '../../src/app/page.ts';
import { openSandbox } from '../../src/app/sandbox.ts';
import { loadSecrets, nextPiiKey } from '../../src/app/secrets.ts';
import { waitFor } from '../../src/app/waiting.ts';
import { ensureChart } from '../../src/bank/index.ts';
import { clientOptions, logIn } from '../../src/bot/connection.ts';
import { readConfig } from '../../src/config/config.ts';
import { inspectServer } from '../../src/db/gate.ts';
import { LocalServerError } from '../../src/db/local/reports.ts';
import { lockName, migrate } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { databaseUrl, parseDatabaseUrl } from '../../src/lib/database-address.ts';
import type { Logger } from '../../src/log/logger.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { terminal } from '../../src/words/index.ts';
import { usualSeed } from '../e2e/chat.ts';
import { testDatabase } from '../support/database.ts';

const logger: Logger = { event: () => {}, close: () => {} };
const database = testDatabase();
let folder: string;
let lifecycle: Lifecycle;
let taken: Server;
let port: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-start-'));
  lifecycle = createLifecycle(logger);
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = `${(taken.address() as { port: number }).port}`;
});
afterEach(async () => {
  await lifecycle.close();
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const config = (more: Readonly<Record<string, string>> = {}) =>
  readConfig({ PASSBOOK_DATA: folder, ...more });
const tools = (more: Readonly<Record<string, string>> = {}) => ({
  config: config(more),
  logger,
  lifecycle,
  clock: systemClock,
  print: () => {},
  progress: () => {},
});

const sqlTime = (ms: number): string =>
  new Date(ms).toISOString().replace('T', ' ').replace('Z', '000');

/** What the terminal shows of the error with which the work ends. */
async function explained(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => explain(error).join('\n'),
  );
}

describe('ports that are in use:', () => {
  test('of the sandbox', async () => {
    const opening = openSandbox(config({ SANDBOX_PORT: port }), lifecycle);
    expect(await explained(opening)).toContain(`${port} is in use by another program`);
  });

  test('of the metrics', async () => {
    const given = tools({ METRICS_PORT: port });
    const opening = openMetrics({ ...given, backupAgeMs: async () => null });
    expect(await explained(opening)).toContain(`METRICS_PORT ${port} cannot be used`);
  });

  test('of the page, and a certificate that cannot be read', async () => {
    const opened = { bank: null, bot: null };
    const page = { SECRETS: 'page', PUBLIC_URL: 'https://bank.example', PAGE_PORT: port };
    expect(await explained(openPage({ ...tools(page), opened }))).toContain(`PAGE_PORT ${port}`);
    const given = tools(page);
    const tls = { certFile: join(folder, 'none.pem'), keyFile: join(folder, 'none.key') };
    const without = { ...given.config, page: { ...given.config.page, port: 0, tls } };
    const opening = openPage({ ...given, config: without as never, opened });
    expect(await explained(opening)).toContain('TLS_CERT or TLS_KEY');
  });
});

describe('Discord', () => {
  test('refuses the token', async () => {
    const sandbox = await startSandbox({ seed: usualSeed, folder: null, port: 0 });
    const client = new Client(clientOptions(sandbox.apiUrl));
    const start = async () => {
      await logIn(client, 'wrong.token.of.no.bot');
      throw new Error('The sandbox took a wrong token');
    };
    expect(await explained(openBot(start, tools()))).toContain(
      'Discord does not accept this token',
    );
    await client.destroy();
    await sandbox.close();
  });

  test('or a database does not answer in time', async () => {
    let attempts = 0;
    const away = {
      setting: 'DISCORD_API_URL',
      name: 'Discord',
      place: 'nowhere',
      failed: (attempt: number) => (attempts = attempt),
      reach: async () => {
        throw new Error('away');
      },
      whyAway: () => 'no answer',
    };
    const limited = { ...tools(), limitMs: 300 };
    expect(await explained(waitFor(away, limited))).toContain('no answer from Discord');
    expect(attempts).toBeGreaterThan(0);
  });
});

describe('the database', () => {
  test('refuses the user, or the connection', async () => {
    const { address } = database;
    const other = { ...address, user: 'nobody', password: 'wrong' };
    const given = tools({ DATABASE_URL: databaseUrl(other), DATABASE_DURABILITY: 'relaxed' });
    const { secrets } = await loadSecrets(given.config);
    expect(await explained(openDatabase(given, secrets))).toContain('DATABASE_URL: ');
    const gone = createPool(parseDatabaseUrl('mysql://root@127.0.0.1:9/none'));
    expect(await explained(gone.rows('SELECT 1'))).toContain('The database cannot be used');
    await gone.close();
  });

  test('does not exist yet, or has another currency', async () => {
    const opening = openBooks(config(), { mayBeNew: false, progress: () => {} });
    expect(await explained(opening)).toContain('There is no database in');
    await ensureChart(database.pool, { code: 'GEM', scale: 2 }, '2026-01-31');
    const other = ensureChart(database.pool, { code: 'EUR', scale: 2 }, '2026-01-31');
    expect(await explained(other)).toContain('The database holds money in GEM');
  });

  const right = {
    version: '11.8.3-MariaDB',
    flush_log: 1,
    sync_binlog: 1,
    log_bin: 1,
    sql_mode: 'STRICT_TRANS_TABLES',
    redo: 'ON',
    skewMs: 0,
  };
  test.each([
    ['version', { version: '10.5.9-MariaDB' }, 'The database server is too old'],
    ['version', { version: '5.7.44' }, 'The database server is too old'],
    ['redo', { redo: 'OFF' }, 'may lose all data in a crash'],
    ['binlog', { sync_binlog: 0 }, 'does not flush its binary log'],
    ['strict', { sql_mode: 'ANSI' }, 'is not in strict SQL mode'],
    ['clock', { skewMs: 9_000 }, 'The clocks of this machine and of the database'],
  ] as const)('does not fit: %s', async (name, wrong, says) => {
    const { redo, skewMs, ...row } = { ...right, ...wrong };
    // The answers of a server with these settings.
    const rows = async (sql: string) =>
      sql.includes('STATUS')
        ? [{ Value: redo }]
        : [{ ...row, now: sqlTime(systemClock.now() + skewMs) }];
    const { findings } = await inspectServer({ rows } as unknown as Pool, systemClock);
    expect(findings.map((finding) => finding.name)).toEqual([name]);
    const sentence = terminal.database.gate[name];
    expect(typeof sentence === 'string' ? sentence : sentence(9)).toContain(says);
  });

  test('cannot be migrated', async () => {
    const { pool, address } = database;
    const run = async (files: Readonly<Record<string, string>>) => {
      const place = mkdtempSync(join(folder, 'migrations-'));
      for (const [name, sql] of Object.entries(files)) writeFileSync(join(place, name), sql);
      return explained(migrate(pool, { folder: place, schema: address.schema }));
    };
    await pool.write('DELETE FROM migrations');
    expect(await run({ 'notes.sql': '' })).toContain('the name must look like');
    expect(await run({ '0003_c.sql': 'DO 1;' })).toContain('the number must be');
    expect(await run({ '0001_a.sql': 'DO 1; NO SQL;' })).toContain('statement 2, failed');
    expect(await run({ '0001_a.sql': 'DO 1; DO 2;' })).toBe('no error');
    expect(await run({ '0001_a.sql': 'DO 1; DO 3;' })).toContain('was changed after it ran');
    expect(await run({})).toContain('by a newer version of Passbook');
    await pool.use(async (session) => {
      await session.rows('SELECT GET_LOCK(?, 0) AS got', [lockName(address.schema)], 1_000);
      const place = mkdtempSync(join(folder, 'migrations-'));
      const waiting = migrate(pool, { folder: place, schema: address.schema, lockWaitS: 1 });
      expect(await explained(waiting)).toContain('Another process has been migrating');
      await session.rows('DO RELEASE_ALL_LOCKS()', [], 1_000).catch(() => session.discard());
    });
  });
});

test('missing secrets, no server program, and an unexpected error', async () => {
  expect(await explained(nextPiiKey(folder))).toContain('There is no secrets.json');
  const none = new LocalServerError({
    code: 'no-program',
    why: 'not-fetched',
    writtenBy: null,
    fetch: { code: 'no-apt' },
  });
  expect(explain(none).join('\n')).toContain('Passbook found no database server to use');
  expect(explain(new TypeError('of the test'))[0]).toContain('Unexpected error: TypeError');
});
