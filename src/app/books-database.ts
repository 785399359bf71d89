/** Opens the bank's database for a tool: on the running server, or by starting a private one. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { type DatabaseAddress, parseDatabaseUrl } from '../lib/database-address.ts';
import { socketPath } from '../db/local/place.ts';
import { startLocalServer } from '../db/local/server.ts';
import { ensureSchema, migrate } from '../db/migrate.ts';
import { createPool, type Pool } from '../db/pool.ts';
import { terminal } from '../words/index.ts';
import { cacheFolder, migrationsFolder } from './places.ts';
import { stepSentence } from './sentences.ts';
import { StartError } from './start-error.ts';

export interface BooksDatabase {
  readonly pool: Pool;
  readonly address: DatabaseAddress;
  /** Whether the bank or another tool is using the private server now. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

const schema = 'passbook';

async function localSocket(folder: string): Promise<DatabaseAddress> {
  const place = { host: 'localhost', port: 3306, socketPath: await socketPath(folder) };
  return { ...place, user: 'root', password: '', tls: 'off', schema };
}

async function answers(address: DatabaseAddress): Promise<boolean> {
  const pool = createPool(address, { schema: null, limits: { connections: 1, acquireMs: 1_000 } });
  try {
    await pool.use(async () => {});
    return true;
  } catch {
    return false;
  } finally {
    await pool.close();
  }
}

const opened = (
  address: DatabaseAddress,
  isShared: boolean,
  end: () => Promise<void>,
): BooksDatabase => {
  const pool = createPool(address, { limits: { connections: 2 } });
  const close = async () => {
    await pool.close();
    await end();
  };
  return { pool, address, isShared, close };
};

/** Throws StartError if there is no database yet and the tool must not create one. */
export async function openBooks(
  config: Config,
  options: { readonly mayBeNew: boolean; readonly progress: (line: string) => void },
): Promise<BooksDatabase> {
  const { url, durability } = config.database;
  if (url !== null) return opened(parseDatabaseUrl(url), true, async () => {});
  const folder = join(config.dataFolder, 'database');
  const address = await localSocket(folder);
  if (await answers(address)) return opened(address, true, async () => {});
  const hasData = await access(join(folder, 'data')).then(
    () => true,
    () => false,
  );
  if (!hasData && !options.mayBeNew) {
    throw new StartError(terminal.database.none(folder));
  }
  const server = await startLocalServer({
    folder,
    schema,
    cacheFolder: await cacheFolder(config.dataFolder),
    searchPath: config.machine.searchPath,
    durability,
    progress: (step) => options.progress(stepSentence(step)),
  });
  return opened(server.address, false, async () => server.stop());
}

/** Brings the schema up to date, as the start of the bank does. */
export async function updateSchema({ address }: BooksDatabase, config: Config): Promise<void> {
  const { migrationUrl } = config.database;
  const asAdmin = migrationUrl === null ? address : parseDatabaseUrl(migrationUrl);
  await ensureSchema(asAdmin);
  const pool = createPool(asAdmin, { limits: { connections: 2 } });
  try {
    await migrate(pool, { folder: migrationsFolder, schema: asAdmin.schema });
  } finally {
    await pool.close();
  }
}
