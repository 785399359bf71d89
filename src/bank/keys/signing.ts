/** The Ed25519 key that signs the heads of the chain. */
import { createPrivateKey, type KeyObject } from 'node:crypto';

/** The PKCS 8 header of a 32-byte Ed25519 key (RFC 8410). */
const wrapper = Buffer.from('302e020100300506032b657004220420', 'hex');

export const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([wrapper, seed]), format: 'der', type: 'pkcs8' });
