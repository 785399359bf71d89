/** Reads and writes any table in full; only for backups. */
import { rowPlaceholders } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import { textOf } from '../../../db/rows.ts';
import type { Scalar } from '../../../db/text/scalars.ts';
import type { DatabaseSession } from '../../../db/session.ts';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Columns whose values are integers, so that they can be compared exactly. */
  readonly integers: ReadonlySet<string>;
  /** The CREATE TABLE statement. */
  readonly ddl: string;
}

const statementMs = 600_000;
const selectTableNames = `
  SELECT table_name AS name
  FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
  ORDER BY table_name`;
const selectColumns = `
  SELECT column_name AS name, data_type AS type
  FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = ?
  ORDER BY ordinal_position`;
const selectKey = `
  SELECT column_name AS name
  FROM information_schema.key_column_usage
  WHERE table_schema = DATABASE() AND table_name = ? AND constraint_name = 'PRIMARY'
  ORDER BY ordinal_position`;
const integerTypes = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'bigint']);

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const quotedList = (names: readonly string[]): string => names.map(quoted).join(', ');

async function shapeOf(reader: Reader, name: string): Promise<TableShape> {
  const columns = await reader.rows(selectColumns, [name]);
  const key = await reader.rows(selectKey, [name]);
  const quotedTable = quoted(name);
  const [made = {}] = await reader.rows(`SHOW CREATE TABLE ${quotedTable}`);
  return {
    name,
    columns: columns.map((row) => textOf(row, 'name')),
    key: key.map((row) => textOf(row, 'name')),
    integers: new Set(
      columns
        .filter((row) => integerTypes.has(textOf(row, 'type')))
        .map((row) => textOf(row, 'name')),
    ),
    ddl: textOf(made, 'Create Table'),
  };
}

/** Every table of the schema. Throws TypeError for one without a primary key. */
export async function readShapes(reader: Reader): Promise<TableShape[]> {
  const names = (await reader.rows(selectTableNames)).map((row) => textOf(row, 'name'));
  const shapes: TableShape[] = [];
  for (const name of names) {
    const shape = await shapeOf(reader, name);
    if (shape.key.length === 0) throw new TypeError(`Table ${name} has no primary key`);
    shapes.push(shape);
  }
  return shapes;
}

/** As the driver returned it: text, number, bytes or null. */
export type Cell = string | number | Buffer | null;

function bound(shape: TableShape, column: string, value: Cell): Scalar {
  return value !== null && shape.integers.has(column) ? BigInt(value as string) : value;
}

/** The next rows by primary key, each with its values in the order of the columns. */
export async function readPage(
  reader: Reader,
  shape: TableShape,
  page: { readonly after: readonly Cell[] | null; readonly size: number },
): Promise<Cell[][]> {
  const quotedColumns = quotedList(shape.columns);
  const quotedTable = quoted(shape.name);
  const keyColumns = quotedList(shape.key);
  const keyPlaceholders = shape.key.map(() => '?').join(', ');
  const afterWhere = page.after === null ? '' : `WHERE (${keyColumns}) > (${keyPlaceholders})`;
  const after = page.after ?? [];
  const keyValues = shape.key.flatMap((column) =>
    page.after === null ? [] : [bound(shape, column, after[shape.columns.indexOf(column)]!)],
  );
  const rows = await reader.rows(
    `SELECT ${quotedColumns} FROM ${quotedTable} ${afterWhere} ORDER BY ${keyColumns} LIMIT ?`,
    [...keyValues, page.size],
  );
  return rows.map((row) => shape.columns.map((column) => row[column] as Cell));
}

export async function countTables(reader: Reader): Promise<number> {
  return (await reader.rows(selectTableNames)).length;
}

/** One connection without foreign key checks, so that tables load in any order. */
export async function withLoading<Value>(
  pool: Pool,
  work: (session: DatabaseSession) => Promise<Value>,
): Promise<Value> {
  return pool.use(async (session) => {
    await session.write('SET SESSION foreign_key_checks = 0', [], statementMs);
    try {
      return await work(session);
    } finally {
      // Discarded, because its foreign key checks are off.
      session.discard();
    }
  });
}

export async function createTable(session: DatabaseSession, ddl: string): Promise<void> {
  await session.write(ddl, [], statementMs);
}

export async function insertRows(
  session: DatabaseSession,
  table: { readonly name: string; readonly columns: readonly string[] },
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const size = { rows: rows.length, columns: table.columns.length };
  const quotedTable = quoted(table.name);
  const quotedColumns = quotedList(table.columns);
  const allPlaceholders = rowPlaceholders(size);
  await session.write(
    `INSERT INTO ${quotedTable} (${quotedColumns}) VALUES ${allPlaceholders}`,
    rows.flat(),
    statementMs,
  );
}

const endSessions = `
  UPDATE sessions
  SET ended_at = NOW(6), end_reason = 'EXPIRED', live_customer_id = NULL
  WHERE ended_at IS NULL`;
const cancelCards = `
  UPDATE pending
  SET state = 'CANCELLED'
  WHERE state = 'OPEN'`;
const insertAuditRow = `
  INSERT INTO audit
    (id, occurred_at, action, actor_discord_user_id, target_customer_id, session_id, details)
  VALUES (?, NOW(6), 'RESTORED', 'operator', NULL, NULL, ?)`;

/**
 * Ends the sessions and cancels the cards that were open in the backup; writes the audit row.
 */
export async function closeTheDay(
  session: DatabaseSession,
  audit: { readonly id: bigint; readonly details: string },
): Promise<void> {
  await session.write(endSessions, [], statementMs);
  await session.write(cancelCards, [], statementMs);
  await session.write(insertAuditRow, [audit.id, audit.details], statementMs);
}
