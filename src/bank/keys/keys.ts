import { hkdfSync, type KeyObject } from 'node:crypto';
import { assert } from '../../lib/assert.ts';
import type { BankSecrets } from '../model/index.ts';
import { signingKey } from './signing.ts';

export interface Pepper {
  /** Four derived bytes that identify the pepper without revealing it. */
  readonly id: Buffer;
  readonly key: Buffer;
}

/** One key per purpose. */
export interface Keys {
  readonly pepper: Pepper;
  readonly formerPeppers: readonly Pepper[];
  /** Hashes recovery codes and mailed codes. */
  readonly codes: Buffer;
  /** Wraps the keys of customers' details. */
  readonly wrapping: Buffer;
  /** Hashes e-mail, phone and the words of names, to find them without storing them. */
  readonly blindIndex: Buffer;
  /** Seals the input of unfinished conversations, and new addresses. */
  readonly conversations: Buffer;
  /** Seals the addresses and codes of queued mail. */
  readonly mail: Buffer;
  /** Seals the secrets of authenticator apps. */
  readonly totp: Buffer;
  /** Seals the secret by which receipts are recognised. */
  readonly receipts: Buffer;
  /** Signed the heads of the chain that earlier versions wrote. */
  readonly chain: KeyObject;
  /** Signs the checkpoints of the log. */
  readonly log: KeyObject;
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
    receipts: derive(piiKey, 'receipts'),
    chain: signingKey(derive(piiKey, 'chain heads')),
    log: signingKey(derive(piiKey, 'log checkpoints')),
  };
}
