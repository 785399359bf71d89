/** The hash of a link, and the signature of a head. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { ChainKind } from '../model/index.ts';

export const beginning = Buffer.alloc(32);

export function hashOf(
  before: Buffer,
  subject: { readonly kind: ChainKind; readonly content: string },
): Buffer {
  const hash = createHash('sha256').update(before);
  return hash.update(`${subject.kind}\n${subject.content}`).digest();
}

export interface Head {
  readonly link: bigint;
  /** Hex. */
  readonly hash: string;
  /** Base64, Ed25519. */
  readonly signature: string;
}

const signed = ({ link, hash }: Pick<Head, 'link' | 'hash'>): Buffer =>
  Buffer.from(`passbook chain ${link} ${hash}`);

export function signHead(key: KeyObject, head: Pick<Head, 'link' | 'hash'>): Head {
  return { ...head, signature: sign(null, signed(head), key).toString('base64') };
}

export const isSigned = (key: KeyObject, head: Head): boolean =>
  verify(null, signed(head), createPublicKey(key), Buffer.from(head.signature, 'base64'));
