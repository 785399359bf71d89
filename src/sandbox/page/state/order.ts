/** Discord's ids increase with time, so sorting by id sorts by time. */

/** Negative if the first is older. */
export function compareIds(first: string, second: string): number {
  if (first.length !== second.length) return first.length - second.length;
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Adds or replaces an item; sorted oldest first. */
export function withItem<T extends { readonly id: string }>(items: readonly T[], item: T): T[] {
  return withItems(items, [item]);
}

export function withItems<T extends { readonly id: string }>(
  items: readonly T[],
  more: readonly T[],
): T[] {
  const byId = new Map([...items, ...more].map((item) => [item.id, item]));
  return [...byId.values()].sort((left, right) => compareIds(left.id, right.id));
}
