/** Deletes sessions and codes that are of no use any more. Their ids tell when they were made. */
import type { Pool } from '../../../db/pool.ts';
import { firstIdAt } from '../../../lib/ids.ts';

const deleteSessions = `
  DELETE FROM sessions
  WHERE id < ? AND ended_at IS NOT NULL
  ORDER BY id
  LIMIT ?`;
const deleteCodes = `
  DELETE FROM codes
  WHERE id < ?
  ORDER BY id
  LIMIT ?`;

interface Page {
  /** Milliseconds since 1970. */
  readonly before: number;
  readonly limit: number;
}

/** Deletes at most `limit` ended sessions that began before then; how many. */
export const deleteSessionsBefore = async (pool: Pool, { before, limit }: Page): Promise<number> =>
  (await pool.write(deleteSessions, [firstIdAt(before), limit])).affectedRows;

/** Deletes at most `limit` codes that were asked for before then; how many. */
export const deleteCodesBefore = async (pool: Pool, { before, limit }: Page): Promise<number> =>
  (await pool.write(deleteCodes, [firstIdAt(before), limit])).affectedRows;
