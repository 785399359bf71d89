/** The job that indexes new entries, group by group. */
import { setImmediate } from 'node:timers/promises';
import type { Pool } from '../../../db/pool.ts';
import { assert } from '../../../lib/assert.ts';
import { minuteMs } from '../../../lib/durations.ts';
import type { RecurringKind } from '../../jobs/index.ts';
import type * as m from '../../model/index.ts';
import { laggingAccounts, type Lagging, outdatedAccounts } from '../store/search-groups.ts';
import {
  deleteIndexOf,
  entriesToIndex,
  insertIndexed,
  type NewGroup,
} from '../store/search-index.ts';
import { groupBuilder, groupSize, indexVersion } from './group.ts';

/** A round ends after this, and the next one goes on. */
const roundMs = 20_000;
const leaseMs = 10 * minuteMs;
const accountsAtOnce = 100;
/** Read at once; the process serves others in between. */
const entriesAtOnce = 2_048;

const emptySum = () => ({ count: 0, total: 0n });

function addTo(sums: NewGroup['sums'], amount: bigint): void {
  const sum = amount > 0n ? sums.in : sums.out;
  sum.count += 1;
  sum.total += amount > 0n ? amount : -amount;
}

export async function makeGroup(
  pool: Pool,
  accountId: m.AccountId,
  group: number,
): Promise<NewGroup> {
  const builder = groupBuilder();
  const parties = new Set<string>();
  const sums = { in: emptySum(), out: emptySum() };
  const first = group * groupSize + 1;
  let at = 0;
  while (at < groupSize) {
    const range = { from: first + at, below: first + at + entriesAtOnce };
    const entries = await entriesToIndex(pool, accountId, range);
    assert(entries.length === entriesAtOnce, 'the entries of an account have no gap');
    for (const entry of entries) {
      builder.add(entry, at);
      at += 1;
      parties.add(entry.party);
      addTo(sums, entry.amount);
    }
    await setImmediate();
  }
  const slices = builder.slices();
  return { accountId, group, version: indexVersion, slices, parties: [...parties], sums };
}

const hasMore = ({ lastSeq, groups }: Lagging): boolean => lastSeq >= (groups + 1) * groupSize;

/** One group of each account in turn, so that no account waits for a long one; returns how many. */
async function indexAccounts(pool: Pool, mayGoOn: () => boolean): Promise<number> {
  let waiting = await laggingAccounts(pool, groupSize, accountsAtOnce);
  let made = 0;
  while (waiting.length > 0) {
    const next: Lagging[] = [];
    for (const account of waiting) {
      if (!mayGoOn()) return made;
      const group = await makeGroup(pool, account.accountId, account.groups);
      // Not written: another process is at this account.
      if (!(await insertIndexed(pool, group))) continue;
      made += 1;
      const after = { ...account, groups: account.groups + 1 };
      if (hasMore(after)) next.push(after);
    }
    waiting = next;
  }
  return made;
}

/** Everything that is missing, as long as `mayGoOn`; returns the number of groups made. */
export async function indexHistory(pool: Pool, mayGoOn: () => boolean): Promise<number> {
  let outdated = await outdatedAccounts(pool, indexVersion, accountsAtOnce);
  while (outdated.length > 0 && mayGoOn()) {
    for (const accountId of outdated) if (mayGoOn()) await deleteIndexOf(pool, accountId);
    outdated = await outdatedAccounts(pool, indexVersion, accountsAtOnce);
  }
  return indexAccounts(pool, mayGoOn);
}

export const indexKind = (pool: Pool): RecurringKind => ({
  kind: 'INDEX_HISTORY',
  everyMs: minuteMs,
  leaseMs,
  run: async () => {
    const until = performance.now() + roundMs;
    await indexHistory(pool, () => performance.now() < until);
  },
});
