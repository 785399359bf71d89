/**
 * A tree as static files (C2SP tlog-tiles). A tile of level L has up to 256 hashes: the nodes of
 * level 8 L of the tree. Upper nodes are computed from their tile.
 */
import { FormError } from '../base/bytes.ts';
import { foldPairs, hashBytes } from './hash.ts';
import type { Node } from './split.ts';

const tileLevels = 8;
export const tileWidth = 256;

export interface Tile {
  readonly level: number;
  readonly number: number;
}

/** The tile that has the hashes below a node. */
export function tileOf({ level, index }: Node): Tile {
  const above = level % tileLevels;
  return {
    level: (level - above) / tileLevels,
    number: Math.floor((index * 2 ** above) / tileWidth),
  };
}

const scratch = Buffer.alloc(tileWidth * hashBytes);

/** The node above all of the hashes, of which there are 1, 2, 4 … or 256. */
export function topOf(bytes: Uint8Array): Uint8Array {
  scratch.set(bytes);
  for (let count = bytes.length / hashBytes; count > 1;) count = foldPairs(scratch, count);
  return Uint8Array.prototype.slice.call(scratch, 0, hashBytes);
}

/** The node's hash from the bytes of its tile. Throws FormError when the tile is too short. */
export function nodeIn(tile: Uint8Array, { level, index }: Node): Uint8Array {
  const width = 2 ** (level % tileLevels);
  const first = (index * width) % tileWidth;
  if (tile.length < (first + width) * hashBytes) throw new FormError('a tile that is too short');
  return topOf(tile.subarray(first * hashBytes, (first + width) * hashBytes));
}

/** How many hashes each tile of a level has in a tree of `size` leaves; levels from 0 upwards. */
export function hashesPerLevel(size: number): number[] {
  const counts: number[] = [];
  for (let count = size; count > 0; count = Math.floor(count / tileWidth)) counts.push(count);
  return counts;
}

/** `5` → `005`, `1234067` → `x001/x234/067`. */
function numberPath(number: number): string {
  const groups: string[] = [];
  for (let rest = number; ; rest = Math.floor(rest / 1_000)) {
    const digits = `${rest % 1_000}`.padStart(3, '0');
    groups.unshift(groups.length === 0 ? digits : `x${digits}`);
    if (rest < 1_000) return groups.join('/');
  }
}

/** The path below the log's address; `width` is 256 for a full tile. */
export function tilePath({ level, number }: Tile, width: number): string {
  const partial = width === tileWidth ? '' : `.p/${width}`;
  return `tile/${level}/${numberPath(number)}${partial}`;
}

/** The tiles of a tree of `size` leaves that one of `before` does not have, with their widths. */
export function newTiles(before: number, size: number): (Tile & { readonly width: number })[] {
  const had = hashesPerLevel(before);
  return hashesPerLevel(size).flatMap((count, level) => {
    const first = Math.floor((had[level] ?? 0) / tileWidth);
    const tiles: (Tile & { readonly width: number })[] = [];
    for (let number = first; number * tileWidth < count; number += 1) {
      const width = Math.min(tileWidth, count - number * tileWidth);
      if (count > (had[level] ?? 0)) tiles.push({ level, number, width });
    }
    return tiles;
  });
}
