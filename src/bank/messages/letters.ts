/**
 * The sealed part of a mail row: the address and, in some mails, a one-time code.
 */
import { type Keys, seal, unseal } from '../keys/index.ts';

export interface Letter {
  readonly address: string;
  readonly code?: string;
}

const placeOf = (id: bigint): string => `outbox.sealed ${id}`;

export const sealMail = (keys: Keys, id: bigint, letter: Letter): Buffer =>
  seal(keys.mail, Buffer.from(JSON.stringify(letter)), placeOf(id));

export const openMail = (keys: Keys, id: bigint, sealed: Buffer): Letter =>
  JSON.parse(unseal(keys.mail, sealed, placeOf(id)).toString()) as Letter;
