/** Checks files of a bank's log, without a network, for the page and for `npm run verify`. */
import { FormError, isSame } from '../records/base/bytes.ts';
import { decodeLeaf } from '../records/leaf/leaf.ts';
import { liabilitiesIn, provedBalance } from '../records/liabilities/balance-proof.ts';
import { readKeyChange } from '../records/note/key-change.ts';
import { isSameKey, signatureTypes, type VerifierKey } from '../records/note/keys.ts';
import { cosignedAt, signatureState } from '../records/note/note.ts';
import { forkState } from '../records/proof/fork.ts';
import { digestOfLeaf, isConsistent, rootByPath } from '../records/tree/check.ts';
import { verifier as say } from '../words/en/terminal/verifier.ts';
import {
  checkpointIn,
  type Content,
  type GivenFile,
  readContent,
  type ReadCheckpoint,
} from './files.ts';
import { amountText, currencyIn, leafText, timeText } from './show.ts';

export type Verdict = 'good' | 'bad' | 'unsure';

export interface Line {
  readonly file: string;
  readonly verdict: Verdict;
  readonly text: string;
}

export interface Result {
  readonly verdict: Verdict;
  readonly lines: readonly Line[];
}

interface Read {
  readonly name: string;
  readonly content: Content;
}

class Checks {
  readonly lines: Line[] = [];
  readonly keys: VerifierKey[] = [];
  readonly consistent: { readonly before: number; readonly after: number }[] = [];
  readonly seen: ReadCheckpoint[] = [];

  add(file: string, verdict: Verdict, text: string): void {
    const isKnown = this.lines.some((line) => line.file === file && line.text === text);
    if (!isKnown) this.lines.push({ file, verdict, text });
  }

  keysOf(origin: string): VerifierKey[] {
    return this.keys.filter(({ name, type }) => type === signatureTypes.log && name === origin);
  }

  /** Signature and cosignatures. Returns whether the bank signed it. */
  async signatures(file: string, { note, checkpoint }: ReadCheckpoint): Promise<boolean> {
    const { origin, size } = checkpoint;
    const what = say.checkpoint(origin, size);
    const states = await Promise.all(
      this.keysOf(origin).map(async (key) => signatureState(note, key)),
    );
    const isSigned = states.includes('valid') && !states.includes('invalid');
    if (states.length === 0) this.add(file, 'unsure', say.noKey(what, origin));
    else this.add(file, isSigned ? 'good' : 'bad', (isSigned ? say.signed : say.unsigned)(what));
    for (const witness of this.keys.filter(({ type }) => type === signatureTypes.witness)) {
      const state = await signatureState(note, witness);
      const at = cosignedAt(note, witness) ?? 0n;
      if (state === 'absent') this.add(file, 'unsure', say.notCosigned(what, witness.name));
      else if (state === 'invalid') this.add(file, 'bad', say.badCosignature(what, witness.name));
      else this.add(file, 'good', say.cosigned(what, witness.name, timeText(at * 1_000_000n)));
    }
    if (isSigned) this.seen.push({ note, checkpoint });
    return isSigned;
  }
}

async function keysFirst(checks: Checks, files: readonly Read[]): Promise<void> {
  for (const { name, content } of files) {
    if (content.kind !== 'keys') continue;
    checks.keys.push(...content.keys);
    checks.add(name, 'good', say.trusted(content.keys.map((key) => key.name)));
  }
  const changes = files.flatMap(({ name, content }) =>
    content.kind === 'keyChange' ? [{ name, text: content.text }] : [],
  );
  // Any order: each pass follows at least one change, or no other can be followed.
  for (let rest = changes; rest.length > 0;) {
    const left: typeof changes = [];
    for (const change of rest) {
      const { former, next } = await readKeyChange(change.text);
      if (checks.keys.some((key) => isSameKey(key, former))) {
        checks.keys.push(next);
        checks.add(change.name, 'good', say.keyFollowed(next.name));
      } else left.push(change);
    }
    if (left.length === rest.length) {
      for (const { name, text } of left) {
        checks.add(name, 'bad', say.keyUntrusted((await readKeyChange(text)).next.name));
      }
      return;
    }
    rest = left;
  }
}

async function checkProof(checks: Checks, name: string, content: Content & { kind: 'proof' }) {
  const { proof, read } = content;
  const { size, root, extensions } = read.checkpoint;
  const what = leafText(decodeLeaf(proof.leaf), currencyIn(extensions));
  const { index, path } = proof;
  const found = await rootByPath(await digestOfLeaf(proof.leaf), { index, size, path });
  const isIncluded = found !== null && isSame(found, root);
  checks.add(
    name,
    isIncluded ? 'good' : 'bad',
    isIncluded ? say.included(what) : say.notIncluded(what),
  );
  await checks.signatures(name, read);
}

async function checkBalance(checks: Checks, name: string, content: Content & { kind: 'balance' }) {
  const { proof, read } = content;
  const { extensions } = read.checkpoint;
  const published = liabilitiesIn(extensions);
  const { accountNumber = '', day = '' } = proof.shares[0]?.share ?? {};
  if (published === null) checks.add(name, 'bad', say.noTotal);
  else {
    const balance = await provedBalance(proof, published);
    const text = (units: bigint) => amountText(units, currencyIn(extensions));
    if (balance === null) checks.add(name, 'bad', say.balanceWrong(accountNumber, day));
    else {
      const proved = say.balanceProved(accountNumber, text(balance), day, text(published.total));
      checks.add(name, 'good', proved);
    }
  }
  await checks.signatures(name, read);
}

async function checkConsistency(
  checks: Checks,
  name: string,
  content: Content & { kind: 'consistency' },
) {
  const { proof, read } = content;
  const after = read.checkpoint;
  await checks.signatures(name, read);
  const before = checks.seen.filter(
    ({ checkpoint: { origin, size } }) => origin === after.origin && size === proof.before,
  );
  if (before.length === 0) checks.add(name, 'unsure', say.needsOld(proof.before));
  for (const { checkpoint } of before) {
    const isGood = await isConsistent(checkpoint, after, proof.path);
    const text = (isGood ? say.consistent : say.inconsistent)(proof.before, after.size);
    checks.add(name, isGood ? 'good' : 'bad', text);
    if (isGood) checks.consistent.push({ before: proof.before, after: after.size });
  }
}

/** A true report is bad news: it makes the whole result bad. */
async function checkFork(checks: Checks, name: string, content: Content & { kind: 'fork' }) {
  const { fork } = content;
  const state = await forkState(fork, checks.keys);
  if (state.kind === 'fork') {
    const { first, second } = state;
    checks.add(name, 'bad', say.fork(first.origin, first.size, second.size));
  } else if (state.kind === 'unsigned') {
    const { origin, size } = checkpointIn(fork.first).checkpoint;
    const isKnown = checks.keysOf(origin).length > 0;
    const unknown = say.noKey(say.checkpoint(origin, size), origin);
    checks.add(name, isKnown ? 'bad' : 'unsure', isKnown ? say.forkUnsigned : unknown);
  } else checks.add(name, 'unsure', say.noFork);
}

/** Whether every two signed checkpoints of a log fit each other. */
function compareCheckpoints(checks: Checks): void {
  const heads = checks.seen
    .map(({ checkpoint }) => checkpoint)
    .toSorted((one, other) => one.size - other.size);
  for (const [index, head] of heads.entries()) {
    const next = heads.slice(index + 1).find(({ origin }) => origin === head.origin);
    if (next === undefined) continue;
    if (next.size === head.size) {
      if (isSame(next.root, head.root)) continue;
      checks.add(head.origin, 'bad', say.twoRoots(head.origin, head.size));
    } else if (
      !checks.consistent.some(({ before, after }) => before === head.size && after === next.size)
    ) {
      checks.add(head.origin, 'unsure', say.notCompared(head.size, next.size));
    }
  }
}

async function checkOne(checks: Checks, { name, content }: Read): Promise<void> {
  if (content.kind === 'checkpoint') await checks.signatures(name, content.read);
  else if (content.kind === 'proof') await checkProof(checks, name, content);
  else if (content.kind === 'balance') await checkBalance(checks, name, content);
  else if (content.kind === 'consistency') await checkConsistency(checks, name, content);
  else if (content.kind === 'fork') await checkFork(checks, name, content);
}

function worst(lines: readonly Line[]): Verdict {
  const has = (verdict: Verdict) => lines.some((line) => line.verdict === verdict);
  if (has('bad')) return 'bad';
  return has('unsure') || lines.length === 0 ? 'unsure' : 'good';
}

/** Never throws for what a file contains. */
export async function verifyFiles(given: readonly GivenFile[]): Promise<Result> {
  const checks = new Checks();
  const files: Read[] = [];
  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FormError)) throw error;
      checks.add(name, 'bad', say.unreadable(error.message));
    }
  };
  for (const file of given) {
    await attempt(file.name, async () => {
      files.push({ name: file.name, content: await readContent(file) });
    });
  }
  await attempt('', async () => keysFirst(checks, files));
  // Proofs of consistency need the checkpoints of all other files.
  const isLast = ({ content: { kind } }: Read) => kind === 'consistency' || kind === 'fork';
  const inOrder = [...files.filter((file) => !isLast(file)), ...files.filter(isLast)];
  for (const file of inOrder) await attempt(file.name, async () => checkOne(checks, file));
  compareCheckpoints(checks);
  return { verdict: worst(checks.lines), lines: checks.lines };
}
