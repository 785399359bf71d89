/** Checks proofs (RFC 9162, sections 2.1.3.2 and 2.1.4.2). Runs in Node and in browsers. */
import { concat, isSame } from '../base/bytes.ts';

/** Slower than Node's own function, but the same in every browser. */
export async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}

export const digestOfLeaf = async (leaf: Uint8Array): Promise<Uint8Array> =>
  digest(concat(Uint8Array.of(0), leaf));
const digestOfNode = async (left: Uint8Array, right: Uint8Array): Promise<Uint8Array> =>
  digest(concat(Uint8Array.of(1), left, right));

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
}

/** The root that the path leads to; null where the path does not fit index and size. */
export async function rootByPath(
  leaf: Uint8Array,
  inclusion: Inclusion,
): Promise<Uint8Array | null> {
  const { index, size, path } = inclusion;
  if (index >= size) return null;
  let [at, last, root] = [index, size - 1, leaf];
  for (const hash of path) {
    if (last === 0 || hash.length !== 32) return null;
    if (at % 2 === 1 || at === last) {
      root = await digestOfNode(hash, root);
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      root = await digestOfNode(root, hash);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

const isPower = (value: number): boolean => Number.isInteger(Math.log2(value));

/** Whether the larger tree begins with all leaves of the smaller one. */
export async function isConsistent(
  first: Head,
  second: Head,
  path: readonly Uint8Array[],
): Promise<boolean> {
  if (first.size > second.size || path.some(({ length }) => length !== 32)) return false;
  if (first.size === second.size) return path.length === 0 && isSame(first.root, second.root);
  if (first.size === 0) return path.length === 0 && isSame(first.root, await digest(concat()));
  if (path.length === 0) return false;
  const [start, ...rest] = isPower(first.size) ? [first.root, ...path] : path;
  let [at, last] = [first.size - 1, second.size - 1];
  while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)];
  let [before, after] = [start!, start!];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = await digestOfNode(hash, before);
      after = await digestOfNode(hash, after);
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      after = await digestOfNode(after, hash);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && isSame(before, first.root) && isSame(after, second.root);
}
