/** The offline verifier compares receipts and statements with signatures, proofs and checkpoints. */
import { createHash, createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { base64 } from '../../../src/records/base/bytes.ts';
import { referenceText } from '../../../src/records/base/reference-text.ts';
import type { Entry } from '../../../src/records/leaf/entry.ts';
import { detailsHash, entryHashes, entrySalts } from '../../../src/records/leaf/hashes.ts';
import { encodeLeaf, type TransactionLeaf } from '../../../src/records/leaf/leaf.ts';
import { checkpointText } from '../../../src/records/note/checkpoint.ts';
import { verifierKeyText } from '../../../src/records/note/keys.ts';
import { logSigner, signNote } from '../../../src/records/note/sign.ts';
import { proofText } from '../../../src/records/proof/proof.ts';
import { receiptFileText, receiptText } from '../../../src/records/receipt/index.ts';
import {
  type ProvedEntry,
  type StatementProof,
  statementText,
} from '../../../src/records/statement/statement-proof.ts';
import { Edge } from '../../../src/records/tree/edge.ts';
import { leafHash } from '../../../src/records/tree/hash.ts';
import { proveInclusion } from '../../../src/records/tree/prove.ts';
import { type GivenFile } from '../../../src/verifier/files.ts';
import { verifyFiles } from '../../../src/verifier/verify.ts';

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
const [bank, stranger] = [logSigner(origin, keyOf(1)), logSigner(origin, keyOf(2))];
const file = (name: string, content: string | Uint8Array): GivenFile => ({
  name,
  bytes: Buffer.from(content as Uint8Array),
});
const key = file('verifier-key', `${verifierKeyText(bank.key)}\n`);

/** Three payments of account 1111111111: its entries 4, 5 and 6. */
const amounts = [1_250n, 300n, 50n];
const salt = Buffer.alloc(16, 0xaa);
const bookedAt = 1_795_893_306_000_123n;

function paymentOf(at: number, reversesId: bigint | null = null) {
  const id = 77n + BigInt(at);
  const amount = amounts[at]!;
  const balanceAfter = 10_000n - amounts.slice(0, at + 1).reduce((sum, one) => sum + one, 0n);
  const both = { transactionId: id, bookedAt, kind: 'TRANSFER', memo: 'pizza' };
  const entries: Entry[] = [
    {
      ...both,
      accountId: 1n,
      seq: 4n + BigInt(at),
      counterpartyId: 2n,
      amount: -amount,
      balanceAfter,
    },
    { ...both, accountId: 2n, seq: 9n, counterpartyId: 1n, amount, balanceAfter: 5n },
  ];
  const leaf: TransactionLeaf = {
    kind: 'TRANSACTION',
    details: detailsHash(salt, entries),
    id,
    bookedAt,
    initiator: 'SESSION',
    initiatorId: 4n,
    customerId: 5n,
    fingerprint: Buffer.alloc(32, 7),
    reversesId,
    postings: [
      {
        kind: 'TRANSFER',
        amount,
        source: { accountId: 1n, seq: 4n + BigInt(at), accountNumber: '1111111111' },
        target: { accountId: 2n, seq: 9n, accountNumber: '2222222222' },
      },
    ],
  };
  return { leaf, bytes: encodeLeaf(leaf), entries };
}

const payments = [paymentOf(0), paymentOf(1), paymentOf(2, 77n)];
/** Of ten leaves; the payments are leaves 3, 4 and 5. */
const edge = new Edge();
for (let at = 0; at < 10; at += 1) {
  edge.append(leafHash(payments[at - 3]?.bytes ?? Buffer.from(`${at}`)));
}
const checkpoint = signNote(
  checkpointText({ origin, size: 10, root: edge.root(), extensions: ['currency GEM 2'] }),
  bank,
);
const pathOf = async (index: number) => proveInclusion(index, 10, async () => edge.partial(0));

const receipt = {
  bank: 'Passbook',
  reference: referenceText(77n),
  kind: 'TRANSFER',
  bookedAt: '2026-11-28T19:15:06.000123Z',
  amount: 1_250n,
  currency: { code: 'GEM', scale: 2 },
  from: { name: 'Anna M.', numberTail: '1111' },
  to: { name: 'Ben “日本”', numberTail: '2222' },
  memo: 'pizza\nand "more"',
  tag: '0123-4567-89AB-CDEF',
  seal: 'FEDC-BA98-7654-3210',
};
const text = receiptText(receipt);
const signed = signNote(text, bank);
const [proofs, entries]: [GivenFile[], ProvedEntry[]] = [[], []];
const csv = file('statement.csv', 'date,amount\r\n2026-11-28,12.50\r\n');

beforeAll(async () => {
  for (const [at, { bytes, entries: both }] of payments.entries()) {
    const index = 3 + at;
    const path = await pathOf(index);
    proofs.push(file(`proof ${at}`, proofText({ leaf: bytes, index, path, checkpoint })));
    const opened = {
      entry: both[0]!,
      salt: entrySalts(salt, 2)[0]!,
      place: 0,
      others: [entryHashes(salt, both)[1]!],
    };
    entries.push({ opened, leaf: bytes, index, path });
  }
});

const verdictOf = async (...files: readonly GivenFile[]) => {
  const { verdict, lines } = await verifyFiles(files);
  return { verdict, said: lines.map((line) => `${line.file}: ${line.text}`).join('\n') };
};

/** Positions whose change is not found. */
async function unfound(
  changing: GivenFile,
  others: readonly GivenFile[],
  bit = 1,
): Promise<number[]> {
  const missed: number[] = [];
  for (let at = 0; at < changing.bytes.length; at += 1) {
    const bytes = Uint8Array.from(changing.bytes);
    bytes[at]! ^= bit;
    const { verdict } = await verifyFiles([...others, { ...changing, bytes }]);
    if (verdict === 'good') missed.push(at);
  }
  return missed;
}

describe('a receipt', () => {
  test('is as the bank signed it, and as the log has it', async () => {
    const { verdict, said } = await verdictOf(key, file('r.txt', signed), proofs[0]!);
    expect(verdict).toBe('good');
    expect(said).toContain('every character is as the bank signed it');
    expect(said).toContain('kind, time, amount and accounts are those in the log');
  });

  test.each([1, 0x20, 0x80])('with any changed byte is found (%#)', async (bit) => {
    expect(await unfound(file('r.txt', signed), [key, proofs[0]!], bit)).toEqual([]);
  });

  test('says what could not be checked', async () => {
    const alone = await verdictOf(key, file('r.txt', signed));
    expect(alone.verdict).toBe('unsure');
    expect(alone.said).toContain('add the file from /prove payment');
    const unsigned = await verdictOf(key, file('r.txt', text), proofs[0]!);
    expect(unsigned.verdict).toBe('unsure');
    expect(unsigned.said).toContain('names and memo were not checked');
    expect((await verdictOf(file('r.txt', signed), proofs[0]!)).verdict).toBe('unsure');
  });

  test('as PDF has a proof, and a changed byte of either is found', async () => {
    const pdf = file('r.pdf', '%PDF-1.7 …');
    const hash = createHash('sha256').update(pdf.bytes).digest();
    const made = signNote(receiptFileText({ file: hash, receipt }), bank);
    const proof = file('r.pdf.proof', made);
    const { verdict, said } = await verdictOf(key, pdf, proof, proofs[0]!);
    expect(verdict).toBe('good');
    expect(said).toContain('r.pdf: every byte is as the bank signed it');
    expect(said).toContain('accounts are those in the log');
    expect((await verdictOf(key, proof, proofs[0]!)).verdict).toBe('unsure');
    expect(await unfound(pdf, [key, proof, proofs[0]!])).toEqual([]);
    expect(await unfound(proof, [key, pdf, proofs[0]!])).toEqual([]);
  });

  test.each([
    ['kind', { kind: 'DEPOSIT' }],
    ['time', { bookedAt: '2026-11-28T19:15:06.000124Z' }],
    ['amount', { amount: 1_251n }],
    ['currency', { currency: { code: 'EUR', scale: 2 } }],
    ['decimals', { currency: { code: 'GEM', scale: 1 } }],
    ['from', { from: { name: 'Anna M.', numberTail: null } }],
    ['to', { to: { name: 'Ben', numberTail: '2223' } }],
  ])('that the bank signed with another %s than in the log is found', async (field, change) => {
    const other = signNote(receiptText({ ...receipt, ...change }), bank);
    const { verdict, said } = await verdictOf(key, file('r.txt', other), proofs[0]!);
    expect(verdict).toBe('bad');
    expect(said).toContain(`differs from the log (${field})`);
  });

  test('signed by another key, or reversed, is not good', async () => {
    const other = signNote(text, stranger);
    expect((await verdictOf(key, file('r.txt', other), proofs[0]!)).verdict).not.toBe('good');
    const { verdict, said } = await verdictOf(key, file('r', signed), ...proofs);
    expect(verdict).toBe('bad');
    expect(said).toContain(`reversed by transaction ${referenceText(79n)}`);
  });
});

describe('a statement', () => {
  const proofOf = (change: Partial<StatementProof> = {}): GivenFile => {
    const made: StatementProof = {
      accountNumber: '1111111111',
      from: '2026-11-01',
      to: '2026-11-30',
      zone: 'Europe/Berlin',
      opening: 10_000n,
      closing: 8_400n,
      first: 4n,
      last: 6n,
      file: createHash('sha256').update(csv.bytes).digest(),
      entries,
      checkpoint,
      ...change,
    };
    return file('s.proof', signNote(statementText(made), bank));
  };

  test('is covered by the checkpoint, entry by entry', async () => {
    const { verdict, said } = await verdictOf(key, csv, proofOf());
    expect(verdict).toBe('good');
    expect(said).toContain(
      'statement of account 1111111111, 2026-11-01 – 2026-11-30 (Europe/Berlin): ' +
        'opening balance 100.00 GEM, closing balance 84.00 GEM; ' +
        'balances and each entry (3) are in the log at the checkpoint of 10 leaves',
    );
    expect(said).toContain('statement.csv: every byte is as the bank signed it');
  });

  test('with any changed byte is found, in the file and in the proof', async () => {
    expect(await unfound(csv, [key, proofOf()])).toEqual([]);
    expect(await unfound(proofOf(), [key, csv])).toEqual([]);
  }, 60_000);

  test('proves with its first and last entry both balances', async () => {
    const { verdict, said } = await verdictOf(
      key,
      csv,
      proofOf({ entries: [entries[0]!, entries[2]!] }),
    );
    expect(verdict).toBe('good');
    expect(said).toContain('balances, first and last entry (of 3)');
  });

  test('without entries has the balance of the last one before', async () => {
    const empty = { first: 7n, last: 6n, opening: 8_400n, entries: [entries[2]!] };
    expect((await verdictOf(key, csv, proofOf(empty))).verdict).toBe('good');
    const wrong = { ...empty, opening: 8_401n, closing: 8_401n };
    expect((await verdictOf(key, csv, proofOf(wrong))).verdict).toBe('bad');
    const never = { first: 1n, last: 0n, opening: 0n, closing: 0n, entries: [] };
    expect((await verdictOf(key, csv, proofOf(never))).verdict).toBe('good');
    expect((await verdictOf(key, csv, proofOf({ ...never, closing: 1n }))).verdict).toBe('bad');
  });

  test.each<[string, Partial<StatementProof>]>([
    ['another opening balance', { opening: 9_999n }],
    ['another closing balance', { closing: 8_401n }],
    ['one entry fewer', { last: 5n }],
    ['one entry more', { first: 3n }],
    ['another account', { accountNumber: '2222222222' }],
    ['another file', { file: Buffer.alloc(32) }],
  ])('that the bank signed with %s is found', async (_, change) => {
    expect((await verdictOf(key, csv, proofOf(change))).verdict).toBe('bad');
  });

  test('with an entry that is not in the log is found', async () => {
    const moved = [entries[0]!, { ...entries[1]!, index: 5 }, entries[2]!];
    const { verdict, said } = await verdictOf(key, csv, proofOf({ entries: moved }));
    expect(verdict).toBe('bad');
    expect(said).toContain('entry 5 is not in the log of this checkpoint');
  });

  test('says what is missing', async () => {
    const alone = await verdictOf(key, proofOf());
    expect(alone.verdict).toBe('unsure');
    expect(alone.said).toContain('add the file to which this proof belongs');
    expect((await verdictOf(csv, proofOf())).verdict).toBe('unsure');
    expect((await verdictOf(key, csv)).verdict).toBe('bad');
    const other = await verdictOf(key, file('x.csv', 'x'), proofOf());
    expect(other.said).toContain('x.csv: belongs to no proof given here');
  });

  test('is not mistaken for a checkpoint, nor the other way round', async () => {
    const proof = proofOf();
    const asCheckpoint = Buffer.from(proof.bytes)
      .toString()
      .replace('passbook statement v1', origin);
    expect((await verdictOf(key, file('c', asCheckpoint))).verdict).toBe('bad');
    expect(base64(Buffer.from(checkpoint)).length).toBeGreaterThan(0);
  });
});
