/** Parts of at most `size` values, so that a statement for each stays small. */
export function* inParts<Value>(
  values: readonly Value[],
  size: number,
): Generator<readonly Value[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}
