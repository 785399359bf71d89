import type { Pool } from '../db/pool.ts';
import { assert } from '../lib/assert.ts';
import type { AccountsService } from './bank.ts';
import { BankError } from './errors.ts';
import type * as m from './model.ts';
import { readAccessLog } from './store/access-log.ts';
import { isLiveSession, type SessionLimits } from './store/sessions.ts';

const sizeMax = 50;

/** Pages by id, which rises with time: new rows never shift a page. */
export const createAccessLog =
  (pool: Pool, limits: SessionLimits): AccountsService['accessLog'] =>
  async (session, { size, before, after }) => {
    assert(size >= 1 && size <= sizeMax, `a page has 1 to ${sizeMax} entries`);
    if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
    const { customerId } = session;
    const limit = size + 1;
    const down = async (from: bigint | null): Promise<m.AccessPage> => {
      const cursor = from === null ? null : { before: from };
      const rows = await readAccessLog(pool, customerId, { cursor, limit });
      const entries = rows.slice(0, size);
      return {
        entries,
        older: rows.length > size ? (entries.at(-1)?.id ?? null) : null,
        newer: from === null ? null : (entries[0]?.id ?? from - 1n),
      };
    };
    if (after === undefined) return down(before ?? null);
    const rows = await readAccessLog(pool, customerId, { cursor: { after }, limit });
    // Near the top the newest full page is better.
    if (rows.length <= size) return down(null);
    const entries = rows.slice(0, size).toReversed();
    return { entries, older: entries.at(-1)?.id ?? null, newer: entries[0]?.id ?? null };
  };
