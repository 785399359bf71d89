import { withList } from '../../../db/text/placeholders.ts';
import type { Pool } from '../../../db/pool.ts';
import { rowsStatement } from '../../../db/text/row-statements.ts';
import { integerOf, textOf } from '../../../db/rows.ts';
import { writeAndReadAtOnce } from '../../../db/transaction.ts';

export interface Spending {
  readonly name: string;
  readonly points: number;
  readonly windowMs: number;
}

export interface Spent {
  readonly points: number;
  /** Until the window ends. */
  readonly leftMs: number;
}

const overClause = 'begun_at + INTERVAL window_ms * 1000 MICROSECOND <= NOW(6)';
const leftClause = `GREATEST(0, TIMESTAMPDIFF(MICROSECOND, NOW(6),
      begun_at + INTERVAL window_ms * 1000 MICROSECOND) DIV 1000)`;
/** `points` must come first: it reads the window's begin, which the next line changes. */
const addPoints = `
  INSERT INTO throttles (name, points, window_ms)
  VALUES :rows
  ON DUPLICATE KEY UPDATE
    points = IF(${overClause}, 0, points) + VALUES(points),
    begun_at = IF(${overClause}, NOW(6), begun_at),
    window_ms = VALUES(window_ms)`;
const takePointsOff = `
  UPDATE throttles
  SET points = GREATEST(0, points - ?)
  WHERE name = ?`;
const selectSpent = `
  SELECT name, points, ${leftClause} AS left_ms
  FROM throttles
  WHERE name IN (:list)`;
const deleteOld = `
  DELETE FROM throttles
  WHERE begun_at < NOW(6) - INTERVAL 1 DAY
  LIMIT ?`;

/**
 * Adds to each name, in a new window if the last is over, and returns the new sums. The rows stay
 * locked until the sums are read, so that later points are not included.
 */
export async function spendMany(
  pool: Pool,
  added: readonly Spending[],
): Promise<Map<string, Spent>> {
  if (added.length === 0) return new Map();
  // The same order in all processes prevents deadlocks.
  const sorted = added.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const rows = sorted.map(({ name, points, windowMs }) => [name, points, windowMs]);
  const names = sorted.map(({ name }) => name);
  const add = rowsStatement(addPoints, rows);
  const found = await writeAndReadAtOnce(pool, [add], withList(selectSpent, names));
  return new Map(
    found.map((row) => [
      textOf(row, 'name'),
      { points: integerOf(row, 'points'), leftMs: integerOf(row, 'left_ms') },
    ]),
  );
}

/** Several requests in one query; each gets the sum as if they came one by one. */
export async function spendInTurn(
  pool: Pool,
  asks: readonly Spending[],
): Promise<readonly Spent[]> {
  const sums = new Map<string, Spending>();
  for (const ask of asks) {
    const points = (sums.get(ask.name)?.points ?? 0) + ask.points;
    sums.set(ask.name, { ...ask, points });
  }
  const spent = await spendMany(pool, [...sums.values()]);
  const answers = asks.toReversed().map(({ name, points }) => {
    const all = spent.get(name);
    if (all === undefined) throw new TypeError('A count that was written cannot be read');
    // Earlier requests do not include the points of later ones.
    spent.set(name, { ...all, points: all.points - points });
    return all;
  });
  return answers.toReversed();
}

export async function giveBackPoints(pool: Pool, name: string, points: number): Promise<void> {
  await pool.write(takePointsOff, [points, name]);
}

/** Deletes at most `limit` rows older than a day, longer than any window; returns how many. */
export async function forgetThrottles(pool: Pool, limit: number): Promise<number> {
  return (await pool.write(deleteOld, [limit])).affectedRows;
}
