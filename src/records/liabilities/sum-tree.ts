/** Builds the tree of sums in Node. */
import { sha256 } from '../tree/hash.ts';
import { type Share, shareBytes, type SumNode, sumNodeBytes } from './shares.ts';

export const shareNode = (share: Share): SumNode => ({
  sum: share.amount,
  hash: sha256(shareBytes(share)),
});

const parentOf = (left: SumNode, right: SumNode): SumNode => ({
  sum: left.sum + right.sum,
  hash: sha256(sumNodeBytes(left, right)),
});

/** Levels of a tree, from the leaves to the root. A last node without a neighbour moves up. */
export function sumTree(leaves: readonly SumNode[]): SumNode[][] {
  const levels = [[...leaves]];
  for (let level = levels[0]!; level.length > 1; level = levels.at(-1)!) {
    const above: SumNode[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]];
      above.push(right === undefined ? left : parentOf(left, right));
    }
    levels.push(above);
  }
  return levels;
}

/** The neighbours on the way from a leaf to the root. */
export function sumPath(levels: readonly (readonly SumNode[])[], index: number): SumNode[] {
  const path: SumNode[] = [];
  let at = index;
  for (const level of levels.slice(0, -1)) {
    const neighbour = level[at % 2 === 0 ? at + 1 : at - 1];
    if (neighbour !== undefined) path.push(neighbour);
    at = Math.floor(at / 2);
  }
  return path;
}
