/** A witness accepts a log that only grows, and catches every other one. */
import { createPrivateKey, randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/records/base/bytes.ts';
import { checkpointText } from '../../../src/records/note/checkpoint.ts';
import { keyChangeText } from '../../../src/records/note/key-change.ts';
import { verifierKeyText } from '../../../src/records/note/keys.ts';
import { logSigner, signNote, type Signer } from '../../../src/records/note/sign.ts';
import { forkText } from '../../../src/records/proof/fork.ts';
import { Edge } from '../../../src/records/tree/edge.ts';
import { leafHash } from '../../../src/records/tree/hash.ts';
import { newTiles, tilePath } from '../../../src/records/tree/tiles.ts';
import { observe, type ReadFile, type Seen } from '../../../src/records/witness/observe.ts';
import { verifyTexts } from '../../support/verifier.ts';

const keyOf = (seed: number) =>
  createPrivateKey({
    key: Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      Buffer.alloc(32, seed),
    ]),
    format: 'der',
    type: 'pkcs8',
  });
const origin = 'passbook/0011223344556677';
const bank = logSigner(origin, keyOf(1));

/** The static files of a log with these leaves. */
function folderOf(leaves: readonly string[], by: Signer = bank): Map<string, Uint8Array> {
  const edge = new Edge();
  const full = leaves.flatMap((leaf) => edge.append(leafHash(utf8(leaf))));
  const files = new Map<string, Uint8Array>();
  for (const { level, number, width } of newTiles(0, leaves.length)) {
    const tile = full.find((one) => one.level === level && one.number === number);
    files.set(tilePath({ level, number }, width), tile?.hashes ?? edge.partial(level));
  }
  const text = checkpointText({ origin, size: leaves.length, root: edge.root(), extensions: [] });
  files.set('checkpoint', utf8(signNote(text, by)));
  files.set('verifier-key', utf8(`${verifierKeyText(by.key)}\n`));
  return files;
}
const readFrom =
  (files: ReadonlyMap<string, Uint8Array>): ReadFile =>
  async (path) =>
    files.get(path) ?? null;
const see = async (leaves: readonly string[], seen: Seen | null) =>
  observe(readFrom(folderOf(leaves)), seen);

async function seenOf(leaves: readonly string[]): Promise<Seen> {
  const observed = await see(leaves, null);
  if (observed.kind !== 'accepted') throw new Error(observed.kind);
  return observed.seen;
}
const some = (count: number) => Array.from({ length: count }, (_, index) => `leaf ${index}`);

test('a log that grows is accepted, step by step', async () => {
  let seen: Seen | null = null;
  for (const size of [1, 2, 200, 256, 257, 700]) {
    const observed = await see(some(size), seen);
    if (observed.kind !== 'accepted') throw new Error(`${size} ${observed.kind}`);
    expect(observed.checkpoint.size).toBe(size);
    seen = observed.seen;
    expect((await see(some(size), seen)).kind).toBe('same');
  }
});

/** What a bank could do to the history that a witness saw. */
const attacks: Readonly<Record<string, (leaves: readonly string[], at: number) => string[]>> = {
  'a leaf changed': (leaves, at) => [...leaves.with(at, 'forged'), 'more'],
  'a leaf removed': (leaves, at) => [...leaves.toSpliced(at, 1), 'more', 'and more'],
  'a leaf inserted': (leaves, at) => leaves.toSpliced(at, 0, 'forged'),
  'two leaves swapped': (leaves, at) => {
    const other = (at + 1) % leaves.length;
    return [...leaves.with(at, leaves[other]!).with(other, leaves[at]!), 'more'];
  },
  'the tail cut off and grown again': (leaves, at) => [
    ...leaves.slice(0, at),
    ...leaves.slice(at).map((leaf) => `${leaf} again`),
    'more',
  ],
};

test('100 of 100 forks are caught, and a third person can check each report', async () => {
  const trusted = { name: 'verifier-key', text: verifierKeyText(bank.key) };
  const missed: string[] = [];
  for (let number = 0; number < 100; number += 1) {
    const [name, attack] = Object.entries(attacks)[number % Object.keys(attacks).length]!;
    const leaves = some(2 + randomInt(number < 90 ? 60 : 600));
    const at = randomInt(leaves.length);
    const observed = await see(attack(leaves, at), await seenOf(leaves));
    if (observed.kind !== 'fork') {
      missed.push(`${name} at ${at} of ${leaves.length}: ${observed.kind}`);
      continue;
    }
    const report = { name: 'report', text: forkText(observed.fork) };
    const { verdict, lines } = await verifyTexts([trusted, report]);
    const said = lines.map(({ text }) => text).join('\n');
    if (verdict !== 'bad' || !said.includes('signed two histories')) missed.push(said);
  }
  expect(missed).toEqual([]);
});

describe('a log with fewer leaves', () => {
  test.each([1, 100, 256, 299])('%i of 300: cut off, or an old backup', async (size) => {
    const observed = await see(some(size), await seenOf(some(300)));
    expect(observed).toEqual({ kind: 'shorter', before: 300, now: size });
  });

  test('that grows beyond the old size on another path is a fork', async () => {
    const restored = [...some(100), ...some(250).map((leaf) => `other ${leaf}`)];
    expect((await see(restored, await seenOf(some(300)))).kind).toBe('fork');
  });
});

test('tiles that do not fit are no evidence, and nothing is accepted', async () => {
  for (const path of folderOf(some(300)).keys()) {
    if (!path.startsWith('tile/')) continue;
    const files = folderOf(some(300));
    files.set(path, new Uint8Array(files.get(path)!.length));
    const first = await observe(readFrom(files), null);
    expect(first.kind).toBe(path === 'tile/0/000' ? 'accepted' : 'unusable');
    files.delete(path);
    const later = await observe(readFrom(files), await seenOf(some(10)));
    expect(['unusable', 'accepted']).toContain(later.kind);
  }
});

test('another key is followed only with a change that both keys signed', async () => {
  const next = logSigner(origin, keyOf(2));
  const seen = await seenOf(some(5));
  const files = folderOf(some(9), next);
  expect((await observe(readFrom(files), seen)).kind).toBe('unusable');
  const change = keyChangeText({ former: bank.key, next: next.key });
  files.set('key-change-1', utf8(signNote(change, next)));
  expect((await observe(readFrom(files), seen)).kind).toBe('unusable');
  files.set('key-change-1', utf8(signNote(change, bank, next)));
  expect((await observe(readFrom(files), seen)).kind).toBe('accepted');
});
