/** A schema that is migrated once per run, and fast copies of it. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseDatabaseUrl } from '../../src/lib/database-address.ts';
import { ensureSchema, migrate } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { textOf } from '../../src/db/rows.ts';
import type { DatabaseSession } from '../../src/db/session.ts';
import { messageOf } from '../../src/db/text/message.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

export interface Template {
  readonly schema: string;
  readonly tables: readonly TemplateTable[];
}

interface TemplateTable {
  readonly name: string;
  readonly create: string;
  /** Whether migrations put rows into it. */
  readonly hasRows: boolean;
}

/** Tables of the migrations themselves, which tests never change. */
const kept = new Set(['migrations', 'marks']);

const newName = (): string => `passbook_test_${randomBytes(6).toString('hex')}`;

const selectTables = `
  SELECT table_name AS name
  FROM information_schema.tables
  WHERE table_schema = ? AND table_type = 'BASE TABLE'`;

async function readTable(pool: Pool, name: string): Promise<TemplateTable> {
  const [made] = await pool.rows(`SHOW CREATE TABLE \`${name}\``);
  const rows = await pool.rows(`SELECT 1 AS one FROM \`${name}\` LIMIT 1`);
  return { name, create: textOf(made!, 'Create Table'), hasRows: rows.length > 0 };
}

export async function makeTemplate(
  url: string,
): Promise<{ readonly template: Template; readonly drop: () => Promise<void> }> {
  const schema = newName();
  const address = { ...parseDatabaseUrl(url), schema };
  await ensureSchema(address);
  const pool = createPool(address, { limits: { connections: 1 } });
  await migrate(pool, { folder: migrationsFolder, schema });
  const names = (await pool.rows(selectTables, [schema])).map((row) => textOf(row, 'name'));
  const tables: TemplateTable[] = [];
  for (const name of names) tables.push(await readTable(pool, name));
  const drop = async () => {
    await pool.write(`DROP DATABASE IF EXISTS \`${schema}\``);
    await pool.close();
  };
  return { template: { schema, tables }, drop };
}

/** Runs `work` with foreign keys unchecked, so that the order of the tables does not matter. */
async function unchecked(pool: Pool, work: (session: DatabaseSession) => Promise<void>) {
  await pool.use(async (session) => {
    await session.write('SET SESSION foreign_key_checks = 0', [], 5_000);
    await work(session);
    await session.write('SET SESSION foreign_key_checks = 1', [], 5_000);
  });
}

const fills = ({ schema }: Template, tables: readonly TemplateTable[]): string[] =>
  tables
    .filter(({ hasRows }) => hasRows)
    .map(({ name }) => `INSERT INTO \`${name}\` SELECT * FROM \`${schema}\`.\`${name}\``);

/** In one message. */
async function together(session: DatabaseSession, texts: readonly string[]): Promise<void> {
  const statements = texts.map((sql) => ({ sql, values: [] }));
  if (statements.length > 0) await session.together(messageOf(statements), 120_000);
}

/** Creates all tables, as the migrations would, in the pool's empty schema. */
export async function copyTemplate(pool: Pool, template: Template): Promise<void> {
  await unchecked(pool, async (session) => {
    const creates = template.tables.map(({ create }) => create);
    await together(session, [...creates, ...fills(template, template.tables)]);
  });
}

/** The tables that have rows, asked in one statement, because a test fills a quarter of them. */
async function filledTables(session: DatabaseSession, tables: readonly TemplateTable[]) {
  const asked = tables.map(({ name }) => `EXISTS (SELECT 1 FROM \`${name}\`) AS \`${name}\``);
  const [found] = await session.rows(`SELECT ${asked.join(', ')}`, [], 60_000);
  return tables.map(({ name }) => name).filter((name) => Number(found![name]) === 1);
}

/** Deletes all rows, then restores the rows that the migrations insert. */
export async function emptyTables(pool: Pool, template: Template): Promise<void> {
  const tables = template.tables.filter(({ name }) => !kept.has(name));
  await unchecked(pool, async (session) => {
    const filled = await filledTables(session, tables);
    await together(session, [
      ...filled.map((name) => `DELETE FROM \`${name}\``),
      ...fills(template, tables),
    ]);
  });
}
