/**
 * A proof in a log of ten million leaves. All leaves but one are hashes of their number: the size of
 * the tree is real, its other leaves are not transactions.
 */
import { createPrivateKey } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import {
  checkpointText,
  encodeLeaf,
  leafHash,
  logSigner,
  proofText,
  signNote,
  verifierKeyText,
} from '../../../src/records/index.ts';
import { liabilitiesLine } from '../../../src/records/liabilities/balance-proof.ts';
import { foldNodes } from '../../../src/records/tree/hash.ts';
import { Frontier } from '../../../src/records/tree/frontier.ts';
import { inclusionRanges, nodesOf } from '../../../src/records/tree/split.ts';
import { verifyFiles } from '../../../src/verifier/verify.ts';
import { median } from '../support/measure.ts';

const origin = 'passbook/0011223344556677';
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 1)]),
  format: 'der',
  type: 'pkcs8',
});

const side = (accountNumber: string) => ({
  accountId: 9_007_199_254_740_991n,
  seq: 1_000_000n,
  accountNumber,
});
const payment = encodeLeaf({
  kind: 'TRANSACTION',
  details: Buffer.alloc(32, 9),
  id: 120_255_390_377_046_016n,
  bookedAt: 1_795_893_306_000_000n,
  initiator: 'SESSION',
  initiatorId: 120_255_390_377_046_017n,
  customerId: 120_255_390_377_046_018n,
  fingerprint: Buffer.alloc(32, 7),
  reversesId: null,
  postings: [
    {
      kind: 'TRANSFER',
      amount: 9_007_199_254_740_991n,
      source: side('1234567897'),
      target: side('2912744034'),
    },
  ],
});

function numbered(index: number): Buffer {
  const leaf = Buffer.alloc(8);
  leaf.writeBigUInt64BE(BigInt(index));
  return leaf;
}

interface Made {
  readonly text: string;
  readonly buildMs: number;
}

function proofIn(size: number, index: number): Made {
  const ranges = inclusionRanges(index, size).map(nodesOf);
  const wanted = new Map(ranges.flat().map((node) => [`${node.level}/${node.index}`, Buffer.of()]));
  const counts: number[] = [];
  const tree = new Frontier();
  const begun = performance.now();
  for (let leaf = 0; leaf < size; leaf += 1) {
    tree.append(leafHash(leaf === index ? payment : numbered(leaf)), (level, hash) => {
      const at = (counts[level] ??= 0);
      counts[level] = at + 1;
      const key = `${level}/${at}`;
      if (wanted.has(key)) wanted.set(key, Buffer.from(hash));
    });
  }
  const buildMs = performance.now() - begun;
  const path = ranges.map((nodes) =>
    foldNodes(nodes.map((node) => wanted.get(`${node.level}/${node.index}`)!)),
  );
  const total = { day: '2026-11-28', leaves: 400_000, total: 2n ** 53n - 1n, root: tree.root() };
  const extensions = ['currency GEM 2', liabilitiesLine(total)];
  const text = checkpointText({ origin, size, root: tree.root(), extensions });
  const checkpoint = signNote(text, logSigner(origin, privateKey));
  return { text: proofText({ leaf: payment, index, path, checkpoint }), buildMs };
}

export interface ProofFigures {
  readonly leaves: number;
  readonly bytes: number;
  readonly checkMs: number;
  readonly checkMsMax: number;
  readonly leavesPerSecond: number;
}

/** The longest path of the tree; checked as the page does. */
export async function measureProof(size: number): Promise<ProofFigures> {
  const { text, buildMs } = proofIn(size, Math.floor(size / 3));
  const key = verifierKeyText(logSigner(origin, privateKey).key);
  const files = [
    { name: 'key', bytes: Buffer.from(key) },
    { name: 'proof', bytes: Buffer.from(text) },
  ];
  const times: number[] = [];
  for (let run = 0; run < 60; run += 1) {
    const begun = performance.now();
    const { verdict } = await verifyFiles(files);
    times.push(performance.now() - begun);
    if (verdict !== 'good') throw new Error(`The proof is ${verdict}`);
  }
  return {
    leaves: size,
    bytes: Buffer.byteLength(text),
    checkMs: median(times.slice(10)),
    checkMsMax: Math.max(...times),
    leavesPerSecond: (size / buildMs) * 1_000,
  };
}
