import { hkdfSync, type KeyObject } from 'node:crypto';
import { assert } from '../../lib/assert.ts';
import type { BankSecrets } from '../model/index.ts';
import { signingKey } from './signing.ts';

export interface Pepper {
  /** Four bytes that tell peppers apart and give nothing away. */
  readonly id: Buffer;
  readonly key: Buffer;
}

/** One key per purpose, so that none can be used for another. */
export interface Keys {
  readonly pepper: Pepper;
  readonly formerPeppers: readonly Pepper[];
  /** Hashes recovery codes. */
  readonly codes: Buffer;
  /** Wraps the keys of customers' details. */
  readonly wrapping: Buffer;
  /** Makes e-mail and phone findable without storing them. */
  readonly blindIndex: Buffer;
  /** Seals what people typed before a conversation ends. */
  readonly conversations: Buffer;
  /** Seals the addresses and codes of mail that waits to be sent. */
  readonly mail: Buffer;
  /** Seals the secrets of authenticator apps. */
  readonly totp: Buffer;
  /** Signs the chain's heads. */
  readonly chain: KeyObject;
}

const bytesMin = 32;

function derive(secret: Uint8Array, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `passbook ${purpose}`, bytes));
}

const pepperOf = (secret: Uint8Array): Pepper => ({
  id: derive(secret, 'pepper id', 4),
  key: derive(secret, 'passwords', 48),
});

export function deriveKeys(secrets: BankSecrets): Keys {
  const { pepper, formerPeppers = [], piiKey } = secrets;
  for (const secret of [pepper, ...formerPeppers, piiKey]) {
    assert(secret.length >= bytesMin, `a secret has at least ${bytesMin} bytes`);
  }
  return {
    pepper: pepperOf(pepper),
    formerPeppers: formerPeppers.map(pepperOf),
    codes: derive(pepper, 'recovery codes'),
    wrapping: derive(piiKey, 'customer keys'),
    blindIndex: derive(piiKey, 'blind index'),
    conversations: derive(piiKey, 'conversations'),
    mail: derive(piiKey, 'mail'),
    totp: derive(piiKey, 'totp'),
    chain: signingKey(derive(piiKey, 'chain heads')),
  };
}
