/** What a passkey signs: random bytes of the link, and what is approved with them. */
import { createHash } from 'node:crypto';
import type { RequestId } from '../../model/index.ts';

/** A passkey's answer, as the browser gives it, and the random bytes of its link. */
export interface PasskeyProof {
  /** JSON, from outside. */
  readonly response: string;
  readonly random: Buffer;
}

/** A password, a code, or a passkey. */
export type Proof = string | PasskeyProof;

/** Bound to all that decides what is done: an answer for one card is wrong for every other. */
export const challengeOf = (random: Buffer, about: string): Buffer =>
  createHash('sha256').update('passbook passkey\0').update(random).update(about).digest();

/** For a login, and for a new passkey. */
export const aboutPerson = (what: 'login' | 'new passkey', discordUserId: string): string =>
  JSON.stringify([what, discordUserId]);

/** For a confirm card: its id, its command and its stored order, with payee and amount. */
export const aboutCard = (card: {
  readonly requestId: RequestId;
  readonly command: string;
  readonly payload: string;
}): string => JSON.stringify(['card', `${card.requestId}`, card.command, card.payload]);
