/** The items of a group while it is made, each with the blocks that have it. */
import type { Blocks } from './blocks.ts';
import { markOf, sliceOf } from './items.ts';

/** Items of a group; with more, marks lose bits, so that items share them. */
const itemsMax = 131_072;
const places = 2 * itemsMax;
/** The first 18 bits of a hash are a place. */
const placeShift = 14;
const bitsFull = 24;
/** First few enough marks to coincide often, then one bit less each time. */
const bitsShort = 11;

export interface ItemWithBlocks extends Blocks {
  readonly item: number;
}

/** Key, low and high side by side in the processor's cache, and one unused. */
const cellSize = 4;
const cellsLength = places * cellSize;

/** By open addressing; a key of 0 is an empty place. */
export function itemTable() {
  let cells = new Uint32Array(cellsLength);
  let count = 0;
  let bits = bitsFull;

  /** Where the key is, or the empty place for it. */
  function cellOf(key: number): number {
    let at = (Math.imul(key, 0x9e37_79b1) >>> placeShift) * cellSize;
    while (cells[at] !== 0 && cells[at] !== key) at = (at + cellSize) & (cellsLength - 1);
    return at;
  }
  function put(item: number, lowBlocks: number, highBlocks: number): void {
    const key = sliceOf(item) * 0x100_0000 + (markOf(item) & ((1 << bits) - 1)) + 1;
    const at = cellOf(key);
    if (cells[at] === 0) {
      cells[at] = key;
      count += 1;
    }
    cells[at + 1]! |= lowBlocks;
    cells[at + 2]! |= highBlocks;
  }
  function shorten(): void {
    const old = cells;
    bits = bits === bitsFull ? bitsShort : bits - 1;
    cells = new Uint32Array(cellsLength);
    count = 0;
    for (let at = 0; at < old.length; at += cellSize) {
      if (old[at] !== 0) put(old[at]! - 1, old[at + 1]!, old[at + 2]!);
    }
  }
  function add(item: number, block: number): void {
    put(item, block < 32 ? 1 << block : 0, block < 32 ? 0 : 1 << (block - 32));
    while (count > itemsMax) shorten();
  }
  function keysInOrder(): Uint32Array {
    const keys = new Uint32Array(count);
    let next = 0;
    for (let at = 0; at < cells.length; at += cellSize) {
      if (cells[at] !== 0) keys[next++] = cells[at]!;
    }
    return keys.sort();
  }
  /** By slice and mark. */
  const found = (): ItemWithBlocks[] =>
    Array.from(keysInOrder(), (key) => {
      const at = cellOf(key);
      return { item: key - 1, low: cells[at + 1]!, high: cells[at + 2]! };
    });
  return {
    add,
    found,
    /** Of a mark; fewer than all when there were too many items. */
    bits: () => bits,
  };
}
