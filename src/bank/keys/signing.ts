/** The key that signs the heads of the chain. */
import { createPrivateKey, type KeyObject } from 'node:crypto';

/** PKCS 8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const wrapper = Buffer.from('302e020100300506032b657004220420', 'hex');

export const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([wrapper, seed]), format: 'der', type: 'pkcs8' });
