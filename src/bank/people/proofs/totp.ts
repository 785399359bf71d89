/** Codes of an authenticator app: RFC 6238, six digits, 30 s steps, one step tolerance. */
import { createRequire } from 'node:module';
import type { Pool } from '../../../db/pool.ts';
import { type Keys, seal, unseal } from '../../keys/index.ts';
import { type CustomerId, parseAppCode } from '../../model/index.ts';
import { findTotp, spendStep } from '../store/totp.ts';

const load = createRequire(import.meta.url);
/** Loaded with the first code. */
const otp = () => load('otplib') as typeof import('otplib');

const toleranceS = 30;

const placeOf = (id: CustomerId): string => `totp.sealed ${id}`;

export interface NewTotp {
  /** Base32, for typing in. */
  readonly secret: string;
  /** `otpauth://…`, for the QR code. */
  readonly uri: string;
}

export function newTotp(issuer: string, label: string): NewTotp {
  const { generateSecret, generateURI } = otp();
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer, label, secret }) };
}

export const sealTotp = (keys: Keys, id: CustomerId, secret: string): Buffer =>
  seal(keys.totp, Buffer.from(secret), placeOf(id));

/** Throws when the secret was sealed for another customer or with another key. */
export const openTotp = (keys: Keys, id: CustomerId, sealed: Buffer): string =>
  unseal(keys.totp, sealed, placeOf(id)).toString();

/** The time step of a right code at `now` (epoch milliseconds); null when the code is wrong. */
export function stepOf(
  keys: Keys,
  id: CustomerId,
  { sealed, code, now }: { readonly sealed: Buffer; readonly code: string; readonly now: number },
): bigint | null {
  const secret = openTotp(keys, id, sealed);
  const read = parseAppCode(code);
  if (!read.ok) return null;
  const token = read.value;
  const epoch = Math.floor(now / 1_000);
  const result = otp().verifySync({ secret, token, epoch, epochTolerance: toleranceS });
  return result.valid && 'timeStep' in result ? BigInt(result.timeStep) : null;
}

/** Uses up a code; false when it is wrong or was used before. */
export async function spendCode(
  { pool, keys }: { readonly pool: Pool; readonly keys: Keys },
  id: CustomerId,
  { code, now }: { readonly code: string; readonly now: number },
): Promise<boolean> {
  const row = await findTotp(pool, id);
  if (row?.isEnabled !== true) return false;
  const step = stepOf(keys, id, { sealed: row.sealed, code, now });
  return step !== null && (await spendStep(pool, id, step));
}
