/** Ranges of an account's entries, in the order in which a search reads them. */
import { type Blocks, hasBlock, isEmpty } from './blocks.ts';
import { blockSize, blocksPerGroup, groupSize } from './group.ts';

/** Numbers of entries; `below` is exclusive. */
export interface Span {
  readonly from: number;
  readonly below: number;
}

export const sizeOf = ({ from, below }: Span): number => Math.max(0, below - from);

export const overlap = (a: Span, b: Span): Span => ({
  from: Math.max(a.from, b.from),
  below: Math.min(a.below, b.below),
});

/** The last so many entries of the span, or the first ones; and the rest. */
export function split(span: Span, size: number, isDown: boolean): readonly [Span, Span] {
  const { from, below } = span;
  const at = isDown ? Math.max(from, below - size) : Math.min(below, from + size);
  const [lower, upper] = [
    { from, below: at },
    { from: at, below },
  ];
  return isDown ? [upper, lower] : [lower, upper];
}

export const firstOf = (group: number): number => group * groupSize + 1;

/** Groups with an entry of the span. */
export const groupsIn = ({ from, below }: Span): Span => ({
  from: Math.floor((from - 1) / groupSize),
  below: Math.ceil((below - 1) / groupSize),
});

export const numbersOf = ({ from, below }: Span): readonly number[] =>
  Array.from({ length: sizeOf({ from, below }) }, (_, index) => from + index);

/** The blocks of groups from `first`, upwards; neighbours are one span. */
export function spansOf(groups: readonly Blocks[], first: number): Span[] {
  const spans: Span[] = [];
  for (const [index, blocks] of groups.entries()) {
    if (isEmpty(blocks)) continue;
    for (let block = 0; block < blocksPerGroup; block += 1) {
      if (!hasBlock(blocks, block)) continue;
      const from = firstOf(first + index) + block * blockSize;
      const last = spans.at(-1);
      if (last?.below === from) spans[spans.length - 1] = { ...last, below: from + blockSize };
      else spans.push({ from, below: from + blockSize });
    }
  }
  return spans;
}

/** No statement reads more entries, or has more conditions. */
const batch = { entries: 8_192, spans: 16 };

/** Parts of the spans, each for one statement, in the order of reading. */
export function batchesOf(spans: readonly Span[], isDown: boolean): Span[][] {
  const batches: Span[][] = [];
  let [size, current]: [number, Span[]] = [0, []];
  for (const span of isDown ? spans.toReversed() : spans) {
    let rest = span;
    while (sizeOf(rest) > 0) {
      if (current.length === 0 || current.length === batch.spans || size >= batch.entries) {
        [size, current] = [0, []];
        batches.push(current);
      }
      const [part, others] = split(rest, batch.entries - size, isDown);
      current.push(part);
      size += sizeOf(part);
      rest = others;
    }
  }
  return batches;
}
