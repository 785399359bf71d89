/** Attacks on checkpoints, without a database: other histories, and changed cosignatures. */
import { createPrivateKey } from 'node:crypto';
import { checkpointText } from '../../../src/records/note/checkpoint.ts';
import { verifierKeyText } from '../../../src/records/note/keys.ts';
import { readNote, signatureState } from '../../../src/records/note/note.ts';
import { cosign, logSigner, signNote, witnessSigner } from '../../../src/records/note/sign.ts';
import { Edge } from '../../../src/records/tree/edge.ts';
import { leafHash } from '../../../src/records/tree/hash.ts';
import { newTiles, tilePath } from '../../../src/records/tree/tiles.ts';
import { observe, type ReadFile, type Seen } from '../../../src/records/witness/observe.ts';
import type { Random } from '../support/random.ts';

const keyOf = (seed: number) => {
  const start = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = Buffer.concat([start, Buffer.alloc(32, seed)]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
};
const origin = 'passbook/0011223344556677';
const bank = logSigner(origin, keyOf(1));
const attempts = 100;

/** The static files of a log with these leaves. */
function filesOf(leaves: readonly string[]): ReadFile {
  const edge = new Edge();
  const full = leaves.flatMap((leaf) => edge.append(leafHash(Buffer.from(leaf))));
  const files = new Map<string, Uint8Array>();
  for (const { level, number, width } of newTiles(0, leaves.length)) {
    const tile = full.find((one) => one.level === level && one.number === number);
    files.set(tilePath({ level, number }, width), tile?.hashes ?? edge.partial(level));
  }
  const text = checkpointText({ origin, size: leaves.length, root: edge.root(), extensions: [] });
  files.set('checkpoint', Buffer.from(signNote(text, bank)));
  files.set('verifier-key', Buffer.from(`${verifierKeyText(bank.key)}\n`));
  return async (path) => files.get(path) ?? null;
}

async function seenOf(leaves: readonly string[]): Promise<Seen | null> {
  const observed = await observe(filesOf(leaves), null);
  return observed.kind === 'accepted' ? observed.seen : null;
}

/** Histories of which one leaf differs: how many of 100 a witness does not report. */
export async function forksMissed(random: Random): Promise<number> {
  let missed = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const leaves = Array.from({ length: random.between(2, 400) }, (_, index) => `leaf ${index}`);
    const forged = leaves.with(random.between(0, leaves.length - 1), 'forged');
    const more = Array.from({ length: random.between(0, 5) }, (_, index) => `more ${index}`);
    const observed = await observe(filesOf([...forged, ...more]), await seenOf(leaves));
    if (observed.kind !== 'fork') missed += 1;
  }
  return missed;
}

/** Changed bytes of a witness's signature, at every position, that are accepted. */
export async function cosignaturesMissed(): Promise<number> {
  const witness = witnessSigner('witness.example', keyOf(2));
  const edge = new Edge();
  edge.append(leafHash(Buffer.from('leaf')));
  const text = checkpointText({ origin, size: 1, root: edge.root(), extensions: [] });
  const note = readNote(signNote(text, bank) + cosign(text, witness, 1_679_315_147n));
  let missed = (await signatureState(note, witness.key)) === 'valid' ? 0 : 1;
  const at = note.signatures.findIndex(({ name }) => name === witness.key.name);
  const { length } = note.signatures[at]!.bytes;
  for (let place = 0; place < length; place += 1) {
    const signatures = note.signatures.map((one, index) => {
      if (index !== at) return one;
      const bytes = Uint8Array.from(one.bytes);
      bytes[place]! ^= 1;
      return { ...one, bytes };
    });
    if ((await signatureState({ ...note, signatures }, witness.key)) === 'valid') missed += 1;
  }
  return missed;
}
