/**
 * Each id once, in ascending order: the order in which rows are locked. As 64-bit integers, which
 * are sorted many times faster than bigints.
 */
export function distinctIds<Id extends bigint>(ids: readonly Id[]): Id[] {
  const sorted = new BigInt64Array(ids.length);
  for (let place = 0; place < ids.length; place += 1) sorted[place] = ids[place]!;
  sorted.sort();
  const distinct: Id[] = [];
  for (let place = 0; place < sorted.length; place += 1) {
    if (place === 0 || sorted[place] !== sorted[place - 1]) distinct.push(sorted[place] as Id);
  }
  return distinct;
}
