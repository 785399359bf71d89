/** The keys whose signatures count: the bank's own, and those that it replaced. */
import type { KeyObject } from 'node:crypto';
import type { Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import {
  followKeyChanges,
  keyChangeText,
  logSigner,
  signNote,
  type VerifierKey,
} from '../../../records/index.ts';
import { readLog } from '../store/log.ts';
import { addKeyChange, keyChanges } from '../store/log-keys.ts';

/** The newest first. A change that is not signed by both keys is not followed. */
export async function knownKeys(
  reader: Reader,
  origin: string,
  key: KeyObject,
): Promise<readonly VerifierKey[]> {
  const changes = await keyChanges(reader);
  const own = logSigner(origin, key).key;
  return (await followKeyChanges([own], changes.toReversed(), 'backwards')).keys;
}

/** Records that checkpoints will be signed with another key. Does nothing without a log. */
export async function changeLogKey(
  tx: Tx,
  keys: { readonly from: KeyObject; readonly to: KeyObject },
): Promise<void> {
  const state = await readLog(tx);
  if (state === null) return;
  const [former, next] = [logSigner(state.origin, keys.from), logSigner(state.origin, keys.to)];
  const text = keyChangeText({ former: former.key, next: next.key });
  await addKeyChange(tx, signNote(text, former, next));
}
