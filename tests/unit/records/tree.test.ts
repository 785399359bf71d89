/** Roots and proofs of the log's tree: the known vectors, and every size up to 300. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hex, isSame } from '../../../src/records/base/bytes.ts';
import { isConsistent, rootByPath } from '../../../src/records/tree/check.ts';
import { Edge } from '../../../src/records/tree/edge.ts';
import { Frontier } from '../../../src/records/tree/frontier.ts';
import { emptyRoot, leafHash } from '../../../src/records/tree/hash.ts';
import {
  proveConsistency,
  proveInclusion,
  type ReadTile,
  rootOf,
} from '../../../src/records/tree/prove.ts';
import { hashesPerLevel, newTiles, tilePath, tileWidth } from '../../../src/records/tree/tiles.ts';

/** RFC 6962, section 2.1, word by word, with nothing of the product's code. */
function rootByDefinition(leaves: readonly Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) =>
    createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.of(0), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return sha(Buffer.of(1), rootByDefinition(left), rootByDefinition(right));
}

/** A tree in memory: the tiles that its leaves make. */
function grown(leaves: readonly Uint8Array[]) {
  const tree = new Frontier();
  const tiles = new Map<string, Uint8Array[]>();
  const levels: number[] = [];
  for (const leaf of leaves) {
    tree.append(leafHash(leaf), (level, hash) => {
      const index = (levels[level] ??= 0);
      levels[level] = index + 1;
      if (level % 8 !== 0) return;
      const key = `${level / 8}/${Math.floor(index / tileWidth)}`;
      tiles.set(key, [...(tiles.get(key) ?? []), hash]);
    });
  }
  const read: ReadTile = async ({ level, number }) =>
    Buffer.concat(tiles.get(`${level}/${number}`) ?? []);
  return { tree, tiles, read };
}

const some = (count: number) => Array.from({ length: count }, (_, n) => Buffer.from(`leaf ${n}`));

describe('known vectors', () => {
  /** The inputs and roots of the tests of Certificate Transparency. */
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
  inputs.push('606162636465666768696a6b6c6d6e6f');
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const leaves = inputs.map((input) => Buffer.from(input, 'hex'));

  test('the root of no leaves', () => {
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(new Frontier().root()).toEqual(emptyRoot);
  });

  test.each(roots.map((root, index) => [index + 1, root] as const))('%i leaves', (size, root) => {
    expect(hex(grown(leaves.slice(0, size)).tree.root())).toBe(root);
  });

  test('the audit paths of RFC 6962, section 2.1.3', async () => {
    const seven = some(7);
    const { read } = grown(seven);
    const part = (from: number, to: number) => rootByDefinition(seven.slice(from, to));
    expect(await proveInclusion(0, 7, read)).toEqual([part(1, 2), part(2, 4), part(4, 7)]);
    expect(await proveInclusion(3, 7, read)).toEqual([part(2, 3), part(0, 2), part(4, 7)]);
    expect(await proveInclusion(4, 7, read)).toEqual([part(5, 6), part(6, 7), part(0, 4)]);
    expect(await proveInclusion(6, 7, read)).toEqual([part(4, 6), part(0, 4)]);
    expect(await proveConsistency(3, 7, read)).toEqual(
      [part(2, 3), part(3, 4), part(0, 2), part(4, 7)].map((hash) => hash),
    );
    expect(await proveConsistency(4, 7, read)).toEqual([part(4, 7)]);
    expect(await proveConsistency(6, 7, read)).toEqual([part(4, 6), part(6, 7), part(0, 4)]);
  });
});

const sizes = [1, 2, 3, 7, 8, 63, 255, 256, 257, 300, 513];

test.each(sizes)('each leaf of %i is proved, and no other leaf passes', async (size) => {
  const leaves = some(size);
  const { tree, read } = grown(leaves);
  const root = tree.root();
  expect(root).toEqual(rootByDefinition(leaves));
  expect(await rootOf(size, read)).toEqual(root);
  for (let index = 0; index < size; index += 1 + Math.floor(size / 40)) {
    const path = await proveInclusion(index, size, read);
    const at = async (leaf: number) => rootByPath(leafHash(leaves[leaf]!), { index, size, path });
    expect(isSame((await at(index))!, root)).toBe(true);
    const other = await at((index + 1) % size);
    expect(other !== null && isSame(other, root)).toBe(size === 1);
    const longer = { index, size, path: [...path, path[0] ?? root] };
    expect(await rootByPath(leafHash(leaves[index]!), longer)).toBeNull();
  }
});

test('all pairs of sizes up to 40 are consistent; a changed history is not', async () => {
  const leaves = some(40);
  const forged = leaves.with(3, Buffer.from('another'));
  const roots = leaves.map((_, n) => rootByDefinition(leaves.slice(0, n + 1)));
  const [{ read }, other] = [grown(leaves), grown(forged)];
  for (let second = 1; second <= 40; second += 1) {
    for (let first = 1; first <= second; first += 1) {
      const before = { size: first, root: roots[first - 1]! };
      const after = { size: second, root: roots[second - 1]! };
      const path = await proveConsistency(first, second, read);
      expect(await isConsistent(before, after, path)).toBe(true);
      if (second < 5 || first < 4) continue;
      const fork = { size: second, root: await rootOf(second, other.read) };
      const forgedPath = await proveConsistency(first, second, other.read);
      expect(await isConsistent(before, fork, path)).toBe(false);
      expect(await isConsistent(before, fork, forgedPath)).toBe(false);
    }
  }
});

test('every changed byte of a consistency proof is found', async () => {
  const leaves = some(300);
  const { tree, read } = grown(leaves);
  const before = { size: 77, root: rootByDefinition(leaves.slice(0, 77)) };
  const after = { size: 300, root: tree.root() };
  const path = await proveConsistency(77, 300, read);
  for (let hash = 0; hash < path.length; hash += 1) {
    for (let byte = 0; byte < 32; byte += 1) {
      const changed = path.map((one) => Uint8Array.from(one));
      changed[hash]![byte]! ^= 1;
      expect(await isConsistent(before, after, changed)).toBe(false);
    }
  }
  expect(await isConsistent(before, after, path.slice(1))).toBe(false);
  expect(await isConsistent(after, before, path)).toBe(false);
});

describe('tiles', () => {
  test('have the paths of the specification', () => {
    expect(tilePath({ level: 0, number: 1_234_067 }, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 1, number: 5 }, 44)).toBe('tile/1/005.p/44');
    expect(tilePath({ level: 0, number: 1_000 }, 256)).toBe('tile/0/x001/000');
  });

  test('number the hashes of each level', () => {
    expect(hashesPerLevel(70_000)).toEqual([70_000, 273, 1]);
    expect(hashesPerLevel(0)).toEqual([]);
  });

  test('a larger tree adds only tiles with new hashes', () => {
    expect(newTiles(0, 3)).toEqual([{ level: 0, number: 0, width: 3 }]);
    expect(newTiles(300, 300)).toEqual([]);
    expect(newTiles(255, 513)).toEqual([
      { level: 0, number: 0, width: 256 },
      { level: 0, number: 1, width: 256 },
      { level: 0, number: 2, width: 1 },
      { level: 1, number: 0, width: 2 },
    ]);
  });
});

test('the edge makes the tiles and roots of the tree, also when it is stored between', async () => {
  const leaves = some(70_000);
  const whole = new Frontier();
  let edge = new Edge();
  const tiles = new Map<string, Uint8Array>();
  for (const [index, leaf] of leaves.entries()) {
    whole.append(leafHash(leaf));
    for (const { level, number, hashes } of edge.append(leafHash(leaf))) {
      tiles.set(`${level}/${number}`, hashes);
    }
    if (index % 997 !== 0 && index !== 65_535) continue;
    expect(hex(edge.root())).toBe(hex(whole.root()));
    edge = new Edge(edge.size, edge.bytes());
  }
  const read: ReadTile = async ({ level, number }) =>
    tiles.get(`${level}/${number}`) ?? edge.partial(level);
  expect(hex(await rootOf(70_000, read))).toBe(hex(whole.root()));
  const path = await proveInclusion(65_535, 70_000, read);
  const found = await rootByPath(leafHash(leaves[65_535]!), { index: 65_535, size: 70_000, path });
  expect(isSame(found!, whole.root())).toBe(true);
  expect([...tiles.keys()].filter((key) => key.startsWith('1/'))).toEqual(['1/0']);
});
