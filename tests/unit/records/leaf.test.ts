/** The encoding of leaves, as `docs/log.md` documents it, and proofs as files. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormError, hex, isSame } from '../../../src/records/base/bytes.ts';
import type { Entry } from '../../../src/records/leaf/entry.ts';
import {
  detailsHash,
  entryHashes,
  entrySalts,
  hashOfLeaf,
} from '../../../src/records/leaf/hashes.ts';
import { decodeLeaf, encodeLeaf, type Leaf } from '../../../src/records/leaf/leaf.ts';
import { decodeOpened, encodeOpened, isEntryOf } from '../../../src/records/leaf/opened.ts';
import { proofText, readProof } from '../../../src/records/proof/proof.ts';
import { leafHash } from '../../../src/records/tree/hash.ts';

const side = (n: bigint, accountNumber: string | null) => ({
  accountId: n,
  seq: n + 1n,
  accountNumber,
});
const transaction = {
  kind: 'TRANSACTION',
  details: Buffer.alloc(32, 0xdd),
  id: 5n,
  bookedAt: 7n,
  initiator: 'SESSION',
  initiatorId: 9n,
  customerId: null,
  fingerprint: Buffer.alloc(32, 0xff),
  reversesId: null,
  postings: [{ kind: 'FEE', amount: 256n, source: side(1n, '12'), target: side(2n, null) }],
} as const satisfies Leaf;

const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const orNull = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });
const anySide = fc.record({ accountId: integer, seq: integer, accountNumber: orNull(text) });
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const anySalt = fc.uint8Array({ minLength: 16, maxLength: 16 });
const anyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    kind: fc.constant('START' as const),
    salt: anySalt,
    origin: text,
    chainLinks: integer,
    chainHash: hash,
  }),
  fc.record({
    kind: fc.constant('TRANSACTION' as const),
    details: hash,
    id: integer,
    bookedAt: integer,
    initiator: text,
    initiatorId: orNull(integer),
    customerId: orNull(integer),
    fingerprint: hash,
    reversesId: orNull(integer),
    postings: fc.array(
      fc.record({ kind: text, amount: integer, source: anySide, target: anySide }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('AUDIT' as const),
    salt: anySalt,
    id: integer,
    occurredAt: integer,
    action: text,
    actor: text,
    targetCustomerId: orNull(integer),
    sessionId: orNull(integer),
    details: text,
    role: orNull(text),
    reason: orNull(text),
  }),
);

test('a transaction has the documented bytes', () => {
  const bytes = [
    '01 01', // version, kind of leaf
    'dd'.repeat(32), // details
    '0000000000000005 0000000000000007', // id, booked at
    '0007 53455353494f4e', // SESSION
    '01 0000000000000009 00', // initiator, no customer
    'ff'.repeat(32),
    '00 0001', // reverses nothing, one posting
    '0003 464545 0000000000000100', // FEE, amount
    '0000000000000001 0000000000000002 01 0002 3132', // source
    '0000000000000002 0000000000000003 00', // target
  ];
  expect(hex(encodeLeaf(transaction))).toBe(bytes.join('').replaceAll(' ', ''));
});

const salt = Buffer.alloc(16, 0xaa);
const entry: Entry = {
  transactionId: 5n,
  bookedAt: 7n,
  kind: 'FEE',
  accountId: 1n,
  seq: 2n,
  counterpartyId: 2n,
  amount: -256n,
  balanceAfter: 9n,
  memo: 'é',
};

test('the details of a transaction are the hash of the documented bytes', () => {
  const sha256 = (text: string) =>
    createHash('sha256')
      .update(Buffer.from(text.replaceAll(' ', ''), 'hex'))
      .digest('hex');
  // Prefix, salt, number of the posting.
  const salts = sha256(`04 ${'aa'.repeat(16)} 0000`);
  const bytes = [
    `03 ${salts.slice(0, 32)}`, // prefix, salt
    '0000000000000005 0000000000000007 0003 464545', // transaction, booked at, FEE
    '0000000000000001 0000000000000002 0000000000000002', // account, seq, counterparty
    'ffffffffffffff00 01 0000000000000009', // amount, balance after
    '01 0002 c3a9', // memo
  ];
  expect(hex(detailsHash(salt, [entry]))).toBe(sha256(`02 ${sha256(bytes.join(''))}`));
});

const other: Entry = { ...entry, accountId: 2n, seq: 3n, counterpartyId: 1n, amount: 256n };
const committed = { ...transaction, details: detailsHash(salt, [entry, other]) };
const opened = {
  entry,
  salt: entrySalts(salt, 2)[0]!,
  place: 0,
  others: [entryHashes(salt, [entry, other])[1]!],
};

describe('an opened entry', () => {
  test('is one of the leaf, and is read back', async () => {
    expect(await isEntryOf(committed, opened)).toBe(true);
    const own = { ...opened, entry: other, salt: entrySalts(salt, 2)[1]!, place: 1 };
    const others = [entryHashes(salt, [entry, other])[0]!];
    expect(await isEntryOf(committed, { ...own, others })).toBe(true);
    expect(decodeOpened(encodeOpened(opened))).toEqual({
      ...opened,
      salt: new Uint8Array(opened.salt),
      others: opened.others.map((hash) => new Uint8Array(hash)),
    });
  });

  test('is not one with any other byte', async () => {
    const bytes = encodeOpened(opened);
    const isOne = async (changed: Uint8Array): Promise<boolean> => {
      try {
        return await isEntryOf(committed, decodeOpened(changed));
      } catch (error) {
        if (error instanceof FormError) return false;
        throw error;
      }
    };
    expect(await isOne(bytes)).toBe(true);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at]! ^= 1;
      expect(await isOne(changed), `byte ${at}`).toBe(false);
    }
  });

  test('repeats the leaf: one that only the hash fits is refused', async () => {
    for (const change of [{ amount: -255n }, { seq: 9n }, { kind: 'OTHER' }, { accountId: 3n }]) {
      const changed = { ...entry, ...change };
      const leaf = { ...transaction, details: detailsHash(salt, [changed, other]) };
      expect(await isEntryOf(leaf, { ...opened, entry: changed })).toBe(false);
    }
  });
});

test('any other field of an entry makes other details', () => {
  const details = hex(detailsHash(salt, [entry]));
  const others: readonly Partial<Entry>[] = [
    { transactionId: 6n },
    { bookedAt: 8n },
    { kind: 'FEE ' },
    { accountId: 3n },
    { seq: 3n },
    { counterpartyId: 3n },
    { amount: 256n },
    { balanceAfter: null },
    { balanceAfter: 8n },
    { memo: null },
    { memo: 'e' },
  ];
  for (const other of others) {
    expect(hex(detailsHash(salt, [{ ...entry, ...other }]))).not.toBe(details);
  }
  expect(hex(detailsHash(salt, [entry, entry]))).not.toBe(details);
  expect(hex(detailsHash(Buffer.alloc(16, 0xab), [entry]))).not.toBe(details);
});

test('a leaf is hashed without a copy as with one', () => {
  fc.assert(
    fc.property(anyLeaf, (leaf) => {
      expect(hex(hashOfLeaf(leaf))).toBe(hex(leafHash(encodeLeaf(leaf))));
    }),
  );
});

test('each leaf is read back as it was written', () => {
  fc.assert(
    fc.property(anyLeaf, (leaf) => {
      const bytes = encodeLeaf(leaf);
      const read = decodeLeaf(bytes);
      expect(read).toEqual(leaf);
      expect(isSame(encodeLeaf(read), bytes)).toBe(true);
    }),
  );
});

test('two different leaves never have the same bytes', () => {
  fc.assert(
    fc.property(anyLeaf, anyLeaf, (one, other) => {
      const same = isSame(encodeLeaf(one), encodeLeaf(other));
      if (same) expect(one).toEqual(other);
    }),
  );
});

test('a leaf that is cut off or continued is refused', () => {
  const bytes = encodeLeaf(transaction);
  for (let length = 0; length < bytes.length; length += 1) {
    expect(() => decodeLeaf(bytes.slice(0, length))).toThrow();
  }
  expect(() => decodeLeaf(Buffer.concat([bytes, Buffer.of(0)]))).toThrow('bytes left over');
});

describe('a proof as a file', () => {
  const proof = {
    leaf: encodeLeaf(transaction),
    index: 12,
    path: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
    checkpoint: 'origin\n20\nroot\n\n\u2014 origin x\n',
  };

  test('is read back', () => {
    const read = readProof(proofText(proof));
    expect(read.checkpoint).toBe(proof.checkpoint);
    expect(read.index).toBe(12);
    expect(read.path).toEqual(proof.path);
    expect(isSame(read.leaf, proof.leaf)).toBe(true);
  });

  test.each(['', 'c2sp.org/tlog-proof@v1\n\n', 'other\nextra AAAA\nindex 1\n\nx', 'x'])(
    'text of another form is refused: %j',
    (wrong) => expect(() => readProof(wrong)).toThrow(),
  );
});
