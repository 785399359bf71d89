/** Checks a passkey's answer: key, challenge, origin, domain, user verification and counter. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Pool } from '../../../db/pool.ts';
import type { CustomerId } from '../../model/index.ts';
import { findPasskey, type PasskeyRow, usePasskey } from '../store/passkeys.ts';
import { challengeOf, type PasskeyProof } from './challenge.ts';

/** The page whose passkeys are accepted. */
export interface PageAddress {
  readonly origin: string;
}

/** CLONED: the counter has not risen, so there may be a copy of the authenticator. */
export type Verdict = 'RIGHT' | 'WRONG' | 'CLONED';

const jsonMax = 16_000;
const base64url = z.string().regex(/^[\w-]{1,8000}$/);
const assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});
const attestation = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: z.string().regex(/^[\w-]{1,15000}$/),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(6)
      .optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});

/** Null for what no browser sends. */
function readJson<Value>(schema: z.ZodType<Value>, text: string): Value | null {
  if (text.length > jsonMax) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export const credentialHash = (id: Buffer): Buffer => createHash('sha256').update(id).digest();

export const domainOf = ({ origin }: PageAddress): string => new URL(origin).hostname;

/** Signatures that the bank accepts: Ed25519, ECDSA on P-256, RSA. */
export const algorithms = [-8, -7, -257];

/** Loaded with the first passkey. */
const library = async () => import('@simplewebauthn/server');

async function isSigned(
  found: PasskeyRow,
  given: z.output<typeof assertion>,
  expected: { readonly page: PageAddress; readonly challenge: Buffer },
): Promise<bigint | null> {
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: expected.challenge.toString('base64url'),
      expectedOrigin: expected.page.origin,
      expectedRPID: domainOf(expected.page),
      requireUserVerification: true,
      credential: {
        id: found.credentialId.toString('base64url'),
        publicKey: new Uint8Array(found.publicKey),
        // Compared with the database's, under its lock.
        counter: 0,
      },
    });
    return verified ? BigInt(authenticationInfo.newCounter) : null;
  } catch {
    // Another origin, challenge, domain or signature, or a user who was not verified.
    return null;
  }
}

/** Stores the counter of a right answer, so that the same answer is not right again. */
export async function verifyPasskey(
  pool: Pool,
  page: PageAddress | null,
  given: { readonly customerId: CustomerId; readonly proof: PasskeyProof; readonly about: string },
): Promise<Verdict> {
  const { customerId, proof, about } = given;
  const read = readJson(assertion, proof.response);
  if (page === null || read === null) return 'WRONG';
  const found = await findPasskey(pool, credentialHash(Buffer.from(read.id, 'base64url')));
  if (found?.customerId !== customerId) return 'WRONG';
  const challenge = challengeOf(proof.random, about);
  const counter = await isSigned(found, read, { page, challenge });
  if (counter === null) return 'WRONG';
  return (await usePasskey(pool, found.id, counter)) ? 'RIGHT' : 'CLONED';
}

export type NewCredential = Pick<
  PasskeyRow,
  'credentialId' | 'publicKey' | 'counter' | 'transports'
>;

/** Null when it was made for another page or challenge, or without verifying the user. */
export async function readCredential(
  page: PageAddress,
  given: { readonly response: string; readonly challenge: Buffer },
): Promise<NewCredential | null> {
  const read = readJson(attestation, given.response);
  if (read === null) return null;
  const { verifyRegistrationResponse } = await library();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: read as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: given.challenge.toString('base64url'),
      expectedOrigin: page.origin,
      expectedRPID: domainOf(page),
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) return null;
    const { credential } = registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: BigInt(credential.counter),
      transports: (read.response.transports ?? []).join(','),
    };
  } catch {
    return null;
  }
}
