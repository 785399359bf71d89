/** Sessions whose time for moving money is over, and whose time for reading is not. */
import type * as m from '../../../src/bank/model/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { Lost } from '../bank/host.ts';

/** Longer than a session moves money after its login, and shorter than it reads. */
const setBack = `
  UPDATE sessions
  SET created_at = created_at - INTERVAL 9 HOUR
  WHERE id = ? AND ended_at IS NULL`;

/** Throws Lost if the database is away: then nobody knows whether it happened. */
export async function makeIdle(pool: Pool, { id }: m.Session): Promise<void> {
  try {
    await pool.write(setBack, [id]);
  } catch (error) {
    throw new Lost('the session could not be set back', { cause: error });
  }
}
