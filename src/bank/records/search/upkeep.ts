/** Makes the whole index again, or compares it with the entries. */
import type { Pool } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';
import { groupsOf, indexedAccounts } from '../store/search-groups.ts';
import { deleteIndexOf, readSlices } from '../store/search-index.ts';
import { knownPartiesOf, knownPartiesMax } from '../store/search-parties.ts';
import { indexVersion } from './group.ts';
import { slices } from './items.ts';
import { indexHistory, makeGroup } from './job.ts';

const everySlice = Array.from({ length: slices }, (_, slice) => slice);

/** Returns the number of groups made. Searches read entries until their index is there again. */
export async function rebuildHistoryIndex(pool: Pool): Promise<number> {
  for (const accountId of await indexedAccounts(pool)) await deleteIndexOf(pool, accountId);
  return indexHistory(pool, () => true);
}

/** A group whose index is not what its entries give. */
export interface WrongGroup {
  readonly accountId: m.AccountId;
  readonly group: number;
}

async function isRight(pool: Pool, { accountId, group }: WrongGroup): Promise<boolean> {
  const made = await makeGroup(pool, accountId, group);
  const wanted = { from: group, below: group + 1, slices: everySlice };
  const groups = await readSlices(pool, accountId, wanted);
  const stored = groups.get(group) ?? new Map<number, Buffer>();
  const known = await knownPartiesOf(pool, accountId);
  return (
    stored.size === made.slices.length &&
    made.slices.every(({ slice, items }) => stored.get(slice)?.equals(items)) &&
    (known.size > knownPartiesMax || made.parties.every((party) => known.has(party)))
  );
}

export async function checkHistoryIndex(
  pool: Pool,
): Promise<{ readonly groups: number; readonly wrong: readonly WrongGroup[] }> {
  const wrong: WrongGroup[] = [];
  let groups = 0;
  for (const accountId of await indexedAccounts(pool)) {
    const count = await groupsOf(pool, accountId, indexVersion);
    for (let group = 0; group < count; group += 1) {
      if (!(await isRight(pool, { accountId, group }))) wrong.push({ accountId, group });
    }
    groups += count;
  }
  return { groups, wrong };
}
