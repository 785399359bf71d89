/** What the proof of a statement shows. Runs in Node and in browsers. */
import { isSame } from '../base/bytes.ts';
import { decodeLeaf } from '../leaf/leaf.ts';
import { isEntryOf, sideOfEntry } from '../leaf/opened.ts';
import { digestOfLeaf, type Head, rootByPath } from '../tree/check.ts';
import type { ProvedEntry, StatementProof } from './statement-proof.ts';

export type StatementState =
  /** Each entry, or the first and the last, and so both balances. */
  | { readonly kind: 'proved'; readonly isEach: boolean }
  /** An entry is not in the log of the checkpoint, or is another account's. */
  | { readonly kind: 'entry'; readonly seq: bigint }
  /** Balances or numbers do not follow from the entries. */
  | { readonly kind: 'sums' };

async function isProved(
  { opened, leaf: bytes, index, path }: ProvedEntry,
  accountNumber: string,
  { size, root }: Head,
): Promise<boolean> {
  const leaf = decodeLeaf(bytes);
  if (leaf.kind !== 'TRANSACTION' || !(await isEntryOf(leaf, opened))) return false;
  if (sideOfEntry(leaf, opened.place)?.accountNumber !== accountNumber) return false;
  const found = await rootByPath(await digestOfLeaf(bytes), { index, size, path });
  return found !== null && isSame(found, root);
}

/** Whether the entries are those of the period, and lead from one balance to the other. */
function addsUp({ opening, closing, first, last, entries }: StatementProof): boolean {
  const own = entries.map(({ opened }) => opened.entry);
  const [begin, end] = [own.at(0), own.at(-1)];
  if (first < 1n || last < first - 1n) return false;
  // Without an entry ever, the balance is zero.
  if (last === 0n) return own.length === 0 && opening === 0n && closing === 0n;
  if (begin === undefined || end === undefined || end.seq !== last) return false;
  if (end.balanceAfter !== closing) return false;
  if (last < first) return own.length === 1 && opening === closing;
  const isFollowing = own.every((entry, at) => {
    const before = own[at - 1];
    if (before === undefined) return true;
    const isNext = entry.seq === before.seq + 1n;
    const sum = (before.balanceAfter ?? 0n) + entry.amount;
    return isNext ? entry.balanceAfter === sum : own.length === 2 && entry.seq > before.seq;
  });
  const before = (begin.balanceAfter ?? 0n) - begin.amount;
  return isFollowing && begin.seq === first && before === opening;
}

/** Throws FormError for leaves that cannot be read. */
export async function statementState(proof: StatementProof, head: Head): Promise<StatementState> {
  for (const entry of proof.entries) {
    if (!(await isProved(entry, proof.accountNumber, head))) {
      return { kind: 'entry', seq: entry.opened.entry.seq };
    }
  }
  if (!addsUp(proof)) return { kind: 'sums' };
  const count = proof.last - proof.first + 1n;
  return { kind: 'proved', isEach: count <= BigInt(proof.entries.length) };
}
