/** A customer's own name for an account that they pay. */
import { bad, good } from '../../../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible, withoutJoiners } from '../../../lib/text.ts';
import { type Read, reason, type Reason, unreadable } from './reasons.ts';
import { parseReference } from './reference.ts';

export const nicknameLengthMax = 32;

/** A name with the end of an account number: `Ben O. …8719`, also in its normal form. */
export const namedParty = /^(?<name>.+?) ?(?:…|\.\.\.)(?<tail>[0-9]{4})$/u;

const foreign = /[^\p{L}\p{M}\p{N} .'’&+/-]/u;
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;

/** The reference of a payment, or one with a typing mistake. */
export function looksLikeReference(text: string): boolean {
  const read = parseReference(text);
  return read.ok || (read.reason.code !== 'REFERENCE_SHAPE' && /\d/.test(text));
}

function problemOf(nickname: string): Reason | null {
  const length = codePoints(nickname);
  if (length === 0) return reason('NICKNAME_EMPTY');
  if (length > nicknameLengthMax) {
    return reason('NICKNAME_TOO_LONG', { lengthMax: nicknameLengthMax, length });
  }
  const sign = foreign.exec(withoutJoiners(nickname))?.[0];
  if (sign !== undefined) return reason('NICKNAME_SIGN', { sign });
  return /\p{L}/u.test(nickname) ? null : reason('NICKNAME_LETTERLESS');
}

/**
 * One line of 1 to 32 characters: letters, digits, spaces and a few signs, with at least one letter
 * and not like a reference or a person with four digits. Invisible characters are dropped.
 */
export function parseNickname(text: string): Read<string> {
  const nickname = singleSpaced(withoutInvisible(text.normalize('NFKC')));
  const problem = problemOf(nickname);
  if (problem !== null) return bad(problem);
  const isReserved = namedParty.test(nickname) || looksLikeReference(nickname);
  return isReserved ? unreadable('NICKNAME_RESERVED') : good(nickname);
}

/** Equal for nicknames that differ only in case and accents. */
export const nicknameKey = (nickname: string): string =>
  singleSpaced(withoutJoiners(nickname))
    .normalize('NFKD')
    .replaceAll(accents, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('’', "'")
    .normalize('NFC');
