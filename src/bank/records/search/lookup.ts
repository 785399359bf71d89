/** Reads the bytes of a slice: which blocks of its group may have an item. */
import { type Blocks, noBlocks } from './blocks.ts';
import { headBytes, manyBytes, singleBytes } from './group.ts';
import { markOf } from './items.ts';

/** The place of the mark among records of `size` bytes, sorted by their first three; or -1. */
function find(
  items: Buffer,
  mark: number,
  part: { readonly from: number; readonly count: number; readonly size: number },
): number {
  let [low, high] = [0, part.count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = part.from + middle * part.size;
    const found = items.readUIntLE(at, 3);
    if (found === mark) return at;
    if (found < mark) low = middle + 1;
    else high = middle;
  }
  return -1;
}

export function blocksWith(items: Buffer, item: number): Blocks {
  const mark = markOf(item) & ((1 << items.readUInt8(0)) - 1);
  const singles = items.readUInt32LE(1);
  const single = find(items, mark, { from: headBytes, count: singles, size: singleBytes });
  if (single !== -1) {
    const block = items.readUInt8(single + 3);
    return block < 32
      ? { low: (1 << block) >>> 0, high: 0 }
      : { low: 0, high: (1 << (block - 32)) >>> 0 };
  }
  const from = headBytes + singles * singleBytes;
  const count = (items.length - from) / manyBytes;
  const other = find(items, mark, { from, count, size: manyBytes });
  if (other === -1) return noBlocks;
  return { low: items.readUInt32LE(other + 3), high: items.readUInt32LE(other + 7) };
}
