/** Which blocks of the indexed groups may have a match. */
import type { Reader } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';
import { matchingParties } from '../store/search-parties.ts';
import { readSlices } from '../store/search-index.ts';
import {
  amountItems,
  directionItem,
  kindItem,
  partsOfSearch,
  partyItem,
  sliceOf,
} from './items.ts';
import { allBlocks, type Blocks, blocksWith, bothOf, eitherOf, noBlocks } from './lookup.ts';

/** An entry that matches has, of each list, one item. */
export type Wanted = readonly (readonly number[])[];

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

/** By group from `from`, below `below`. A group whose index was deleted may match everywhere. */
export async function candidateBlocks(
  reader: Reader,
  accountId: m.AccountId,
  {
    wanted,
    from,
    below,
  }: { readonly wanted: Wanted; readonly from: number; readonly below: number },
): Promise<readonly Blocks[]> {
  const groups = Array.from({ length: below - from }, (_, index) => from + index);
  const asked = [...new Set(wanted.flat().map(sliceOf))];
  const slices = asked.length === 0 ? [0] : asked;
  const found = await readSlices(reader, accountId, { from, below, slices });
  return groups.map((group) => {
    const bySlice = found.get(group);
    if (bySlice === undefined) return allBlocks;
    const blocksOf = (item: number): Blocks => {
      const items = bySlice.get(sliceOf(item));
      return items === undefined ? noBlocks : blocksWith(items, item);
    };
    return wanted
      .map((list) => list.map(blocksOf).reduce(eitherOf, noBlocks))
      .reduce(bothOf, allBlocks);
  });
}
