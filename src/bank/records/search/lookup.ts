/** Reads the bytes of a slice: which blocks of its group may have an item. */
import { headBytes, manyBytes, singleBytes } from './group.ts';
import { markOf } from './items.ts';

/** 64 blocks as two numbers of 32 bits, the first blocks in `low`. */
export interface Blocks {
  readonly low: number;
  readonly high: number;
}

export const noBlocks: Blocks = { low: 0, high: 0 };
export const allBlocks: Blocks = { low: 0xffff_ffff, high: 0xffff_ffff };

export const bothOf = (a: Blocks, b: Blocks): Blocks => ({
  low: (a.low & b.low) >>> 0,
  high: (a.high & b.high) >>> 0,
});
export const eitherOf = (a: Blocks, b: Blocks): Blocks => ({
  low: (a.low | b.low) >>> 0,
  high: (a.high | b.high) >>> 0,
});

function bitsOf(value: number): number {
  let [rest, bits] = [value, 0];
  for (; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
export const countOf = ({ low, high }: Blocks): number => bitsOf(low) + bitsOf(high);

export const hasBlock = ({ low, high }: Blocks, block: number): boolean =>
  ((block < 32 ? low >>> block : high >>> (block - 32)) & 1) === 1;

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
