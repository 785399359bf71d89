/**
 * The proof that belongs to the file of a statement: its hash, its balances and its entries, with
 * the checkpoint at which it was made, in a note that the bank signs. `docs/log.md` documents it.
 */
import {
  base64,
  concat,
  FormError,
  fromBase64,
  fromUtf8,
  utf8,
  wholeNumber,
} from '../base/bytes.ts';
import { decodeOpened, encodeOpened, type OpenedEntry } from '../leaf/opened.ts';

export const statementHeader = 'passbook statement v1';
const hashBytes = 32;
const pathMax = 63;

export interface ProvedEntry {
  readonly opened: OpenedEntry;
  /** Of its transaction. */
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
}

export interface StatementProof {
  readonly accountNumber: string;
  /** YYYY-MM-DD, in the zone. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Minor units. */
  readonly opening: bigint;
  readonly closing: bigint;
  /** The entries of the period by `seq`; without entries, `last` is one below `first`. */
  readonly first: bigint;
  readonly last: bigint;
  /** SHA-256 of the statement's file. */
  readonly file: Uint8Array;
  /** All entries, or the first and the last; without entries, the last one before the period. */
  readonly entries: readonly ProvedEntry[];
  /** A signed note. */
  readonly checkpoint: string;
}

const entryLine = ({ opened, leaf, index, path }: ProvedEntry): string =>
  ['entry', index, base64(leaf), base64(encodeOpened(opened)), base64(concat(...path))].join(' ');

/** What the bank signs. */
export function statementText(proof: StatementProof): string {
  const { accountNumber, from, to, zone, opening, closing, first, last } = proof;
  return [
    statementHeader,
    `account ${accountNumber}`,
    `period ${from} ${to} ${zone}`,
    `balances ${opening} ${closing}`,
    `entries ${first} ${last}`,
    `file ${base64(proof.file)}`,
    ...proof.entries.map(entryLine),
    `checkpoint ${base64(utf8(proof.checkpoint))}`,
    '',
  ].join('\n');
}

const wrong = (): never => {
  throw new FormError('a proof of a statement with wrong lines');
};

function readLine(line: string | undefined, name: string, count: number): string[] {
  const [label, ...words] = (line ?? '').split(' ');
  return label === name && words.length === count ? words : wrong();
}

const integerForm = /^(?:0|-?[1-9]\d{0,18})$/;
const unitsOf = (text: string | undefined): bigint =>
  integerForm.test(text ?? '') ? BigInt(text!) : wrong();

function pathOf(text: string | undefined): Uint8Array[] {
  const bytes = fromBase64(text ?? '');
  const count = bytes.length / hashBytes;
  if (!Number.isInteger(count) || count > pathMax) wrong();
  return Array.from({ length: count }, (_, at) =>
    bytes.slice(at * hashBytes, (at + 1) * hashBytes),
  );
}

function entryOf(line: string): ProvedEntry {
  const [index, leaf = '', opened = '', path] = readLine(line, 'entry', 4);
  return {
    opened: decodeOpened(fromBase64(opened)),
    leaf: fromBase64(leaf),
    index: wholeNumber(index),
    path: pathOf(path),
  };
}

/** Reads what the bank signed. Throws FormError; checks nothing else. */
export function readStatementText(text: string): StatementProof {
  const [header, account, period, balances, seqs, file, ...rest] = text.split('\n');
  if (header !== statementHeader || rest.pop() !== '') wrong();
  const [from = '', to = '', zone = ''] = readLine(period, 'period', 3);
  const [opening, closing] = readLine(balances, 'balances', 2).map(unitsOf);
  const [first, last] = readLine(seqs, 'entries', 2).map(unitsOf);
  const [checkpoint = ''] = readLine(rest.pop(), 'checkpoint', 1);
  return {
    accountNumber: readLine(account, 'account', 1)[0]!,
    from,
    to,
    zone,
    opening: opening!,
    closing: closing!,
    first: first!,
    last: last!,
    file: fromBase64(readLine(file, 'file', 1)[0]!),
    entries: rest.map(entryOf),
    checkpoint: fromUtf8(fromBase64(checkpoint)),
  };
}
