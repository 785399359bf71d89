/** Checks files of a bank's log, without a network, for the page and for `npm run verify`. */
import { FormError, isSame } from '../records/base/bytes.ts';
import { decodeLeaf } from '../records/leaf/leaf.ts';
import { liabilitiesIn, provedBalance } from '../records/liabilities/balance-proof.ts';
import { readKeyChange } from '../records/note/key-change.ts';
import { isSameKey } from '../records/note/keys.ts';
import { forkState } from '../records/proof/fork.ts';
import { digestOfLeaf, isConsistent, rootByPath } from '../records/tree/check.ts';
import { verifier as say } from '../words/en/terminal/verifier.ts';
import { Checks, type Line, type Read, type Verdict } from './checks.ts';
import { checkpointIn, type Content, type GivenFile, readContent } from './files.ts';
import { checkReceipt } from './receipts.ts';
import { amountText, currencyIn, leafText } from './show.ts';
import { type FileProof, matchFiles, type OtherFile } from './proved-files.ts';
import { checkStatement } from './statements.ts';

export type { Line, Verdict } from './checks.ts';

export interface Result {
  readonly verdict: Verdict;
  readonly lines: readonly Line[];
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
  const [leaf, currency] = [decodeLeaf(proof.leaf), currencyIn(extensions)];
  const what = leafText(leaf, currency);
  const { index, path } = proof;
  const found = await rootByPath(await digestOfLeaf(proof.leaf), { index, size, path });
  const isIncluded = found !== null && isSame(found, root);
  checks.add(
    name,
    isIncluded ? 'good' : 'bad',
    isIncluded ? say.included(what) : say.notIncluded(what),
  );
  if (isIncluded && leaf.kind === 'TRANSACTION') checks.logged.push({ leaf, currency });
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
  else if (content.kind === 'receipt') await checkReceipt(checks, name, content);
  else if (content.kind === 'statement') await checkStatement(checks, name, content);
}

function worst(lines: readonly Line[]): Verdict {
  const has = (verdict: Verdict) => lines.some((line) => line.verdict === verdict);
  if (has('bad')) return 'bad';
  return has('unsure') || lines.length === 0 ? 'unsure' : 'good';
}

/** A proof that belongs to a file. */
function withFile({ name, content }: Read): FileProof[] {
  if (content.kind === 'statement') return [{ name, hash: content.proof.file }];
  return content.kind === 'receipt' && content.file ? [{ name, hash: content.file }] : [];
}

/** Those that need what the others show. */
const isLast = ({ content: { kind } }: Read): boolean =>
  kind === 'consistency' || kind === 'fork' || kind === 'receipt';

/** Why the work failed; null where it did not. */
async function attempt(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof FormError)) throw error;
    return error.message;
  }
}

/** Never throws for what a file contains. */
export async function verifyFiles(given: readonly GivenFile[]): Promise<Result> {
  const checks = new Checks();
  const files: Read[] = [];
  const orSay = async (name: string, work: () => Promise<void>): Promise<void> => {
    const why = await attempt(work);
    if (why !== null) checks.add(name, 'bad', say.unreadable(why));
  };
  const asFiles: OtherFile[] = [];
  for (const file of given) {
    const why = await attempt(async () => {
      files.push({ name: file.name, content: await readContent(file) });
    });
    asFiles.push({ given: file, why });
  }
  await orSay('', async () => keysFirst(checks, files));
  const inOrder = [...files.filter((file) => !isLast(file)), ...files.filter(isLast)];
  for (const file of inOrder) await orSay(file.name, async () => checkOne(checks, file));
  await matchFiles(checks, files.flatMap(withFile), asFiles);
  compareCheckpoints(checks);
  return { verdict: worst(checks.lines), lines: checks.lines };
}
