/** What the log's leaves say, and their one encoding. `docs/log.md` documents it byte by byte. */
import { FormError } from '../base/bytes.ts';
import { FieldReader, FieldWriter } from './fields.ts';

const version = 1;
/** Of random bytes, used once: they hide the content of a leaf from readers of its hash. */
export const saltBytes = 16;
const detailsBytes = 32;

/** The first leaf: it commits to the hash chain of earlier versions. */
export interface StartLeaf {
  readonly kind: 'START';
  /** The name of the log, as in its checkpoints. */
  readonly origin: string;
  readonly salt: Uint8Array;
  /** Zero where no chain was written. */
  readonly chainLinks: bigint;
  /** 32 bytes. */
  readonly chainHash: Uint8Array;
}

export interface Side {
  readonly accountId: bigint;
  readonly seq: bigint;
  /** Null for the bank's own accounts. */
  readonly accountNumber: string | null;
}

export interface Posting {
  readonly kind: string;
  readonly source: Side;
  readonly target: Side;
  /** Minor units, above zero. */
  readonly amount: bigint;
}

export interface TransactionLeaf {
  readonly kind: 'TRANSACTION';
  readonly id: bigint;
  /** As `detailsHash`: it commits to the entries and tells nothing about them. */
  readonly details: Uint8Array;
  readonly initiator: string;
  readonly initiatorId: bigint | null;
  readonly customerId: bigint | null;
  /** 32 bytes. */
  readonly fingerprint: Uint8Array;
  /** Microseconds since 1970, UTC. */
  readonly bookedAt: bigint;
  readonly reversesId: bigint | null;
  /** At least one; the first gives the transaction its kind. */
  readonly postings: readonly Posting[];
}

export interface AuditLeaf {
  readonly kind: 'AUDIT';
  readonly id: bigint;
  readonly salt: Uint8Array;
  readonly occurredAt: bigint;
  readonly action: string;
  readonly actor: string;
  readonly targetCustomerId: bigint | null;
  readonly sessionId: bigint | null;
  readonly details: string;
  readonly role: string | null;
  readonly reason: string | null;
}

export type Leaf = StartLeaf | TransactionLeaf | AuditLeaf;

const marks = { START: 0, TRANSACTION: 1, AUDIT: 2 } as const;

function writeSide(writer: FieldWriter, { accountId, seq, accountNumber }: Side): void {
  writer.integer(accountId).integer(seq).optionalText(accountNumber);
}

const readSide = (reader: FieldReader): Side => ({
  accountId: reader.integer(),
  seq: reader.integer(),
  accountNumber: reader.optionalText(),
});

function writeTransaction(writer: FieldWriter, leaf: TransactionLeaf): void {
  writer.bytes(leaf.details);
  writer.integer(leaf.id).integer(leaf.bookedAt).text(leaf.initiator);
  writer.optionalInteger(leaf.initiatorId).optionalInteger(leaf.customerId);
  writer.bytes(leaf.fingerprint).optionalInteger(leaf.reversesId).short(leaf.postings.length);
  for (const { kind, source, target, amount } of leaf.postings) {
    writer.text(kind).integer(amount);
    writeSide(writer, source);
    writeSide(writer, target);
  }
}

function readTransaction(reader: FieldReader): TransactionLeaf {
  const head = {
    kind: 'TRANSACTION',
    details: reader.bytes(detailsBytes),
    id: reader.integer(),
    bookedAt: reader.integer(),
    initiator: reader.text(),
    initiatorId: reader.optionalInteger(),
    customerId: reader.optionalInteger(),
    fingerprint: reader.bytes(32),
    reversesId: reader.optionalInteger(),
  } as const;
  const count = reader.short();
  if (count === 0) throw new FormError('a transaction without a posting');
  const postings = Array.from({ length: count }, () => {
    const [kind, amount] = [reader.text(), reader.integer()];
    return { kind, amount, source: readSide(reader), target: readSide(reader) };
  });
  return { ...head, postings };
}

function writeAudit(writer: FieldWriter, leaf: AuditLeaf): void {
  writer.bytes(leaf.salt);
  writer.integer(leaf.id).integer(leaf.occurredAt).text(leaf.action).text(leaf.actor);
  writer.optionalInteger(leaf.targetCustomerId).optionalInteger(leaf.sessionId);
  writer.text(leaf.details).optionalText(leaf.role).optionalText(leaf.reason);
}

const readAudit = (reader: FieldReader): AuditLeaf => ({
  kind: 'AUDIT',
  salt: reader.bytes(saltBytes),
  id: reader.integer(),
  occurredAt: reader.integer(),
  action: reader.text(),
  actor: reader.text(),
  targetCustomerId: reader.optionalInteger(),
  sessionId: reader.optionalInteger(),
  details: reader.text(),
  role: reader.optionalText(),
  reason: reader.optionalText(),
});

function writeStart(writer: FieldWriter, leaf: StartLeaf): void {
  writer.bytes(leaf.salt).text(leaf.origin).integer(leaf.chainLinks).bytes(leaf.chainHash);
}

export function writeLeaf(writer: FieldWriter, leaf: Leaf): void {
  writer.byte(version).byte(marks[leaf.kind]);
  if (leaf.kind === 'START') writeStart(writer, leaf);
  else if (leaf.kind === 'TRANSACTION') writeTransaction(writer, leaf);
  else writeAudit(writer, leaf);
}

export function encodeLeaf(leaf: Leaf): Uint8Array {
  const writer = new FieldWriter();
  writeLeaf(writer, leaf);
  return writer.done();
}

function readBody(reader: FieldReader): Leaf {
  if (reader.byte() !== version) throw new FormError('a leaf of an unknown version');
  const mark = reader.byte();
  if (mark === marks.TRANSACTION) return readTransaction(reader);
  if (mark === marks.AUDIT) return readAudit(reader);
  if (mark !== marks.START) throw new FormError('a leaf of an unknown kind');
  const [salt, origin] = [reader.bytes(saltBytes), reader.text()];
  return { kind: 'START', salt, origin, chainLinks: reader.integer(), chainHash: reader.bytes(32) };
}

/** Throws FormError for bytes that `encodeLeaf` does not write. */
export function decodeLeaf(bytes: Uint8Array): Leaf {
  const reader = new FieldReader(bytes);
  const leaf = readBody(reader);
  reader.end();
  return leaf;
}
