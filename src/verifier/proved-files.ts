/** Finds the files to which proofs belong: those of statements, and the PDF of a receipt. */
import { isSame } from '../records/base/bytes.ts';
import { digest } from '../records/tree/check.ts';
import { verifier as say } from '../words/en/terminal/verifier.ts';
import type { Checks } from './checks.ts';
import type { GivenFile } from './files.ts';

export interface FileProof {
  readonly name: string;
  /** SHA-256 of its file. */
  readonly hash: Uint8Array;
}

export interface OtherFile {
  readonly given: GivenFile;
  /** Why it is no record; null where it is one. */
  readonly why: string | null;
}

/** A file that is no record and belongs to no proof is wrong. */
export async function matchFiles(
  checks: Checks,
  proofs: readonly FileProof[],
  files: readonly OtherFile[],
): Promise<void> {
  const found = new Set<string>();
  for (const { given, why } of files) {
    const hash = await digest(given.bytes);
    const own = proofs.filter((proof) => isSame(proof.hash, hash));
    for (const { name } of own) {
      found.add(name);
      checks.add(given.name, 'good', say.fileProved(name));
    }
    if (own.length > 0 || why === null) continue;
    checks.add(given.name, 'bad', proofs.length === 0 ? say.unreadable(why) : say.fileUnproved);
  }
  for (const { name } of proofs) {
    if (!found.has(name)) checks.add(name, 'unsure', say.fileMissing);
  }
}
