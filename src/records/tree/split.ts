/**
 * Which nodes of a Merkle tree a root or a proof needs (RFC 6962, section 2.1). A node is a perfect
 * subtree: level 0 has the leaves, and node `index` of a level covers 2^level leaves.
 */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** Leaves `from` up to, and without, `to`; `from` is a multiple of the largest node inside. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two below `size`, which is at least 2. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The nodes that make up a range, largest first. */
export function nodesOf({ from, to }: Range): Node[] {
  const nodes: Node[] = [];
  let at = from;
  for (let rest = to - from; rest > 0;) {
    let [level, width] = [0, 1];
    while (width * 2 <= rest) [level, width] = [level + 1, width * 2];
    nodes.push({ level, index: at / width });
    at += width;
    rest -= width;
  }
  return nodes;
}

/** The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.toReversed();
}

/** The ranges whose hashes prove that the tree of `size` leaves begins with that of `first`. */
export function consistencyRanges(first: number, size: number): Range[] {
  if (first === 0 || first === size) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (first < to) {
    const middle = from + split(to - from);
    if (first <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  if (from > 0) ranges.push({ from, to });
  return ranges.toReversed();
}
