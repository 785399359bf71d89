/** Facts about the programs that use a database. The first one stores them; later ones compare. */
import type { Pool, Reader } from './pool.ts';
import { textOf } from './rows.ts';

const insertMark = `
  INSERT INTO marks (name, value)
  VALUES (?, ?)
  ON DUPLICATE KEY UPDATE value = value`;
const selectMark = `
  SELECT value
  FROM marks
  WHERE name = ?`;

/** Stores the value if there is none yet; returns the stored one. */
export async function keepMark(
  pool: Pool,
  { name, value }: { readonly name: string; readonly value: string },
): Promise<string> {
  await pool.write(insertMark, [name, value]);
  return (await readMark(pool, name)) ?? value;
}

/** Null when no program has stored it. */
export async function readMark(reader: Reader, name: string): Promise<string | null> {
  const [row] = await reader.rows(selectMark, [name]);
  return row === undefined ? null : textOf(row, 'value');
}
