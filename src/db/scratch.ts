/** A schema for a trial, such as restoring a backup: created empty, dropped at the end. */
import { randomBytes } from 'node:crypto';
import type { DatabaseAddress } from '../lib/database-address.ts';
import { createPool, type Pool } from './pool.ts';
import { textOf } from './rows.ts';

const statementMs = 600_000;
/** Scratch schemas of processes that were killed. A running trial is never a day old. */
const selectLeft = `
  SELECT s.schema_name AS name
  FROM information_schema.schemata s
  LEFT JOIN information_schema.tables t ON t.table_schema = s.schema_name
  WHERE s.schema_name LIKE ?
  GROUP BY s.schema_name
  HAVING MAX(t.create_time) < NOW() - INTERVAL 1 DAY
  LIMIT 20`;

const prefixOf = (schema: string): string => `${schema}_drill_`;
const isScratch = (name: string, schema: string): boolean =>
  name.startsWith(prefixOf(schema)) && /^[0-9a-f]{8}$/.test(name.slice(prefixOf(schema).length));

async function drop(pool: Pool, name: string): Promise<void> {
  await pool.use(async (session) => session.write(`DROP DATABASE \`${name}\``, [], statementMs));
}

async function dropLeft(pool: Pool, schema: string): Promise<void> {
  const pattern = `${prefixOf(schema).replaceAll('_', '\\_')}%`;
  for (const row of await pool.rows(selectLeft, [pattern])) {
    const name = textOf(row, 'name');
    if (isScratch(name, schema)) await drop(pool, name);
  }
}

/**
 * Runs `work` with the address of a new, empty schema on the same server. The database user needs
 * all rights on schemas named `<schema>_drill_…`; throws DatabaseError without them.
 */
export async function withScratchSchema<Value>(
  address: DatabaseAddress,
  work: (scratch: DatabaseAddress) => Promise<Value>,
): Promise<Value> {
  const { schema } = address;
  const scratch = `${prefixOf(schema)}${randomBytes(4).toString('hex')}`;
  const pool = createPool(address, { schema: null, limits: { connections: 1 } });
  try {
    await dropLeft(pool, schema);
    await pool.write(`CREATE DATABASE \`${scratch}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    try {
      return await work({ ...address, schema: scratch });
    } finally {
      await drop(pool, scratch);
    }
  } finally {
    await pool.close();
  }
}
