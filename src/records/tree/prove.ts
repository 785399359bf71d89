/** Builds proofs and roots from stored tiles. */
import { foldNodes } from './hash.ts';
import { consistencyRanges, inclusionRanges, type Node, nodesOf, type Range } from './split.ts';
import { nodeIn, type Tile, tileOf } from './tiles.ts';

/** Reads a tile: all hashes that it has by now. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array>;

const keyOf = ({ level, number }: Tile): string => `${level}/${number}`;

async function hashesOf(ranges: readonly Range[], read: ReadTile): Promise<Uint8Array[]> {
  const tiles = new Map<string, Uint8Array>();
  const hashOf = async (node: Node): Promise<Uint8Array> => {
    const tile = tileOf(node);
    const bytes = tiles.get(keyOf(tile)) ?? (await read(tile));
    tiles.set(keyOf(tile), bytes);
    return nodeIn(bytes, node);
  };
  const hashes: Uint8Array[] = [];
  for (const range of ranges) {
    const nodes: Uint8Array[] = [];
    for (const node of nodesOf(range)) nodes.push(await hashOf(node));
    hashes.push(foldNodes(nodes));
  }
  return hashes;
}

/** The hashes that lead from leaf `index` to the root of the tree of `size` leaves. */
export const proveInclusion = async (
  index: number,
  size: number,
  read: ReadTile,
): Promise<Uint8Array[]> => hashesOf(inclusionRanges(index, size), read);

/** The hashes that show that the tree of `size` leaves continues the one of `first`. */
export const proveConsistency = async (
  first: number,
  size: number,
  read: ReadTile,
): Promise<Uint8Array[]> => hashesOf(consistencyRanges(first, size), read);

export async function rootOf(size: number, read: ReadTile): Promise<Uint8Array> {
  const [root] = await hashesOf([{ from: 0, to: size }], read);
  return root!;
}
