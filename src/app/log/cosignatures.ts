/** Fetches what witnesses signed. */
import type { LogService } from '../../bank/index.ts';
import {
  cosignatureIn,
  FormError,
  noteText,
  originFolder,
  readCheckpoint,
  readNote,
  signatureLine,
  type Witness,
} from '../../records/index.ts';
import { filesAt, RemoteError } from './remote-files.ts';

export interface Refused {
  readonly url: string;
  readonly reason: 'unreachable' | 'unreadable' | 'not-signed';
}

async function fromWitness(
  log: LogService,
  { key, url }: Witness,
  origin: string,
): Promise<Refused | null> {
  try {
    const bytes = await filesAt(url)(`${originFolder(origin)}/checkpoint`);
    // It has not looked yet.
    if (bytes === null) return null;
    const cosigned = await cosignatureIn(Buffer.from(bytes).toString('utf8'), key);
    if (cosigned === null) return { url, reason: 'not-signed' };
    const line = signatureLine(cosigned.signature);
    await log.addCosignature(noteText(cosigned.note), { witness: key.name, line });
    return null;
  } catch (error) {
    if (error instanceof RemoteError) return { url, reason: 'unreachable' };
    if (error instanceof FormError) return { url, reason: 'unreadable' };
    throw error;
  }
}

/** Asks all at once; returns those whose signature could not be used. */
export async function collectCosignatures(
  log: LogService,
  witnesses: readonly Witness[],
): Promise<Refused[]> {
  const note = await log.checkpoint();
  if (note === null) return [];
  const { origin } = readCheckpoint(readNote(note).text);
  const answers = await Promise.all(
    witnesses.map(async (witness) => fromWitness(log, witness, origin)),
  );
  return answers.filter((answer) => answer !== null);
}
