/** Plain values as JSON without loss: bigint and Date come back as what they were. */
import { assert } from './assert.ts';
import { instant } from './clock.ts';

/** A value that can be stored; a property that is undefined is left out. */
export type Storable =
  | string
  | number
  | boolean
  | bigint
  | null
  | Date
  | readonly Storable[]
  | { readonly [key: string]: Storable | undefined };

/** Marks a bigint or a Date; keys of objects that begin with it get a second one. */
const mark = '$';
const bigintKey = '$bigint';
const dateKey = '$date';

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A value for `JSON.stringify`. Throws for what would not come back the same. */
export function toJson(value: Storable): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return { [bigintKey]: `${value}` };
    case 'number':
      assert(Number.isFinite(value) && !Object.is(value, -0), 'JSON holds the number');
      return value;
    default:
  }
  assert(typeof value === 'object', 'only plain values are stored');
  if (value === null) return null;
  if (value instanceof Date) return { [dateKey]: value.toISOString() };
  if (Array.isArray(value)) return value.map(toJson);
  assert(isPlain(value), 'only plain objects are stored');
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === undefined ? [] : [[key.startsWith(mark) ? `${mark}${key}` : key, toJson(one)]],
    ),
  );
}

function marked(key: string, text: unknown): bigint | Date {
  assert(typeof text === 'string', 'a marked value is text');
  if (key === bigintKey) return BigInt(text);
  assert(key === dateKey, `no values are marked ${key}`);
  const epochMs = Date.parse(text);
  assert(!Number.isNaN(epochMs), 'a stored date is valid');
  return instant(epochMs);
}

/** Reads what `toJson` made of a value. Throws for anything else that is marked. */
export function fromJson(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json);
  const [first] = entries;
  if (first?.[0].startsWith(mark) && !first[0].startsWith(`${mark}${mark}`)) {
    assert(entries.length === 1, 'a marked value has nothing beside it');
    return marked(...first);
  }
  return Object.fromEntries(
    entries.map(([key, one]) => {
      const isDoubled = key.startsWith(`${mark}${mark}`);
      assert(isDoubled || !key.startsWith(mark), 'a marked value has nothing beside it');
      return [isDoubled ? key.slice(mark.length) : key, fromJson(one)];
    }),
  );
}
