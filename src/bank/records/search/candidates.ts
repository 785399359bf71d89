/** Which blocks of the indexed groups may have a match. */
import type { Reader } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';
import { matchingParties } from '../store/search-parties.ts';
import { readSlices } from '../store/search-index.ts';
import { directionItem, kindItem, partsOfSearch, partyItem, sliceOf } from './items.ts';
import { allBlocks, type Blocks, blocksWith, bothOf, eitherOf, noBlocks } from './lookup.ts';

/** An entry that matches has, of each list, one item. */
export type Wanted = readonly (readonly number[])[];

/** Null: no indexed entry can match. */
export async function wantedItems(
  reader: Reader,
  accountId: m.AccountId,
  { text, kinds, direction, counterparty }: m.HistoryFilter,
): Promise<Wanted | null> {
  const parties =
    counterparty === undefined ? undefined : await matchingParties(reader, accountId, counterparty);
  if (parties?.length === 0) return null;
  return [
    ...(text === undefined ? [] : partsOfSearch(text).map((item) => [item])),
    ...(parties ? [parties.map((id) => partyItem(id.toString()))] : []),
    ...(kinds && kinds.length > 0 ? [kinds.map(kindItem)] : []),
    ...(direction === undefined ? [] : [[directionItem(direction)]]),
  ];
}

/** By group from `from`, below `below`. */
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
  if (wanted.length === 0) return groups.map(() => allBlocks);
  const slices = [...new Set(wanted.flat().map(sliceOf))];
  const rows = await readSlices(reader, accountId, { from, below, slices });
  const bySlice = new Map(rows.map(({ slice, group, items }) => [`${slice} ${group}`, items]));
  const blocksOf = (group: number, item: number): Blocks => {
    const items = bySlice.get(`${sliceOf(item)} ${group}`);
    return items === undefined ? noBlocks : blocksWith(items, item);
  };
  return groups.map((group) =>
    wanted
      .map((list) => list.map((item) => blocksOf(group, item)).reduce(eitherOf, noBlocks))
      .reduce(bothOf, allBlocks),
  );
}
