import { bad, good, type Result } from '../../../lib/result.ts';
import { codePoints, firstInvisible, singleSpaced, withoutJoiners } from '../../../lib/text.ts';
import { beginsAsName, doubledSigns, nameLetter, nameSigns, neutralSigns } from './name-signs.ts';
import { writingOf } from './writing-systems.ts';

const lengthMin = 2;
const lengthMax = 80;

const foreign = new RegExp(`[^\\p{L}\\p{M}〇${nameSigns} ]`, 'v');
const letter = new RegExp(nameLetter, 'v');
/** Marks without a letter, or more of them than any language puts on one. */
const strayMarks = new RegExp(
  '(?<![\\p{L}\\p{M}])\\p{M}|[\\p{M}&&\\p{Script=Inherited}]{4}|\\p{M}{7}',
  'v',
);
/** Signs that a sentence of ours may hold: none of them formats or mentions. */
const printable = /^[\p{L}\p{Extended_Pictographic},;:!?()"&/+=%$€£]$/u;

const numberOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const shown = (sign: string): string => (printable.test(sign) ? `“${sign}”` : numberOf(sign));

/** What is wrong with the letters and signs; null when nothing is. */
function signProblem(name: string): string | null {
  // The zero of Chinese is written like a letter.
  if (/(?!〇)\p{N}/u.test(name)) return 'A name has no digits. Write numbers in letters.';
  const sign = foreign.exec(name)?.[0];
  if (sign !== undefined) {
    const rule = 'Use only letters, spaces, hyphens, points and apostrophes in the name.';
    return `Leave out ${shown(sign)}. ${rule}`;
  }
  if (!beginsAsName.test(name)) {
    return 'A name begins with a letter. Leave out what is before it.';
  }
  return doubledSigns.test(name) || strayMarks.test(name)
    ? 'Write the name as in a passport, with one sign at most between two letters.'
    : null;
}

function writingProblem(name: string): string | null {
  const writing = writingOf(name, neutralSigns);
  switch (writing.kind) {
    case 'one':
      return null;
    case 'rare':
      return `Write the name in letters that are in everyday use; ${shown(writing.odd)} is not.`;
    case 'mixed': {
      const { odd, of, most } = writing;
      const how = `${shown(odd)} is ${of}, and most of it is ${most}`;
      return `Write the whole name in one alphabet: ${how}.`;
    }
  }
}

/** A person's name in one writing system, so that nobody can look like somebody else. */
export function parseFullName(text: string): Result<string> {
  const hidden = firstInvisible(text.replaceAll(/[\t\r\n]/g, ' '));
  if (hidden !== null) {
    const which = `a character that cannot be seen (${numberOf(hidden)})`;
    return bad(`The name holds ${which}. Type the name again without it.`);
  }
  // An accent that stands alone is how many keyboards write an apostrophe.
  const name = singleSpaced(text.replaceAll('´', '’').normalize('NFKC'));
  const length = codePoints(name);
  if (length === 0) return bad('Enter your name.');
  if (length < lengthMin) {
    return bad(`A name has at least ${lengthMin} letters. Enter your full name.`);
  }
  if (length > lengthMax) {
    const most = `A name has at most ${lengthMax} characters`;
    return bad(`${most}; this has ${length}. Leave out a middle name.`);
  }
  const plain = withoutJoiners(name);
  const problem = signProblem(plain) ?? writingProblem(plain);
  return problem === null ? good(name) : bad(problem);
}

/** Between the words of a name; in Chinese a point parts them, in Catalan it is inside one. */
const betweenWords = /[ ・‧]|(?<=\p{Script=Han})·/u;

/** What others see of a name: `Anna Maria Miller` is `Anna M.`. */
export function maskedName(fullName: string): string {
  const words = fullName.split(betweenWords);
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const initial = letter.exec(last)?.[0];
  return initial === undefined ? first : `${first} ${initial}.`;
}
