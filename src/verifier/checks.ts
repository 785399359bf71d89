/** What is known while files are checked, and what is said of them. */
import type { TransactionLeaf } from '../records/leaf/leaf.ts';
import { signatureTypes, type VerifierKey } from '../records/note/keys.ts';
import { cosignedAt, type Note, signatureState } from '../records/note/note.ts';
import { verifier as say } from '../words/en/terminal/verifier.ts';
import type { Content, ReadCheckpoint } from './files.ts';
import { type Currency, timeText } from './show.ts';

export type Verdict = 'good' | 'bad' | 'unsure';

export interface Line {
  readonly file: string;
  readonly verdict: Verdict;
  readonly text: string;
}

export interface Read {
  readonly name: string;
  readonly content: Content;
}

/** A transaction that a proof shows to be in a log. */
export interface Logged {
  readonly leaf: TransactionLeaf;
  readonly currency: Currency | null;
}

export class Checks {
  readonly lines: Line[] = [];
  readonly keys: VerifierKey[] = [];
  readonly consistent: { readonly before: number; readonly after: number }[] = [];
  readonly seen: ReadCheckpoint[] = [];
  readonly logged: Logged[] = [];

  add(file: string, verdict: Verdict, text: string): void {
    const isKnown = this.lines.some((line) => line.file === file && line.text === text);
    if (!isKnown) this.lines.push({ file, verdict, text });
  }

  keysOf(origin: string): VerifierKey[] {
    return this.keys.filter(({ name, type }) => type === signatureTypes.log && name === origin);
  }

  /** Whether the bank of this name signed the note; null without its key. */
  async isSigned(note: Note, origin: string): Promise<boolean | null> {
    const states = await Promise.all(
      this.keysOf(origin).map(async (key) => signatureState(note, key)),
    );
    if (states.length === 0) return null;
    return states.includes('valid') && !states.includes('invalid');
  }

  /** Signature and cosignatures. Returns whether the bank signed it. */
  async signatures(file: string, { note, checkpoint }: ReadCheckpoint): Promise<boolean> {
    const { origin, size } = checkpoint;
    const what = say.checkpoint(origin, size);
    const isSigned = await this.isSigned(note, origin);
    if (isSigned === null) this.add(file, 'unsure', say.noKey(what, origin));
    else this.add(file, isSigned ? 'good' : 'bad', (isSigned ? say.signed : say.unsigned)(what));
    for (const witness of this.keys.filter(({ type }) => type === signatureTypes.witness)) {
      const state = await signatureState(note, witness);
      const at = cosignedAt(note, witness) ?? 0n;
      if (state === 'absent') this.add(file, 'unsure', say.notCosigned(what, witness.name));
      else if (state === 'invalid') this.add(file, 'bad', say.badCosignature(what, witness.name));
      else this.add(file, 'good', say.cosigned(what, witness.name, timeText(at * 1_000_000n)));
    }
    if (isSigned === true) this.seen.push({ note, checkpoint });
    return isSigned === true;
  }
}
