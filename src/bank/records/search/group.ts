/**
 * The index of a group: 16,384 entries in a row, in 64 blocks of 256. It says for each item which
 * blocks have it, so a search reads only blocks that may match. Entries never change, and the same
 * entries always give the same index.
 */
import { assert } from '../../../lib/assert.ts';
import {
  amountItem,
  amountStep,
  amountStepItem,
  directionItem,
  eachPart,
  kindItem,
  markOf,
  partyItem,
  sliceOf,
  slices,
} from './items.ts';

export const blockSize = 256;
export const blocksPerGroup = 64;
export const groupSize = blockSize * blocksPerGroup;
/** Groups with another number are deleted and made again: raise it when items or bytes change. */
export const indexVersion = 2;

/** Items of a group; with more, marks lose bits, so that items share them. */
const itemsMax = 131_072;
const places = 2 * itemsMax;
/** The first 18 bits of a hash are a place. */
const placeShift = 14;
const bitsFull = 24;
/** First few enough marks to coincide often, then one bit less each time. */
const bitsShort = 11;

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

/** A table of items with the blocks that have them, by open addressing; 0 is an empty place. */
function itemTable() {
  let keys = new Uint32Array(places);
  let low = new Uint32Array(places);
  let high = new Uint32Array(places);
  let count = 0;
  let bits = bitsFull;

  /** Where the key is, or the empty place for it. */
  function placeOf(key: number): number {
    let place = Math.imul(key, 0x9e37_79b1) >>> placeShift;
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & (places - 1);
    return place;
  }
  function put(item: number, lowBlocks: number, highBlocks: number): void {
    const key = sliceOf(item) * 0x100_0000 + (markOf(item) & ((1 << bits) - 1)) + 1;
    const place = placeOf(key);
    if (keys[place] === 0) {
      keys[place] = key;
      count += 1;
    }
    low[place]! |= lowBlocks;
    high[place]! |= highBlocks;
  }
  function shorten(): void {
    const [oldKeys, oldLow, oldHigh] = [keys, low, high];
    bits = bits === bitsFull ? bitsShort : bits - 1;
    keys = new Uint32Array(places);
    low = new Uint32Array(places);
    high = new Uint32Array(places);
    count = 0;
    for (let place = 0; place < places; place += 1) {
      const key = oldKeys[place]!;
      if (key !== 0) put(key - 1, oldLow[place]!, oldHigh[place]!);
    }
  }
  const add = (item: number, block: number): void => {
    put(item, block < 32 ? 1 << block : 0, block < 32 ? 0 : 1 << (block - 32));
    while (count > itemsMax) shorten();
  };
  const found = (): Found[] => {
    const sorted = keys.filter((key) => key !== 0).sort();
    return Array.from(sorted, (key) => {
      const place = placeOf(key);
      return { item: key - 1, low: low[place]!, high: high[place]! };
    });
  };
  return { add, found, bits: () => bits };
}

interface Found {
  readonly item: number;
  readonly low: number;
  readonly high: number;
}

const isPower = (value: number): boolean => (value & (value - 1)) === 0;
const isSingle = ({ low, high }: Found): boolean =>
  low === 0 ? isPower(high) : high === 0 && isPower(low);
const blockOf = ({ low, high }: Found): number =>
  low === 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(low);

export const headBytes = 5;
export const singleBytes = 4;
export const manyBytes = 11;

/** Bits of a mark, the number of items in one block, those items, then the others. */
function written(bits: number, found: readonly Found[]): Buffer {
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
  const blocks = new Map<string | bigint, number>();
  return (value: string | bigint, block: number): boolean => {
    if (blocks.get(value) === block) return false;
    blocks.set(value, block);
    return true;
  };
}

export function groupBuilder(): GroupBuilder {
  const table = itemTable();
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
      if (isNew.amount(size, block)) {
        table.add(amountItem(size), block);
        table.add(amountStepItem(amountStep(size)), block);
      }
      if (isNew.kind(kind, block)) table.add(kindItem(kind), block);
      if (isNew.direction(direction, block)) table.add(directionItem(direction), block);
      if (isNew.party(party, block)) table.add(partyItem(party), block);
      // The same memo is often written many times.
      if (memo === null || !isNew.memo(memo, block)) return;
      eachPart(memo, (item) => table.add(item, block));
    },
    slices: () => {
      const bySlice = Array.from({ length: slices }, (): Found[] => []);
      for (const found of table.found()) bySlice[sliceOf(found.item)]!.push(found);
      return bySlice.flatMap((found, slice) =>
        found.length === 0 ? [] : [{ slice, items: written(table.bits(), found) }],
      );
    },
  };
}
