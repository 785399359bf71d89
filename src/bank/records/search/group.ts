/**
 * The index of a group: 16,384 entries in a row, in 64 blocks of 256. It says for each item which
 * blocks have it, so a search reads only blocks that may match. Entries never change, and the same
 * entries always give the same index.
 */
import { assert, smallNumber } from '../../../lib/assert.ts';
import {
  amountItem,
  amountStep,
  amountStepItem,
  directionItem,
  eachNewPart,
  kindItem,
  markOf,
  partyItem,
  sliceOf,
  slices,
} from './items.ts';
import { foldedCodes } from './fold.ts';
import { itemTable, type ItemWithBlocks } from './item-table.ts';

export const blockSize = 256;
export const blocksPerGroup = 64;
export const groupSize = blockSize * blocksPerGroup;
/** Groups with another number are deleted and made again: raise it when items or bytes change. */
export const indexVersion = 2;

export interface IndexedEntry {
  readonly kind: string;
  /** Above zero when it adds to the balance. */
  readonly amount: bigint;
  /** The id of the account on the other side. */
  readonly party: string;
  readonly memo: string | null;
}

/** One slice of a group: its items with their blocks. */
export interface Slice {
  readonly slice: number;
  readonly items: Buffer;
}

const isPower = (value: number): boolean => (value & (value - 1)) === 0;
const isSingle = ({ low, high }: ItemWithBlocks): boolean =>
  low === 0 ? isPower(high) : high === 0 && isPower(low);
const blockOf = ({ low, high }: ItemWithBlocks): number =>
  low === 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(low);

export const headBytes = 5;
export const singleBytes = 4;
export const manyBytes = 11;

/** Bits of a mark, the number of items in one block, those items, then the others. */
function written(bits: number, found: readonly ItemWithBlocks[]): Buffer {
  const singles = found.filter(isSingle);
  const others = found.filter((each) => !isSingle(each));
  const bytes = Buffer.alloc(headBytes + singles.length * singleBytes + others.length * manyBytes);
  let at = bytes.writeUInt8(bits);
  at = bytes.writeUInt32LE(singles.length, at);
  for (const single of singles) {
    at = bytes.writeUIntLE(markOf(single.item), at, 3);
    at = bytes.writeUInt8(blockOf(single), at);
  }
  for (const other of others) {
    at = bytes.writeUIntLE(markOf(other.item), at, 3);
    at = bytes.writeUInt32LE(other.low, at);
    at = bytes.writeUInt32LE(other.high, at);
  }
  return bytes;
}

export interface GroupBuilder {
  /** `at`: from 0 within the group, upwards. */
  add(entry: IndexedEntry, at: number): void;
  /** Slices without items are left out. */
  slices(): Slice[];
}

/** Says whether a value is new in its block; blocks come in order. */
function newInBlock() {
  const seen = new Set<string | number>();
  let current = -1;
  let last: string | number | undefined;
  return (value: string | number, block: number): boolean => {
    if (block !== current) seen.clear();
    else if (value === last || seen.has(value)) return false;
    current = block;
    last = value;
    seen.add(value);
    return true;
  };
}

function sharedLength(a: readonly number[], b: readonly number[]): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

/** Adds parts of memos. Memos in a row often begin alike, and those parts are added once. */
function memoParts(add: (item: number, block: number) => void) {
  let before: readonly number[] = [];
  let current = -1;
  const addHere = (item: number): void => add(item, current);
  return (memo: string, block: number): void => {
    const codes = foldedCodes(memo);
    const known = block === current ? sharedLength(codes, before) : 0;
    current = block;
    eachNewPart(codes, known, addHere);
    before = codes;
  };
}

export function groupBuilder(): GroupBuilder {
  const table = itemTable();
  const addParts = memoParts(table.add);
  const isNew = {
    amount: newInBlock(),
    kind: newInBlock(),
    direction: newInBlock(),
    party: newInBlock(),
    memo: newInBlock(),
  };
  return {
    add: ({ kind, amount, party, memo }, at) => {
      assert(at >= 0 && at < groupSize, 'an entry of another group');
      const block = Math.floor(at / blockSize);
      const direction = amount > 0n ? 'in' : 'out';
      const size = amount > 0n ? amount : -amount;
      if (isNew.amount(smallNumber(size), block)) {
        table.add(amountItem(size), block);
        table.add(amountStepItem(amountStep(size)), block);
      }
      if (isNew.kind(kind, block)) table.add(kindItem(kind), block);
      if (isNew.direction(direction, block)) table.add(directionItem(direction), block);
      if (isNew.party(party, block)) table.add(partyItem(party), block);
      if (memo !== null && isNew.memo(memo, block)) addParts(memo, block);
    },
    slices: () => {
      const bySlice = Array.from({ length: slices }, (): ItemWithBlocks[] => []);
      for (const found of table.found()) bySlice[sliceOf(found.item)]!.push(found);
      return bySlice.flatMap((found, slice) =>
        found.length === 0 ? [] : [{ slice, items: written(table.bits(), found) }],
      );
    },
  };
}
