/** Which of their own accounts a customer means. */
import { good } from '../../../lib/result.ts';
import { singleSpaced } from '../../../lib/text.ts';
import type { AccountNumber } from '../base/types.ts';
import { parseAccountNumber, parseNumberTail } from './account-number.ts';
import { namedParty, parseNickname } from './nickname.ts';
import { type Read, unreadable } from './reasons.ts';

export type OwnAccountRef =
  | { readonly accountNumber: AccountNumber }
  /** The last four digits of the number. */
  | { readonly tail: string }
  | { readonly name: string };

/** A number, its last four digits, a name, or a name with the last digits. */
export function parseOwnAccount(text: string): Read<OwnAccountRef> {
  const typed = singleSpaced(text);
  const tail = parseNumberTail(typed) ?? namedParty.exec(typed)?.groups?.['tail'] ?? null;
  if (tail !== null) return good({ tail });
  if (!/\p{L}/u.test(typed)) {
    const read = parseAccountNumber(typed);
    return read.ok ? good({ accountNumber: read.value }) : read;
  }
  const read = parseNickname(typed);
  return read.ok ? good({ name: read.value }) : unreadable('OWN_ACCOUNT_SHAPE');
}
