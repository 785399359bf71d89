/**
 * The numbers of accounts, read once for many rows: joined, each posting would look up two. They
 * never change.
 */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, textOrNull } from '../../../db/rows.ts';

/** Null for the bank's own accounts, and for one that does not exist. */
export type AccountNumberOf = (accountId: bigint) => string | null;

export interface AccountNumbers {
  /** The numbers of these accounts, and perhaps of others. */
  load(reader: Reader, accountIds: ReadonlySet<bigint>): Promise<AccountNumberOf>;
}

const knownMax = 20_000;
const selectNumbers = `
  SELECT id, account_number
  FROM accounts
  WHERE id IN (:list)`;

export function accountNumbers(): AccountNumbers {
  let known = new Map<bigint, string | null>();
  return {
    load: async (reader, accountIds) => {
      if (known.size > knownMax) known = new Map();
      const missing = [...accountIds].filter((id) => !known.has(id));
      if (missing.length > 0) {
        const { sql, values } = withList(selectNumbers, missing);
        for (const row of await reader.rows(sql, values)) {
          known.set(bigintOf(row, 'id'), textOrNull(row, 'account_number'));
        }
      }
      const loaded = known;
      return (id) => loaded.get(id) ?? null;
    },
  };
}
