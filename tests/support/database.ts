import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { asBot, ensureLocalUsers } from '../../src/app/database-users.ts';
import {
  databaseUrl,
  parseDatabaseUrl,
  type DatabaseAddress,
} from '../../src/lib/database-address.ts';
import { ensureSchema, migrate } from '../../src/db/migrate.ts';
import { createPool, type Pool, type PoolLimits } from '../../src/db/pool.ts';
import { textOf } from '../../src/db/rows.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Address of a schema that does not exist yet, on the run's server. */
export function newSchemaAddress(): DatabaseAddress {
  const schema = `passbook_test_${randomBytes(6).toString('hex')}`;
  return { ...parseDatabaseUrl(inject('databaseUrl')), schema };
}

export async function dropSchema(address: DatabaseAddress): Promise<void> {
  const pool = createPool(address, { schema: null, limits: { connections: 1 } });
  await pool.write(`DROP DATABASE IF EXISTS \`${address.schema}\``);
  await pool.close();
}

const selectTables = `
  SELECT table_name AS name
  FROM information_schema.tables
  WHERE table_schema = ? AND table_type = 'BASE TABLE' AND table_name NOT IN ('migrations', 'marks')`;

export interface TestDatabase {
  readonly pool: Pool;
  readonly address: DatabaseAddress;
  /** The same schema with no more rights than the bank has in service. */
  readonly botPool: Pool;
  /** For another process. */
  readonly url: string;
  /** Deletes all rows, then puts back what the migrations themselves insert. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** What the migrations put into tables, read once so that `empty` can restore it. */
async function readRows(pool: Pool, tables: readonly string[]) {
  const kept: { table: string; rows: Readonly<Record<string, unknown>>[] }[] = [];
  for (const table of tables) {
    const rows = await pool.rows(`SELECT * FROM \`${table}\``);
    if (rows.length > 0) kept.push({ table, rows });
  }
  return kept;
}

/** A migrated schema of its own. Tests of one file share it through `useDatabase`. */
export async function createTestDatabase(limits: Partial<PoolLimits> = {}): Promise<TestDatabase> {
  const address = newSchemaAddress();
  await ensureSchema(address);
  const pool = createPool(address, { limits });
  await migrate(pool, { folder: migrationsFolder, schema: address.schema });
  const tables = (await pool.rows(selectTables, [address.schema])).map((row) =>
    textOf(row, 'name'),
  );
  const seeds = await readRows(pool, tables);
  await ensureLocalUsers(pool, address.schema);
  const botPool = createPool(asBot(address), { limits });
  const empty = async () =>
    pool.use(async (session) => {
      await session.write('SET SESSION foreign_key_checks = 0', [], 5_000);
      for (const table of tables) await session.write(`DELETE FROM \`${table}\``, [], 60_000);
      for (const { table, rows } of seeds) {
        for (const row of rows) {
          const columns = Object.keys(row).map((column) => `\`${column}\``);
          const marks = columns.map(() => '?').join(', ');
          const insert = `INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES (${marks})`;
          await session.write(insert, Object.values(row) as never, 60_000);
        }
      }
      await session.write('SET SESSION foreign_key_checks = 1', [], 5_000);
    });
  const close = async () => {
    await botPool.close();
    await pool.close();
    await dropSchema(address);
  };
  return { pool, botPool, address, url: databaseUrl(address), empty, close };
}

/**
 * Called at the top of a test file: one schema for the file, migrated once, emptied before each
 * test. Read the fields only inside tests and hooks.
 */
export function testDatabase(limits: Partial<PoolLimits> = {}): TestDatabase {
  let database: TestDatabase | undefined;
  const made = () => {
    if (database === undefined) throw new Error('The test database exists only inside tests');
    return database;
  };
  beforeAll(async () => {
    database = await createTestDatabase(limits);
  });
  beforeEach(async () => made().empty());
  afterAll(async () => database?.close());
  return {
    get pool() {
      return made().pool;
    },
    get botPool() {
      return made().botPool;
    },
    get address() {
      return made().address;
    },
    get url() {
      return made().url;
    },
    empty: async () => made().empty(),
    close: async () => made().close(),
  };
}
