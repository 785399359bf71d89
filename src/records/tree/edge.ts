/** The tiles of a growing tree that are not full: append leaves, get full tiles and the root. */
import { concat } from '../base/bytes.ts';
import { foldNodes, hashBytes } from './hash.ts';
import { nodesOf } from './split.ts';
import { hashesPerLevel, nodeIn, type Tile, tileOf, tileWidth, topOf } from './tiles.ts';

export interface FullTile extends Tile {
  readonly hashes: Uint8Array;
}

interface OpenTile {
  count: number;
  readonly hashes: Uint8Array;
}

const openTile = (): OpenTile => ({ count: 0, hashes: new Uint8Array(tileWidth * hashBytes) });
const none: readonly FullTile[] = [];

export class Edge {
  #size: number;
  /** The last tile of each level. */
  readonly #levels: OpenTile[];

  /** `bytes` as `bytes()` returned them at that size. */
  constructor(size = 0, bytes: Uint8Array = new Uint8Array()) {
    this.#size = size;
    let at = 0;
    this.#levels = hashesPerLevel(size).map((hashes) => {
      const tile = openTile();
      tile.count = hashes % tileWidth;
      const end = at + tile.count * hashBytes;
      tile.hashes.set(bytes.subarray(at, end));
      at = end;
      return tile;
    });
    if (at !== bytes.length) throw new RangeError('The edge does not fit the size of the tree');
  }

  get size(): number {
    return this.#size;
  }

  /** Returns the tiles that the leaf fills. */
  append(leafHash: Uint8Array): readonly FullTile[] {
    this.#size += 1;
    return this.#push(0, leafHash);
  }

  #push(level: number, hash: Uint8Array): readonly FullTile[] {
    const tile = (this.#levels[level] ??= openTile());
    tile.hashes.set(hash, tile.count * hashBytes);
    tile.count += 1;
    if (tile.count < tileWidth) return none;
    tile.count = 0;
    const hashes = tile.hashes.slice();
    const number = Math.floor(this.#size / tileWidth ** (level + 1)) - 1;
    return [{ level, number, hashes }, ...this.#push(level + 1, topOf(hashes))];
  }

  /** The hashes of the tile at the right edge of a level. */
  partial(level: number): Uint8Array {
    const tile = this.#levels[level];
    return tile === undefined ? new Uint8Array() : tile.hashes.slice(0, tile.count * hashBytes);
  }

  bytes(): Uint8Array {
    return concat(...this.#levels.map((_, level) => this.partial(level)));
  }

  root(): Uint8Array {
    const nodes = nodesOf({ from: 0, to: this.#size });
    return foldNodes(nodes.map((node) => nodeIn(this.partial(tileOf(node).level), node)));
  }
}
