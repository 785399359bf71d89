/** Ids as 64-bit integers, which are sorted many times faster than bigints. */
function sortedIds(ids: readonly bigint[]) {
  const sorted = new BigInt64Array(ids.length);
  for (let place = 0; place < ids.length; place += 1) sorted[place] = ids[place]!;
  sorted.sort();
  // Compared as halves, since reading an id makes an object.
  const halves = new Uint32Array(sorted.buffer);
  const isRepeated = (place: number): boolean =>
    place > 0 &&
    halves[2 * place] === halves[2 * place - 2] &&
    halves[2 * place + 1] === halves[2 * place - 1];
  return { sorted, isRepeated };
}

/** Each id once, in ascending order: the order in which rows are locked. */
export function distinctIds<Id extends bigint>(ids: readonly Id[]): Id[] {
  const { sorted, isRepeated } = sortedIds(ids);
  const distinct: Id[] = [];
  for (let place = 0; place < sorted.length; place += 1) {
    if (!isRepeated(place)) distinct.push(sorted[place] as Id);
  }
  return distinct;
}

/** Whether no id comes twice. */
export function areDistinct(ids: readonly bigint[]): boolean {
  if (ids.length < 2) return true;
  const { sorted, isRepeated } = sortedIds(ids);
  for (let place = 1; place < sorted.length; place += 1) if (isRepeated(place)) return false;
  return true;
}
