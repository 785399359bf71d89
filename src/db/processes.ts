import type { Pool } from './pool.ts';

const insertStart = `
  INSERT INTO processes (started_at)
  VALUES (NOW(6))`;

/** A number that no other start has; read for its last ten bits by `lib/ids.ts`. */
export async function insertProcess(pool: Pool): Promise<bigint> {
  const { insertId } = await pool.write(insertStart);
  return insertId;
}
