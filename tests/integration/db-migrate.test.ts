import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DatabaseAddress } from '../../src/lib/database-address.ts';
import { keepMark } from '../../src/db/marks.ts';
import { ensureSchema, migrate } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { integerOf, textOf } from '../../src/db/rows.ts';
import { dropSchema, migrationsFolder, newSchemaAddress } from '../support/database.ts';

let address: DatabaseAddress;
let pool: Pool;
let folder: string;

beforeEach(async () => {
  address = newSchemaAddress();
  await ensureSchema(address);
  pool = createPool(address);
  folder = mkdtempSync(join(tmpdir(), 'passbook-migrations-'));
});
afterEach(async () => {
  await pool.close();
  await dropSchema(address);
  rmSync(folder, { recursive: true });
});

const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
const run = async () => migrate(pool, { folder, schema: address.schema });
async function tables(): Promise<string[]> {
  const rows = await pool.rows('SHOW TABLES');
  return rows.map((row) => textOf(row, Object.keys(row)[0]!)).sort();
}
const table = (name: string) => `CREATE TABLE ${name} (id INT PRIMARY KEY) ENGINE=InnoDB;\n`;

test('creates the schema with a binary collation, once', async () => {
  await ensureSchema(address);
  const [row] = await pool.rows('SELECT @@collation_database AS name');
  expect(textOf(row!, 'name')).toBe('utf8mb4_bin');
});

test('applies new migrations, and none twice', async () => {
  file('0001_create_one.sql', table('one'));
  expect(await run()).toEqual({ applied: ['0001_create_one.sql'], total: 1 });
  file('0002_create_two.sql', table('two') + table('three'));
  expect(await run()).toEqual({ applied: ['0002_create_two.sql'], total: 2 });
  expect(await run()).toEqual({ applied: [], total: 2 });
  expect(await tables()).toEqual(['marks', 'migrations', 'one', 'three', 'two']);
});

test('lets one of two processes apply while the other waits', async () => {
  for (let number = 1; number <= 5; number += 1) {
    file(`000${number}_create_t${number}.sql`, `DO SLEEP(0.05); ${table(`t${number}`)}`);
  }
  const other = createPool(address);
  try {
    const results = await Promise.all([run(), migrate(other, { folder, schema: address.schema })]);
    expect(new Set(results.map(({ applied }) => applied.length))).toEqual(new Set([0, 5]));
  } finally {
    await other.close();
  }
});

test('refuses a file that was changed after it ran', async () => {
  file('0001_create_one.sql', table('one'));
  await run();
  file('0001_create_one.sql', `${table('one')} -- only a comment`);
  await expect(run()).rejects.toMatchObject({
    trouble: { code: 'changed', file: '0001_create_one.sql', ranAs: '0001_create_one.sql' },
  });
});

test('refuses a database that is newer than the folder', async () => {
  file('0001_create_one.sql', table('one'));
  file('0002_create_two.sql', table('two'));
  await run();
  unlinkSync(join(folder, '0002_create_two.sql'));
  await expect(run()).rejects.toMatchObject({
    trouble: { code: 'newer', file: '0002_create_two.sql' },
  });
});

test('stops at a wrong statement, names it, and continues there after a fix', async () => {
  file('0001_create_one.sql', `${table('one')} ${table('two')} ALTER TABLE one ADD x NOTYPE;`);
  const wrong = { trouble: { code: 'failed', file: '0001_create_one.sql', statement: 3 } };
  await expect(run()).rejects.toMatchObject(wrong);
  expect(await tables()).toEqual(['marks', 'migrations', 'one', 'two']);
  await expect(run()).rejects.toMatchObject(wrong);
  file('0001_create_one.sql', `${table('one')} ${table('two')} ALTER TABLE one ADD x INT;`);
  expect(await run()).toEqual({ applied: ['0001_create_one.sql'], total: 1 });
  expect(await pool.rows('SELECT x FROM one')).toEqual([]);
});

test('continues after an interruption between a statement and its record', async () => {
  file('0001_create_one.sql', table('one') + table('two'));
  await run();
  // As after a crash: the second table exists, and the record says that one statement is done.
  await pool.write('UPDATE migrations SET statements_done = 1');
  expect(await run()).toEqual({ applied: ['0001_create_one.sql'], total: 1 });
  const [row] = await pool.rows('SELECT statements_done AS done FROM migrations');
  expect(integerOf(row!, 'done')).toBe(2);
});

test('does not treat a first failure as earlier work', async () => {
  await pool.write(table('one').replace(';', ''));
  file('0001_create_one.sql', table('one'));
  await expect(run()).rejects.toMatchObject({ trouble: { code: 'failed', errno: 1050 } });
});

test('applies the real migrations', async () => {
  const { applied, total } = await migrate(pool, {
    folder: migrationsFolder,
    schema: address.schema,
  });
  expect(applied.length).toBe(total);
  expect(await tables()).toContain('entries');
});

test('keeps the first value of a mark', async () => {
  await run();
  expect(await keepMark(pool, { name: 'key', value: 'one' })).toBe('one');
  expect(await keepMark(pool, { name: 'key', value: 'two' })).toBe('one');
});
