/**
 * Each id once, in ascending order: the order in which rows are locked. As 64-bit integers, which
 * are sorted many times faster than bigints.
 */
export const distinctIds = <Id extends bigint>(ids: readonly Id[]): Id[] =>
  Array.from(BigInt64Array.from(ids).sort() as unknown as readonly Id[]).filter(
    (id, place, sorted) => id !== sorted[place - 1],
  );
