import type { Pool, Reader } from './pool.ts';

const level = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ';
const begin = 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY';
const end = 'ROLLBACK';
const setUpMs = 10_000;

/** All reads of `work` see the data of one moment; no locks are taken. */
export async function withSnapshot<Value>(
  pool: Pool,
  work: (reader: Reader) => Promise<Value>,
  statementMs: number,
): Promise<Value> {
  return pool.use(async (session) => {
    await session.write(level, [], setUpMs);
    await session.write(begin, [], setUpMs);
    try {
      return await work({
        rows: async (sql, values = []) => session.rows(sql, values, statementMs),
      });
    } finally {
      if (!session.discarded) {
        await session.write(end, [], setUpMs).catch(() => session.discard());
      }
    }
  });
}
