/**
 * Brings a schema up to date. DDL commits by itself, so the number of finished statements is
 * stored per file, and an interrupted run continues where it stopped.
 */
import { createHash } from 'node:crypto';
import type { DatabaseAddress } from '../lib/database-address.ts';
import { DatabaseError } from './errors.ts';
import { MigrationError, readMigrations, type Migration } from './migrate-files.ts';
import { createPool, type Pool } from './pool.ts';
import { integerOf, textOf, type Row } from './rows.ts';
import type { DatabaseSession } from './session.ts';

const createHistory = `
  CREATE TABLE IF NOT EXISTS migrations (
    number INT NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    statements_total INT NOT NULL,
    statements_done INT NOT NULL,
    applied_at DATETIME(6) NOT NULL
  ) ENGINE=InnoDB CHARACTER SET ascii COLLATE ascii_bin`;
const createMarks = `
  CREATE TABLE IF NOT EXISTS marks (
    name VARCHAR(60) NOT NULL PRIMARY KEY,
    value VARCHAR(200) NOT NULL
  ) ENGINE=InnoDB CHARACTER SET ascii COLLATE ascii_bin`;
const selectHistory = `
  SELECT number, name, sha256, statements_total, statements_done
  FROM migrations
  ORDER BY number`;
const insertMigration = `
  INSERT INTO migrations (number, name, sha256, statements_total, statements_done, applied_at)
  VALUES (?, ?, ?, ?, 0, UTC_TIMESTAMP(6))`;
const updateProgress = `
  UPDATE migrations
  SET sha256 = ?, statements_total = ?, statements_done = ?, applied_at = UTC_TIMESTAMP(6)
  WHERE number = ?`;

/** The table, column or key already exists, or the column or key is already gone. */
const alreadyDone = new Set([1050, 1060, 1061, 1091]);
const unknownSchema = 1049;
const statementMs = 600_000;
const usualLockWaitS = 120;

export interface MigrationResult {
  readonly applied: readonly string[];
  readonly total: number;
}

async function createSchema(address: DatabaseAddress): Promise<void> {
  const pool = createPool(address, { schema: null, limits: { connections: 1 } });
  try {
    // The name was checked when the address was parsed: letters, digits, "_" and "-".
    await pool.write(
      `CREATE DATABASE IF NOT EXISTS \`${address.schema}\`
       CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
  } finally {
    await pool.close();
  }
}

/** Creates the schema if it does not exist. */
export async function ensureSchema(address: DatabaseAddress): Promise<void> {
  const pool = createPool(address, { limits: { connections: 1 } });
  try {
    await pool.rows('SELECT 1');
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.errno !== unknownSchema) throw error;
    await createSchema(address);
  } finally {
    await pool.close();
  }
}

/** Returns each migration's progress; throws if the history does not match the folder. */
function compare(history: readonly Row[], migrations: readonly Migration[]): Map<number, number> {
  const done = new Map<number, number>();
  for (const row of history) {
    const number = integerOf(row, 'number');
    const name = textOf(row, 'name');
    const migration = migrations.find((candidate) => candidate.number === number);
    if (migration === undefined) {
      throw new MigrationError({ code: 'newer', file: name });
    }
    const isWhole = integerOf(row, 'statements_done') === integerOf(row, 'statements_total');
    // A migration that failed half-way may be edited; its finished statements stay as they are.
    if (isWhole && migration.sha256 !== textOf(row, 'sha256')) {
      throw new MigrationError({ code: 'changed', file: migration.name, ranAs: name });
    }
    done.set(number, integerOf(row, 'statements_done'));
  }
  return done;
}

const serverSaid = (error: unknown): { errno: number | null; detail: string | null } =>
  error instanceof DatabaseError
    ? { errno: error.errno, detail: error.detail ?? error.message }
    : { errno: null, detail: error instanceof Error ? error.message : null };

async function applyOne(session: DatabaseSession, migration: Migration, done: number | undefined) {
  const { number, name, sha256, statements } = migration;
  if (done === undefined) {
    await session.write(insertMigration, [number, name, sha256, statements.length], statementMs);
  }
  for (const [index, statement] of statements.entries()) {
    if (index < (done ?? 0)) continue;
    try {
      await session.write(statement, [], statementMs);
    } catch (error) {
      const cutOff = done !== undefined && index === done && error instanceof DatabaseError;
      if (!cutOff || !alreadyDone.has(error.errno ?? 0)) {
        const place = { file: name, statement: index + 1 };
        throw new MigrationError(
          { code: 'failed', ...place, ...serverSaid(error) },
          { cause: error },
        );
      }
    }
    const progress = [sha256, statements.length, index + 1, number];
    await session.write(updateProgress, progress, statementMs);
  }
}

const openOf = (migrations: readonly Migration[], done: ReadonlyMap<number, number>) =>
  migrations.filter(({ number, statements }) => (done.get(number) ?? -1) < statements.length);

async function lockedRun(session: DatabaseSession, migrations: readonly Migration[]) {
  await session.write(createHistory, [], statementMs);
  await session.write(createMarks, [], statementMs);
  const done = compare(await session.rows(selectHistory, [], statementMs), migrations);
  const open = openOf(migrations, done);
  for (const migration of open) await applyOne(session, migration, done.get(migration.number));
  return { applied: open.map(({ name }) => name), total: migrations.length };
}

const selectTables = `
  SELECT table_name AS name
  FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name = 'migrations'`;

/** What is still to be applied. Changes nothing; throws if the history does not fit the folder. */
export async function openMigrations(
  pool: Pool,
  folder: string,
): Promise<{ readonly missing: readonly string[]; readonly total: number }> {
  const migrations = await readMigrations(folder);
  const hasHistory = (await pool.rows(selectTables)).length > 0;
  const done = compare(hasHistory ? await pool.rows(selectHistory) : [], migrations);
  return { missing: openOf(migrations, done).map(({ name }) => name), total: migrations.length };
}

/** Locks by schema, so that two banks on one server do not wait for each other. */
export function lockName(schema: string): string {
  return `passbook-${createHash('sha256').update(schema).digest('hex').slice(0, 40)}`;
}

/** Applies missing migrations; if two processes start at once, one applies and the other waits. */
export async function migrate(
  pool: Pool,
  {
    folder,
    schema,
    lockWaitS = usualLockWaitS,
  }: { readonly folder: string; readonly schema: string; readonly lockWaitS?: number },
): Promise<MigrationResult> {
  const migrations = await readMigrations(folder);
  return pool.use(async (session) => {
    const name = lockName(schema);
    const waitMs = (lockWaitS + 5) * 1_000;
    const [lock] = await session.rows('SELECT GET_LOCK(?, ?) AS got', [name, lockWaitS], waitMs);
    if (lock === undefined || lock['got'] === null || integerOf(lock, 'got') !== 1) {
      throw new MigrationError({ code: 'locked', seconds: lockWaitS });
    }
    try {
      return await lockedRun(session, migrations);
    } finally {
      await session.rows('SELECT RELEASE_LOCK(?) AS freed', [name], statementMs).catch(() => {
        session.discard();
      });
    }
  });
}
