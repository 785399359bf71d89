/** The account that a customer means, by whatever they typed for it. */
import { good } from '../../../lib/result.ts';
import { singleSpaced } from '../../../lib/text.ts';
import type { AccountNumber, RequestId } from '../base/types.ts';
import { parseAccountNumber } from './account-number.ts';
import { looksLikeReference, namedParty, parseNickname } from './nickname.ts';
import { type Read, unreadable } from './reasons.ts';
import { parseReference } from './reference.ts';

export type Payee =
  | { readonly accountNumber: AccountNumber }
  /** The payer of a transfer that the customer received. */
  | { readonly payerOf: RequestId }
  /** One of the customer's own. */
  | { readonly nickname: string }
  /** A person whom the customer has paid, as the history shows them. */
  | { readonly party: { readonly name: string; readonly numberTail: string } };

/** Longer than any name with the end of an account number. */
export const payeeLengthMax = 100;

/** A party as `parsePayee` reads it: `Ben O. …8719`. */
export const partyText = (party: { readonly name: string; readonly numberTail: string }): string =>
  `${party.name} …${party.numberTail}`;

const isReference = (text: string): boolean =>
  /\p{L}/u.test(text) ? looksLikeReference(text) : text.replaceAll(/[\s-]/g, '').length > 12;

/** An account number, a reference, a nickname, or a name with the end of its account number. */
export function parsePayee(text: string): Read<Payee> {
  const named = namedParty.exec(singleSpaced(text))?.groups;
  if (named !== undefined) {
    return good({ party: { name: named['name'] ?? '', numberTail: named['tail'] ?? '' } });
  }
  if (isReference(text)) {
    const read = parseReference(text);
    return read.ok ? good({ payerOf: read.value }) : read;
  }
  if (!/\p{L}/u.test(text)) {
    const read = parseAccountNumber(text);
    return read.ok ? good({ accountNumber: read.value }) : read;
  }
  const read = parseNickname(text);
  return read.ok ? good({ nickname: read.value }) : unreadable('PAYEE_SHAPE');
}
