/** The text of a checkpoint (C2SP tlog-checkpoint): origin, size, root, extension lines. */
import { base64, FormError, fromBase64, wholeNumber } from '../base/bytes.ts';

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines of the bank itself, each without its newline. */
  readonly extensions: readonly string[];
}

export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, `${size}`, base64(root), ...extensions];
  if (lines.some((line) => line === '' || line.includes('\n'))) {
    throw new FormError('a checkpoint with an empty line');
  }
  return `${lines.join('\n')}\n`;
}

/** Throws FormError for anything that `checkpointText` would not write. */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', size, root = '', ...extensions] = text.split('\n').slice(0, -1);
  const isWhole = text.endsWith('\n') && origin !== '' && !extensions.includes('');
  if (!isWhole) throw new FormError('text that is not a checkpoint');
  const bytes = fromBase64(root);
  if (bytes.length !== 32) throw new FormError('a checkpoint without a root');
  return { origin, size: wholeNumber(size), root: bytes, extensions };
}
