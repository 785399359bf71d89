/** A proof that a leaf is in the log, as one file (C2SP tlog-proof). */
import { base64, FormError, fromBase64, wholeNumber } from '../base/bytes.ts';

export interface Proof {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** A signed note. */
  readonly checkpoint: string;
}

export const proofHeader = 'c2sp.org/tlog-proof@v1';
const pathMax = 63;

export function proofText({ leaf, index, path, checkpoint }: Proof): string {
  const lines = [proofHeader, `extra ${base64(leaf)}`, `index ${index}`, ...path.map(base64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Throws FormError; checks nothing else. */
export function readProof(text: string): Proof {
  const at = text.indexOf('\n\n');
  const [header, extra = '', index = '', ...path] = text.slice(0, Math.max(at, 0)).split('\n');
  if (header !== proofHeader) throw new FormError('text that is not a proof');
  if (!extra.startsWith('extra ') || !index.startsWith('index ') || path.length > pathMax) {
    throw new FormError('a proof with wrong lines');
  }
  return {
    leaf: fromBase64(extra.slice('extra '.length)),
    index: wholeNumber(index.slice('index '.length)),
    path: path.map(fromBase64),
    checkpoint: text.slice(at + 2),
  };
}
