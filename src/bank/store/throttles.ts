import { withList } from '../../db/placeholders.ts';
import type { Pool } from '../../db/pool.ts';
import { integerOf, textOf } from '../../db/rows.ts';

export interface Spent {
  readonly points: number;
  /** Until the window ends. */
  readonly leftMs: number;
}

/** Points and the rest of the window come back in one number, and so in the same round trip. */
const unitClause = '100000000';
const unit = BigInt(unitClause);

const overClause = 'begun_at + INTERVAL window_ms * 1000 MICROSECOND <= NOW(6)';
const leftClause = `GREATEST(0, TIMESTAMPDIFF(MICROSECOND, NOW(6),
      begun_at + INTERVAL window_ms * 1000 MICROSECOND) DIV 1000)`;
const spendPoints = `
  INSERT INTO throttles (name, points, window_ms)
  VALUES (?, LAST_INSERT_ID(? * ${unitClause} + ?) DIV ${unitClause}, ?)
  ON DUPLICATE KEY UPDATE
    points = LAST_INSERT_ID(
      GREATEST(0, IF(${overClause}, 0, points) + ?) * ${unitClause} + IF(${overClause}, ?, ${leftClause})
    ) DIV ${unitClause},
    begun_at = IF(${overClause}, NOW(6), begun_at),
    window_ms = ?`;
const addPoints = `
  INSERT INTO throttles (name, points, window_ms)
  VALUES :rows
  ON DUPLICATE KEY UPDATE
    points = IF(${overClause}, 0, points) + VALUES(points),
    begun_at = IF(${overClause}, NOW(6), begun_at),
    window_ms = VALUES(window_ms)`;
const selectSpent = `
  SELECT name, points, ${leftClause} AS left_ms
  FROM throttles
  WHERE name IN (:list)`;
const deleteOld = `
  DELETE FROM throttles
  WHERE begun_at < NOW(6) - INTERVAL 1 DAY
  LIMIT 5000`;

/** Adds to one name, in a new window where the last is over; answers what is spent by now. */
export async function spend(
  pool: Pool,
  name: string,
  what: { readonly points: number; readonly windowMs: number },
): Promise<Spent> {
  const { points, windowMs } = what;
  const first = Math.max(0, points);
  const { insertId } = await pool.write(spendPoints, [
    name,
    first,
    windowMs,
    windowMs,
    points,
    windowMs,
    windowMs,
  ]);
  const packed = BigInt.asIntN(64, insertId);
  return { points: +`${packed / unit}`, leftMs: +`${packed % unit}` };
}

/** The same for many names at once; those of an ended window answer 0 ms. */
export async function spendMany(
  pool: Pool,
  added: readonly { readonly name: string; readonly points: number; readonly windowMs: number }[],
): Promise<Map<string, Spent>> {
  const rows = added.map(({ name, points, windowMs }) => [name, points, windowMs]);
  await pool.writeRows(addPoints, rows);
  const names = added.map(({ name }) => name);
  const { sql, values } = withList(selectSpent, names);
  const found = await pool.rows(sql, values);
  return new Map(
    found.map((row) => [
      textOf(row, 'name'),
      { points: integerOf(row, 'points'), leftMs: integerOf(row, 'left_ms') },
    ]),
  );
}

/** The longest window is shorter than what is kept. */
export async function forgetThrottles(pool: Pool): Promise<void> {
  await pool.write(deleteOld);
}
