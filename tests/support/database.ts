import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { asBot, botRights, localUsers } from '../../src/app/database-users.ts';
import {
  databaseUrl,
  parseDatabaseUrl,
  type DatabaseAddress,
} from '../../src/lib/database-address.ts';
import { ensureSchema } from '../../src/db/migrate.ts';
import { createPool, type Pool, type PoolLimits } from '../../src/db/pool.ts';
import { ensureUser } from '../../src/db/rights.ts';
import { copyTemplate, emptyTables } from './database-template.ts';

export { migrationsFolder } from './database-template.ts';

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

export interface TestDatabase {
  readonly pool: Pool;
  readonly address: DatabaseAddress;
  /** The same schema with only the rights of the bank in production. */
  readonly botPool: Pool;
  /** For another process. */
  readonly url: string;
  /** Deletes all rows, then restores the rows that the migrations insert. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** A copy of the migrated schema. Tests of one file share it through `testDatabase`. */
export async function createTestDatabase(limits: Partial<PoolLimits> = {}): Promise<TestDatabase> {
  const template = inject('databaseTemplate');
  const address = newSchemaAddress();
  await ensureSchema(address);
  const pool = createPool(address, { limits });
  await copyTemplate(pool, template);
  const grantee = { schema: address.schema, user: `'${localUsers.bot}'@'localhost'` };
  await ensureUser(pool, grantee, botRights);
  const botPool = createPool(asBot(address), { limits });
  const empty = async () => emptyTables(pool, template);
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
