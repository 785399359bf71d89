/** Reads the static files of a log or a witness: from an address, or from a folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A tile has 8,192 bytes; a note is smaller than the rest. */
const bytesMax = 100_000;
const timeoutMs = 10_000;

/** A file could not be read; the message names it and the reason. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
}

async function fromFolder(folder: string, path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function limited(answer: Response, address: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array;
    length += bytes.length;
    if (length > bytesMax) throw new RemoteError(`${address}: ${bytesMax}`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function fromAddress(url: string, path: string): Promise<Uint8Array | null> {
  const address = `${url}/${path}`;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(address, { signal, redirect: 'error' });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new RemoteError(`${address}: ${answer.status}`);
    return await limited(answer, address);
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    throw new RemoteError(address, { cause: error });
  }
}

/** Null for a file that is not there. Throws RemoteError. */
export function filesAt(place: string): (path: string) => Promise<Uint8Array | null> {
  const url = place.replace(/\/+$/, '');
  return /^https?:\/\//.test(place)
    ? async (path) => fromAddress(url, path)
    : async (path) => fromFolder(url, path);
}
