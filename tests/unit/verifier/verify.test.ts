/** What the offline verifier says of right, changed and incomplete files. */
import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeLeaf } from '../../../src/records/leaf/leaf.ts';
import { checkpointText } from '../../../src/records/note/checkpoint.ts';
import { keyChangeText } from '../../../src/records/note/key-change.ts';
import { verifierKeyText } from '../../../src/records/note/keys.ts';
import { cosign, logSigner, signNote, witnessSigner } from '../../../src/records/note/sign.ts';
import { consistencyText } from '../../../src/records/proof/consistency.ts';
import { forkText } from '../../../src/records/proof/fork.ts';
import { proofText } from '../../../src/records/proof/proof.ts';
import { Edge } from '../../../src/records/tree/edge.ts';
import { leafHash } from '../../../src/records/tree/hash.ts';
import { proveConsistency, proveInclusion, rootOf } from '../../../src/records/tree/prove.ts';
import { verifyTexts as verifyFiles } from '../../support/verifier.ts';

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
const next = logSigner(origin, keyOf(2));
const witness = witnessSigner('witness.example', keyOf(3));
const keys = { name: 'verifier-key', text: `${verifierKeyText(bank.key)}\n` };
const both = { name: 'keys', text: `${keys.text}${verifierKeyText(witness.key)}\n` };

const side = (accountNumber: string) => ({ accountId: 1n, seq: 2n, accountNumber });
const payment = encodeLeaf({
  kind: 'TRANSACTION',
  details: Buffer.alloc(32, 9),
  id: 77n,
  bookedAt: 1_795_893_306_000_000n,
  initiator: 'SESSION',
  initiatorId: 4n,
  customerId: 5n,
  fingerprint: Buffer.alloc(32, 7),
  reversesId: null,
  postings: [{ kind: 'TRANSFER', amount: 1_250n, source: side('1111'), target: side('2222') }],
});

/** A log of 20 leaves in one tile; leaf 11 is the payment. `mark` makes another history. */
function logOf(mark: string) {
  const leaves = Array.from({ length: 20 }, (_, index) =>
    index === 11 ? payment : Buffer.from(`${index} ${index > 4 ? mark : ''}`),
  );
  const edge = new Edge();
  for (const leaf of leaves) edge.append(leafHash(leaf));
  const read = async () => edge.partial(0);
  const text = async (size: number) =>
    checkpointText({
      origin,
      size,
      root: await rootOf(size, read),
      extensions: ['currency GEM 2'],
    });
  return { read, text, signed: async (size: number) => signNote(await text(size), bank) };
}
const [honest, forged] = [logOf('a'), logOf('b')];
let proof: { name: string; text: string };

beforeAll(async () => {
  const path = await proveInclusion(11, 20, honest.read);
  const checkpoint = await honest.signed(20);
  proof = { name: 'p', text: proofText({ leaf: payment, index: 11, path, checkpoint }) };
});

const verdictOf = async (...files: readonly { name: string; text: string }[]) => {
  const { verdict, lines } = await verifyFiles(files);
  return { verdict, text: lines.map((line) => line.text).join('\n') };
};

test('a payment is proved to a holder of the public key', async () => {
  const { verdict, text } = await verdictOf(keys, proof);
  expect(verdict).toBe('good');
  expect(text).toContain('2026-11-28 19:15:06 UTC (transfer of 12.50 GEM from account 1111');
  expect(text).toContain('is in the log');
});

test('without the public key it stays open who signed', async () => {
  const { verdict, text } = await verdictOf(proof);
  expect(verdict).toBe('unsure');
  expect(text).toContain(`no public key of ${origin} was given`);
});

test('every changed byte of a proof is found', async () => {
  const bytes = Buffer.from(proof.text);
  const undetected: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    const { verdict } = await verdictOf(keys, { name: 'p', text: changed.toString('utf8') });
    if (verdict === 'good') undetected.push(at);
  }
  expect(undetected).toEqual([]);
});

test('every changed byte of a cosigned checkpoint is found', async () => {
  const text = await honest.text(20);
  const bytes = Buffer.from(signNote(text, bank) + cosign(text, witness, 1_795_893_400n));
  const right = await verdictOf(both, { name: 'c', text: bytes.toString() });
  expect(right.verdict).toBe('good');
  expect(right.text).toContain('cosigned by witness.example at 2026-11-28 19:16:40 UTC');
  const undetected: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    const { verdict } = await verdictOf(both, { name: 'c', text: changed.toString('utf8') });
    if (verdict === 'good') undetected.push(at);
  }
  expect(undetected).toEqual([]);
});

describe('two checkpoints', () => {
  const file = async (name: string, text: Promise<string>) => ({ name, text: await text });

  test('are compared with a consistency proof', async () => {
    const old = await file('old', honest.signed(9));
    const path = await proveConsistency(9, 20, honest.read);
    const checkpoint = await honest.signed(20);
    const step = { name: 'step', text: consistencyText({ before: 9, path, checkpoint }) };
    expect(await verdictOf(keys, step, old)).toMatchObject({ verdict: 'good' });
    expect((await verdictOf(keys, step)).text).toContain('add the checkpoint of 9 leaves');
    const fork = await file('old', forged.signed(9));
    const wrong = await verdictOf(keys, step, fork);
    expect(wrong.verdict).toBe('bad');
    expect(wrong.text).toContain('does not continue');
  });

  test('of one size with two roots are a forgery', async () => {
    const [one, other] = [await file('a', honest.signed(20)), await file('b', forged.signed(20))];
    const { verdict, text } = await verdictOf(keys, one, other);
    expect(verdict).toBe('bad');
    expect(text).toContain('signed two different logs of 20 leaves');
  });

  test('that were not compared leave the question open', async () => {
    const [one, other] = [await file('a', honest.signed(9)), await file('b', honest.signed(20))];
    expect((await verdictOf(keys, one, other)).verdict).toBe('unsure');
  });
});

describe('a report of two histories', () => {
  const report = async (from: typeof honest, to: typeof honest, first: number, second: number) => ({
    name: 'report',
    text: forkText({
      first: await from.signed(first),
      second: await to.signed(second),
      otherRoot: await rootOf(first, to.read),
      path: await proveConsistency(first, second, to.read),
    }),
  });

  test.each([
    [20, 20],
    [8, 20],
    [9, 20],
  ])('is proved for %i and %i leaves', async (first, second) => {
    const { verdict, text } = await verdictOf(keys, await report(honest, forged, first, second));
    expect(verdict).toBe('bad');
    expect(text).toContain(`signed two histories (${first} and ${second} leaves)`);
  });

  test('about an honest bank proves nothing', async () => {
    const { text } = await verdictOf(keys, await report(honest, honest, 9, 20));
    expect(text).toContain('does not prove two histories');
  });

  test('with a checkpoint that the bank did not sign proves nothing', async () => {
    const made = await report(honest, forged, 9, 20);
    const stranger = { name: 'k', text: verifierKeyText(next.key) };
    expect((await verdictOf(stranger, made)).text).toContain('the bank did not sign');
  });
});

test('a new key is trusted through the old one', async () => {
  const change = keyChangeText({ former: bank.key, next: next.key });
  const signed = { name: 'change', text: signNote(change, bank, next) };
  const checkpoint = { name: 'c', text: signNote(await honest.text(20), next) };
  expect((await verdictOf(keys, checkpoint)).verdict).toBe('bad');
  expect((await verdictOf(keys, signed, checkpoint)).verdict).toBe('good');
  const alone = { name: 'change', text: signNote(change, next) };
  expect((await verdictOf(keys, alone, checkpoint)).verdict).toBe('bad');
});

test.each(['', 'x', '{"a":1}', 'old 5\n\nx', 'a+00000000+AAAA', 'x'.repeat(1_000_001)])(
  'another file is refused: %.12j',
  async (text) => {
    const { verdict, text: said } = await verdictOf(keys, { name: 'f', text });
    expect(verdict).toBe('bad');
    expect(said).toContain('cannot be read');
  },
);

test('no files: nothing was checked', async () => {
  expect(await verifyFiles([])).toEqual({ verdict: 'unsure', lines: [] });
});
