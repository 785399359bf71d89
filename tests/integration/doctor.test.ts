/** The doctor's checks of the database, each made red. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BooksDatabase } from '../../src/app/books-database.ts';
import * as doctor from '../../src/app/doctor/database.ts';
import { examine } from '../../src/app/doctor/examine.ts';
import { asBot } from '../../src/app/database-users.ts';
import { fingerprint, loadSecrets, piiKeyMark } from '../../src/app/secrets.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { keepMark } from '../../src/db/marks.ts';
import { databaseUrl } from '../../src/lib/database-address.ts';
import { createTestDatabase, testDatabase } from '../support/database.ts';

const database = testDatabase();
let config: Config;
let books: BooksDatabase;

beforeEach(() => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'passbook-doctor-'));
  const url = databaseUrl(asBot(database.address));
  config = { ...readConfig({ PASSBOOK_DATA: dataFolder, DATABASE_URL: url }), dataFolder };
  const { pool, address } = database;
  books = { pool, address: asBot(address), isShared: true, close: async () => {} };
});
afterEach(() => rmSync(config.dataFolder, { recursive: true }));

test('the server answers; settings that lose data are errors unless durability is relaxed', async () => {
  const strict = await doctor.checkServer(books, config);
  expect(strict[0]).toMatchObject({ check: 'database', level: 'ok', says: /, [\d.]+ [KM]B\.$/ });
  // The server of the tests does not flush at every commit.
  const flush = ({ check }: { check: string }) => check === 'database-flush';
  expect(strict.find(flush)).toMatchObject({ level: 'error', advice: /innodb_flush_log/ });
  expect(strict.some(({ check }) => check === 'durability')).toBe(false);
  const relaxed = { ...config, database: { ...config.database, durability: 'relaxed' as const } };
  expect((await doctor.checkServer(books, relaxed)).find(flush)?.level).toBe('warning');
});

test('a database user that may change the books is a warning', async () => {
  expect(await doctor.checkRights(books, config)).toMatchObject({ level: 'ok' });
  const asRoot = { ...books, address: database.address };
  expect(await doctor.checkRights(asRoot, config)).toMatchObject({
    check: 'rights',
    level: 'warning',
  });
});

test('migrations that are missing, changed, or of a newer version', async () => {
  const own = await createTestDatabase();
  try {
    const check = async () => doctor.checkMigrations({ ...books, pool: own.pool });
    expect(await check()).toMatchObject({ level: 'ok' });
    await own.pool.write('DELETE FROM migrations ORDER BY number DESC LIMIT 1');
    expect(await check()).toMatchObject({ level: 'warning', says: 'One migration is missing.' });
    await own.pool.write(
      `INSERT INTO migrations
         (number, name, sha256, statements_total, statements_done, applied_at)
       VALUES (9999, '9999_of_tomorrow.sql', REPEAT('0', 64), 1, 1, NOW(6))`,
    );
    expect(await check()).toMatchObject({ level: 'error', says: /newer version/ });
    await own.pool.write('DELETE FROM migrations WHERE number = 9999');
    await own.pool.write("UPDATE migrations SET sha256 = REPEAT('0', 64) WHERE number = 1");
    expect(await check()).toMatchObject({ level: 'error', says: /was changed/ });
  } finally {
    await own.close();
  }
});

test('secrets: none yet, fitting, of another database, missing, damaged', async () => {
  const own = await createTestDatabase();
  try {
    const check = async () => doctor.checkSecrets({ ...books, pool: own.pool }, config);
    expect(await check()).toMatchObject({ level: 'warning', says: 'There are no secrets yet.' });
    const { secrets } = await loadSecrets(config);
    await keepMark(own.pool, { name: 'pepper', value: fingerprint(secrets.pepper) });
    await keepMark(own.pool, { name: piiKeyMark, value: fingerprint(secrets.piiKey) });
    expect(await check()).toMatchObject({ level: 'ok' });
    const file = join(config.dataFolder, 'secrets.json');
    rmSync(file);
    expect(await check()).toMatchObject({ level: 'error', says: /are missing/ });
    await loadSecrets(config);
    expect(await check()).toMatchObject({ level: 'error', says: /another database/ });
    writeFileSync(file, '{}');
    expect(await check()).toMatchObject({ level: 'error', says: /secrets\.json/ });
  } finally {
    await own.close();
  }
});

test('payments that are stopped are an error', async () => {
  expect(await doctor.checkHalt(books)).toMatchObject({ level: 'ok' });
  await database.pool.write(
    `INSERT INTO halts (halted_at, invariant, finding) VALUES (NOW(6), 'I1', 'found by a test')`,
  );
  expect(await doctor.checkHalt(books)).toMatchObject({ check: 'payments', level: 'error' });
});

test('jobs that are stuck are a warning', async () => {
  expect(await doctor.checkStuck(books)).toMatchObject({ level: 'ok' });
  await database.pool.write(
    `INSERT INTO jobs (id, kind, job_key, state, due_at, attempts)
     VALUES (1, 'HOLD_EXPIRY', 'one', 'STUCK', NOW(6), 20)`,
  );
  expect(await doctor.checkStuck(books)).toMatchObject({
    check: 'stuck',
    says: 'One task is stuck.',
  });
});

test('all checks of a database that does not answer are one error, and the rest goes on', async () => {
  const url = 'mysql://nobody:wrong@127.0.0.1:9/none';
  const found = await examine({ ...config, database: { ...config.database, url } });
  const levels = new Map(found.map(({ check, level }) => [check, level]));
  expect(levels.get('database')).toBe('error');
  expect(levels.get('backup')).toBe('warning');
  expect(levels.get('mail')).toBe('warning');
  expect(levels.get('discord')).toBe('ok');
  expect(levels.has('migrations')).toBe(false);
});

test('a mail server that does not answer is an error', async () => {
  const found = await examine({ ...config, smtpUrl: 'smtp://127.0.0.1:9' });
  const mail = found.find(({ check }) => check === 'mail');
  expect(mail).toMatchObject({ level: 'error', says: /127\.0\.0\.1:9 .*\(ECONNREFUSED\)|ESOCKET/ });
});
