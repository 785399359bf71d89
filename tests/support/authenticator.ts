/** An authenticator of WebAuthn in software: makes a passkey and answers with it, right or wrong. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const flags = { present: 0x01, verified: 0x04, credential: 0x40 } as const;

/** Byte strings of CBOR. */
function bytesOf(value: Buffer): Buffer {
  const head =
    value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 255];
  return Buffer.concat([Buffer.from(head), value]);
}
const textOf = (value: string): Buffer =>
  Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);

export interface Lie {
  readonly origin?: string;
  readonly domain?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
  /** Signs with another key. */
  readonly isForged?: boolean;
}

export class Authenticator {
  readonly id = randomBytes(32);
  readonly #key: KeyObject;
  readonly #public: Buffer;
  readonly #page: string;
  counter = 0;

  constructor(page: string) {
    this.#page = page;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const [first, second] = [x, y].map((part) => bytesOf(Buffer.from(part, 'base64url')));
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
    this.#public = Buffer.concat([head, first!, Buffer.of(0x22), second!]);
  }

  #client(type: string, challenge: string, { origin = this.#page }: Lie): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #head(more: number, lie: Lie): Buffer {
    const { domain = new URL(this.#page).hostname, isVerified = true, counter } = lie;
    const bits = flags.present | (isVerified ? flags.verified : 0) | more;
    this.counter = counter ?? this.counter + 1;
    return Buffer.concat([sha256(domain), Buffer.of(bits), u32(this.counter)]);
  }

  /** The answer to options for a new passkey. */
  make(challenge: string, lie: Lie = {}): string {
    const length = Buffer.of(0, this.id.length);
    const data = Buffer.concat([
      this.#head(flags.credential, lie),
      Buffer.alloc(16),
      length,
      this.id,
      this.#public,
    ]);
    const object = Buffer.concat([
      Buffer.of(0xa3),
      textOf('fmt'),
      textOf('none'),
      textOf('attStmt'),
      Buffer.of(0xa0),
      textOf('authData'),
      bytesOf(data),
    ]);
    return this.#json({
      clientDataJSON: this.#client('webauthn.create', challenge, lie).toString('base64url'),
      attestationObject: object.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer to options for a login or an approval. */
  answer(challenge: string, lie: Lie = {}): string {
    const client = this.#client('webauthn.get', challenge, lie);
    const data = this.#head(0, lie);
    const { isForged = false } = lie;
    const key = isForged
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : this.#key;
    return this.#json({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), key).toString('base64url'),
    });
  }

  #json(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({
      id,
      rawId: id,
      type: 'public-key',
      response,
      clientExtensionResults: {},
    });
  }
}
