/** Sets of blocks of a group. */

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

export const isEmpty = ({ low, high }: Blocks): boolean => low === 0 && high === 0;

export const hasBlock = ({ low, high }: Blocks, block: number): boolean =>
  ((block < 32 ? low >>> block : high >>> (block - 32)) & 1) === 1;
