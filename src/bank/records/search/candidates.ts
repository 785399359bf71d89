/** Which blocks of the indexed groups may have a match. */
import type { Reader } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';
import { matchingParties } from '../store/search-parties.ts';
import { readSlices } from '../store/search-index.ts';
import { allBlocks, type Blocks, bothOf, countOf, eitherOf, isEmpty, noBlocks } from './blocks.ts';
import {
  amountItems,
  directionItem,
  kindItem,
  partsOfSearch,
  partyItem,
  sliceOf,
} from './items.ts';
import { blocksWith } from './lookup.ts';

/** An entry that matches has one of these items. */
type Condition = readonly number[];
/** An entry that matches meets all of them. */
export type Wanted = readonly Condition[];

/** Of the groups that had an index before this call. An empty list: no indexed entry matches. */
export async function wantedItems(
  reader: Reader,
  accountId: m.AccountId,
  { text, kinds, direction, counterparty, amount }: m.HistoryFilter,
): Promise<Wanted> {
  const parties =
    counterparty === undefined ? null : await matchingParties(reader, accountId, counterparty);
  return [
    ...(text === undefined ? [] : partsOfSearch(text).map((item) => [item])),
    ...(parties === null ? [] : [parties.map((id) => partyItem(id.toString()))]),
    ...(kinds && kinds.length > 0 ? [kinds.map(kindItem)] : []),
    ...(amount === undefined ? [] : [amountItems(amount)]),
    ...(direction === undefined ? [] : [[directionItem(direction)]]),
  ];
}

/** Per condition, the blocks that it leaves in each of the groups, which are in order. */
async function blocksOf(
  reader: Reader,
  accountId: m.AccountId,
  { conditions, groups }: { readonly conditions: Wanted; readonly groups: readonly number[] },
): Promise<readonly (readonly Blocks[])[]> {
  const asked = [...new Set(conditions.flat().map(sliceOf))];
  const slices = asked.length === 0 ? [0] : asked;
  // A range: a list of groups takes the database longer than the groups between.
  const range = { from: groups[0]!, below: groups.at(-1)! + 1 };
  const found = await readSlices(reader, accountId, { ...range, slices });
  const blocksIn = (group: number, condition: Condition): Blocks => {
    const bySlice = found.get(group);
    // The index of the group was deleted.
    if (bySlice === undefined) return allBlocks;
    return condition
      .map((item) => {
        const items = bySlice.get(sliceOf(item));
        return items === undefined ? noBlocks : blocksWith(items, item);
      })
      .reduce(eitherOf, noBlocks);
  };
  return conditions.map((condition) => groups.map((group) => blocksIn(group, condition)));
}

const passedBy = (blocks: readonly Blocks[]): number =>
  blocks.map(countOf).reduce((sum, count) => sum + count, 0);

/**
 * Says which blocks may match, window by window. The first window reads all conditions and learns
 * which of them leave the fewest blocks. Later windows read those first, and the others only for
 * groups in which a block is left. A condition that left every block is not read again.
 */
export function candidates(
  reader: Reader,
  accountId: m.AccountId,
  wanted: Wanted,
): (groups: readonly number[]) => Promise<readonly Blocks[]> {
  let order: Wanted | null = null;

  async function first(groups: readonly number[]): Promise<readonly Blocks[]> {
    const found = await blocksOf(reader, accountId, { conditions: wanted, groups });
    const passed = new Map(wanted.map((each, index) => [each, passedBy(found[index]!)]));
    const every = passedBy(groups.map(() => allBlocks));
    order = wanted
      .filter((each) => passed.get(each)! < every)
      .toSorted((a, b) => passed.get(a)! - passed.get(b)!);
    return groups.map((_, index) => found.map((each) => each[index]!).reduce(bothOf, allBlocks));
  }

  return async (groups) => {
    if (order === null) return first(groups);
    const left = new Map(groups.map((group) => [group, allBlocks]));
    for (const condition of order) {
      const open = groups.filter((group) => !isEmpty(left.get(group)!));
      if (open.length === 0) break;
      const asked = { conditions: [condition], groups: open };
      const [blocks = []] = await blocksOf(reader, accountId, asked);
      for (const [index, group] of open.entries()) {
        left.set(group, bothOf(left.get(group)!, blocks[index]!));
      }
    }
    return groups.map((group) => left.get(group)!);
  };
}
