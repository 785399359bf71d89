import type { Pool } from './pool.ts';

const insertStart = `
  INSERT INTO processes (started_at)
  VALUES (NOW(6))`;

/** A number that is unique to this start; `lib/ids.ts` uses its last ten bits. */
export async function insertProcess(pool: Pool): Promise<bigint> {
  const { insertId } = await pool.write(insertStart);
  return insertId;
}
