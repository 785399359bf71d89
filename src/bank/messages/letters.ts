/**
 * The sealed part of a mail row: the address and, in some mails, a one-time code.
 */
import { type Keys, opened, seal, unseal } from '../keys/index.ts';

export interface Letter {
  readonly address: string;
  readonly code?: string;
}

const placeOf = (id: bigint): string => `outbox.sealed ${id}`;

export const sealMail = (keys: Keys, id: bigint, letter: Letter): Buffer =>
  seal(keys.mail, Buffer.from(JSON.stringify(letter)), placeOf(id));

export const openMail = (keys: Keys, id: bigint, sealed: Buffer): Letter =>
  JSON.parse(unseal(keys.mail, sealed, placeOf(id)).toString()) as Letter;

/** With another key; null for an unreadable mail, which is given up when it is due. */
export function resealedMail(
  keys: { readonly from: Keys; readonly to: Keys },
  id: bigint,
  sealed: Buffer,
): Buffer | null {
  const plain = opened(keys.from.mail, sealed, placeOf(id));
  return plain && seal(keys.to.mail, plain, placeOf(id));
}
