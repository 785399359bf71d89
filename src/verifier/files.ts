/** Tells the kinds of files apart by their content. */
import { FormError, fromUtf8 } from '../records/base/bytes.ts';
import {
  type BalanceProof,
  balanceProofHeader,
  readBalanceProof,
} from '../records/liabilities/balance-proof.ts';
import { type Checkpoint, readCheckpoint } from '../records/note/checkpoint.ts';
import { keyChangeHeader } from '../records/note/key-change.ts';
import { readVerifierKey, type VerifierKey } from '../records/note/keys.ts';
import { type Note, readNote } from '../records/note/note.ts';
import {
  type Consistency,
  consistencyStart,
  readConsistency,
} from '../records/proof/consistency.ts';
import { type Fork, forkHeader, readFork } from '../records/proof/fork.ts';
import { type Proof, proofHeader, readProof } from '../records/proof/proof.ts';
import { readReceiptFile, receiptFileHeader } from '../records/receipt/file-proof.ts';
import {
  readReceipt,
  receiptHeader,
  receiptText,
  type SealedReceipt,
} from '../records/receipt/receipt.ts';
import {
  readStatementText,
  statementHeader,
  type StatementProof,
} from '../records/statement/statement-proof.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadCheckpoint {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

export interface ReadStatement {
  readonly proof: StatementProof;
  /** What the bank signed. */
  readonly note: Note;
  readonly read: ReadCheckpoint;
}

export type Content =
  | { readonly kind: 'balance'; readonly proof: BalanceProof; readonly read: ReadCheckpoint }
  | { readonly kind: 'keys'; readonly keys: readonly VerifierKey[] }
  | { readonly kind: 'keyChange'; readonly text: string }
  | { readonly kind: 'checkpoint'; readonly read: ReadCheckpoint }
  | { readonly kind: 'proof'; readonly proof: Proof; readonly read: ReadCheckpoint }
  | { readonly kind: 'consistency'; readonly proof: Consistency; readonly read: ReadCheckpoint }
  | { readonly kind: 'fork'; readonly fork: Fork }
  | {
      readonly kind: 'receipt';
      readonly receipt: SealedReceipt;
      readonly note: Note | null;
      /** SHA-256 of the file to which a proof belongs; null of the receipt itself. */
      readonly file: Uint8Array | null;
    }
  | ({ readonly kind: 'statement' } & ReadStatement);

const textMax = 1_000_000;

export function checkpointIn(text: string): ReadCheckpoint {
  const note = readNote(text);
  return { note, checkpoint: readCheckpoint(note.text) };
}

/** With the bank's signature, or without. */
function receiptIn(text: string): Content {
  const note = text.includes('\n\n') ? readNote(text) : null;
  const own = note?.text ?? text;
  const receipt = readReceipt(own);
  if (receipt === null || receiptText(receipt) !== own) {
    throw new FormError('a receipt that was changed');
  }
  return { kind: 'receipt', receipt, note, file: null };
}

const isKeys = (lines: readonly string[]): boolean =>
  lines.length > 0 && lines.every((line) => /^\S+\+[0-9a-f]{8}\+\S+$/.test(line));

/** Throws FormError where the text is of no known kind. */
export async function readContent({ bytes }: GivenFile): Promise<Content> {
  if (bytes.length > textMax) throw new FormError('a file that is too large');
  const text = fromUtf8(bytes);
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  if (isKeys(lines)) {
    return { kind: 'keys', keys: await Promise.all(lines.map(readVerifierKey)) };
  }
  if (text.startsWith(keyChangeHeader)) return { kind: 'keyChange', text };
  if (text.startsWith(proofHeader)) {
    const proof = readProof(text);
    return { kind: 'proof', proof, read: checkpointIn(proof.checkpoint) };
  }
  if (text.startsWith(balanceProofHeader)) {
    const proof = readBalanceProof(text);
    return { kind: 'balance', proof, read: checkpointIn(proof.checkpoint) };
  }
  if (text.startsWith(consistencyStart)) {
    const proof = readConsistency(text);
    return { kind: 'consistency', proof, read: checkpointIn(proof.checkpoint) };
  }
  if (text.startsWith('{') && text.includes(forkHeader))
    return { kind: 'fork', fork: readFork(text) };
  if (text.startsWith(receiptFileHeader)) {
    const note = readNote(text);
    return { kind: 'receipt', note, ...readReceiptFile(note.text) };
  }
  if (text.startsWith(receiptHeader)) return receiptIn(text);
  if (text.startsWith(statementHeader)) {
    const note = readNote(text, textMax);
    const proof = readStatementText(note.text);
    return { kind: 'statement', proof, note, read: checkpointIn(proof.checkpoint) };
  }
  return { kind: 'checkpoint', read: checkpointIn(text) };
}
