/** One durable database server on disk for the whole run, set up as by `npm start`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '../../../src/app/places.ts';
import { projectFolder } from '../../../src/lib/project-folder.ts';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import { choosePrograms } from '../../../src/db/local/choose.ts';
import type { ReportStep } from '../../../src/db/local/reports.ts';
import { startLocalServer } from '../../../src/db/local/server.ts';
import { ensureSchema, migrate } from '../../../src/db/migrate.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { textOf } from '../../../src/db/rows.ts';

export const benchFolder = join(projectFolder, '.local/bench');

export interface BenchServer {
  readonly version: string;
  readonly pid: number;
  /** The same server, another schema. */
  address(schema: string): DatabaseAddress;
  /** A migrated schema; an existing one of that name is dropped first. */
  freshSchema(schema: string): Promise<DatabaseAddress>;
  dropSchema(schema: string): Promise<void>;
  stop(): Promise<void>;
}

async function onServer<Value>(
  address: DatabaseAddress,
  work: (pool: Pool) => Promise<Value>,
): Promise<Value> {
  const limits = { connections: 1, statementMs: 600_000 };
  const pool = createPool(address, { schema: null, limits });
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

export async function startServer(progress: (line: string) => void): Promise<BenchServer> {
  const cacheFolder = join(projectFolder, '.local/cache');
  const steps: ReportStep = ({ code }) => progress(`database server: ${code}`);
  const choice = { cacheFolder, searchPath: process.env['PATH'] ?? '', progress: steps };
  // A folder for each, so that the first in PATH is measured.
  const [program] = await choosePrograms(null, choice);
  const folder = join(benchFolder, `database-${program!.family}-${program!.version}`);
  const durability = 'strict';
  const server = await startLocalServer({ ...choice, folder, schema: 'bench', durability });
  const address = (schema: string) => ({ ...server.address, schema });
  const dropSchema = async (schema: string) =>
    onServer(server.address, async (pool) => {
      await pool.write(`DROP DATABASE IF EXISTS \`${schema}\``);
    });
  const version = await onServer(server.address, async (pool) => {
    const [row] = await pool.rows('SELECT VERSION() AS version');
    return textOf(row ?? {}, 'version');
  });
  return {
    version,
    pid: Number(readFileSync(join(folder, 'db.pid'), 'utf8')),
    address,
    dropSchema,
    freshSchema: async (schema) => {
      await dropSchema(schema);
      await ensureSchema(address(schema));
      const pool = createPool(address(schema), { limits: { connections: 1 } });
      await migrate(pool, { folder: migrationsFolder, schema });
      await pool.close();
      return address(schema);
    },
    stop: async () => server.stop(),
  };
}
