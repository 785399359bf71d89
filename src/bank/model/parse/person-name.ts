import { bad, good } from '../../../lib/result.ts';
import { codePoints, firstInvisible, singleSpaced, withoutJoiners } from '../../../lib/text.ts';
import { beginsAsName, doubledSigns, nameLetter, nameSigns, neutralSigns } from './name-signs.ts';
import { type Read, type Reason, reason, unreadable } from './reasons.ts';
import { writingOf } from './writing-systems.ts';

const lengthMin = 2;
const lengthMax = 80;

const foreign = new RegExp(`[^\\p{L}\\p{M}〇${nameSigns} ]`, 'v');
const letter = new RegExp(nameLetter, 'v');
/** Marks without a letter, or more on one letter than any language uses. */
const strayMarks = new RegExp(
  '(?<![\\p{L}\\p{M}])\\p{M}|[\\p{M}&&\\p{Script=Inherited}]{4}|\\p{M}{7}',
  'v',
);

/** Null when letters and signs are valid. */
function signProblem(name: string): Reason | null {
  // 〇, the Chinese zero, is allowed.
  if (/(?!〇)\p{N}/u.test(name)) return reason('NAME_DIGITS');
  const sign = foreign.exec(name)?.[0];
  if (sign !== undefined) return reason('NAME_SIGN', { sign });
  if (!beginsAsName.test(name)) return reason('NAME_BEGINNING');
  return doubledSigns.test(name) || strayMarks.test(name) ? reason('NAME_SIGNS_DOUBLED') : null;
}

function writingProblem(name: string): Reason | null {
  const writing = writingOf(name, neutralSigns);
  switch (writing.kind) {
    case 'one':
      return null;
    case 'rare':
      return reason('NAME_RARE', { sign: writing.odd });
    case 'mixed': {
      const { odd: sign, of, most } = writing;
      return reason('NAME_MIXED', { sign, of, most });
    }
  }
}

/** A person's name in one writing system: mixed ones can imitate another person's name. */
export function parseFullName(text: string): Read<string> {
  const hidden = firstInvisible(text.replaceAll(/[\t\r\n]/g, ' '));
  if (hidden !== null) return unreadable('NAME_HIDDEN', { sign: hidden });
  // Many people type ´ as an apostrophe.
  const name = singleSpaced(text.replaceAll('´', '’').normalize('NFKC'));
  const length = codePoints(name);
  if (length === 0) return unreadable('NAME_EMPTY');
  if (length < lengthMin) return unreadable('NAME_TOO_SHORT', { lengthMin });
  if (length > lengthMax) return unreadable('NAME_TOO_LONG', { lengthMax, length });
  const plain = withoutJoiners(name);
  const problem = signProblem(plain) ?? writingProblem(plain);
  return problem === null ? good(name) : bad(problem);
}

/** Separates the words of a name. The point · does in Chinese, but is inside words in Catalan. */
const betweenWords = /[ ・‧]|(?<=\p{Script=Han})·/u;

/** The name as other people see it: `Anna Maria Miller` is `Anna M.`. */
export function maskedName(fullName: string): string {
  const words = fullName.split(betweenWords);
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const initial = letter.exec(last)?.[0];
  return initial === undefined ? first : `${first} ${initial}.`;
}
