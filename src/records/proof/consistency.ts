/**
 * A proof that a log was only appended to: the size before, the hashes, and the later checkpoint,
 * as a bank sends it to a witness (C2SP tlog-witness).
 */
import { base64, FormError, fromBase64, wholeNumber } from '../base/bytes.ts';

export interface Consistency {
  readonly before: number;
  readonly path: readonly Uint8Array[];
  /** A signed note. */
  readonly checkpoint: string;
}

const pathMax = 63;
export const consistencyStart = 'old ';

export const consistencyText = ({ before, path, checkpoint }: Consistency): string =>
  `${[`${consistencyStart}${before}`, ...path.map(base64)].join('\n')}\n\n${checkpoint}`;

/** Throws FormError; checks nothing else. */
export function readConsistency(text: string): Consistency {
  const at = text.indexOf('\n\n');
  const [old = '', ...path] = text.slice(0, Math.max(at, 0)).split('\n');
  if (!old.startsWith(consistencyStart) || path.length > pathMax) {
    throw new FormError('text that is not a consistency proof');
  }
  return {
    before: wholeNumber(old.slice(consistencyStart.length)),
    path: path.map(fromBase64),
    checkpoint: text.slice(at + 2),
  };
}
