/** What a witness keeps: its key, and for each log the newest checkpoint with its signature. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../lib/replace-file.ts';
import {
  type Checkpoint,
  cosign,
  forkText,
  type Observation,
  observe,
  originFolder,
  type ReadFile,
  readNote,
  type Seen,
  type Signer,
  verifierKeyText,
  witnessSigner,
} from '../../records/index.ts';

const publicMode = 0o644;

async function newKey(path: string): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await replaceFile(path, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return privateKey;
}

/** Made once; the name is part of every signature. */
export async function openWitness(folder: string, name: string | null): Promise<Signer> {
  await mkdir(folder, { recursive: true });
  const [keyPath, namePath] = [join(folder, 'key.pem'), join(folder, 'name')];
  const key = existsSync(keyPath)
    ? createPrivateKey(readFileSync(keyPath, 'utf8'))
    : await newKey(keyPath);
  if (!existsSync(namePath)) {
    await replaceFile(namePath, name ?? `witness-${randomBytes(4).toString('hex')}`);
  }
  const signer = witnessSigner(readFileSync(namePath, 'utf8').trim(), key);
  const published = join(folder, 'public');
  await replaceFile(
    join(published, 'verifier-key'),
    `${verifierKeyText(signer.key)}\n`,
    publicMode,
  );
  return signer;
}

const textAt = (path: string): string | null =>
  existsSync(path) ? readFileSync(path, 'utf8') : null;

/** A log is known by its address, so that it cannot come back under another name. */
function placeOf(folder: string, place: string) {
  const own = join(folder, 'logs', originFolder(place));
  return { checkpoint: join(own, 'checkpoint'), trusted: join(own, 'trusted-key'), own };
}

function seenAt(folder: string, place: string): Seen | null {
  const paths = placeOf(folder, place);
  const [checkpoint, trusted] = [textAt(paths.checkpoint), textAt(paths.trusted)];
  return checkpoint === null || trusted === null ? null : { checkpoint, trusted };
}

async function accept(
  folder: string,
  place: string,
  accepted: { readonly seen: Seen; readonly checkpoint: Checkpoint },
  { signer, seconds }: { readonly signer: Signer; readonly seconds: bigint },
): Promise<void> {
  const { seen, checkpoint } = accepted;
  const paths = placeOf(folder, place);
  // What was seen is on disk before it is signed: no crash lets two histories be signed.
  await replaceFile(paths.trusted, seen.trusted);
  await replaceFile(paths.checkpoint, seen.checkpoint);
  const cosigned = seen.checkpoint + cosign(readNote(seen.checkpoint).text, signer, seconds);
  const published = join(folder, 'public', originFolder(checkpoint.origin), 'checkpoint');
  await replaceFile(published, cosigned, publicMode);
}

export interface Witnessed {
  readonly observed: Observation;
  /** Where a report of two histories was written. */
  readonly report: string | null;
}

/** Looks at one log; signs what continues it, and keeps a report of what does not. */
export async function witnessOnce(
  log: { readonly place: string; readonly read: ReadFile },
  own: { readonly folder: string; readonly signer: Signer; readonly seconds: bigint },
): Promise<Witnessed> {
  const { place, read } = log;
  const { folder } = own;
  const observed = await observe(read, seenAt(folder, place));
  if (observed.kind === 'accepted') await accept(folder, place, observed, own);
  if (observed.kind !== 'fork') return { observed, report: null };
  const report = join(folder, `equivocation-${originFolder(place)}-${own.seconds}.json`);
  await replaceFile(report, forkText(observed.fork), publicMode);
  return { observed, report };
}
