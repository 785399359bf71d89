import { bad, good, type Result } from '../../lib/result.ts';
import { codePoints, hasInvisible, singleSpaced } from '../../lib/text.ts';

const lengthMin = 2;
const lengthMax = 80;

/** Writing systems in everyday use; those that look alike or are historical are left out. */
const scripts = (
  'Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Ethiopic Devanagari Bengali Gurmukhi ' +
  'Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Thaana ' +
  'Han Hiragana Katakana Bopomofo Hangul'
).split(' ');
/** Scripts that one name may mix. */
const families = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Bopomofo'],
  ['Han', 'Hangul'],
];
const matchers = scripts.map((script) => ({
  script,
  pattern: new RegExp(`\\p{Script=${script}}`, 'u'),
}));

/** The scripts of all letters; null stands for one we do not print. */
function scriptsOf(name: string): Set<string | null> {
  const letters = name.match(/\p{L}/gu) ?? [];
  return new Set(
    letters.map((letter) => matchers.find(({ pattern }) => pattern.test(letter))?.script ?? null),
  );
}

function mixes(found: ReadonlySet<string | null>): boolean {
  const names = [...found];
  return (
    found.size > 1 &&
    !families.some((family) => names.every((name) => name !== null && family.includes(name)))
  );
}

/** A person's name in one writing system, so that nobody can look like somebody else. */
export function parseFullName(text: string): Result<string> {
  if (hasInvisible(text.replaceAll(/[\t\r\n]/g, ' '))) {
    return bad('The name holds a character that cannot be seen. Type it again.');
  }
  const name = singleSpaced(text.normalize('NFKC'));
  const length = codePoints(name);
  if (length === 0) return bad('Enter your name.');
  if (length < lengthMin) return bad(`A name has at least ${lengthMin} letters.`);
  if (length > lengthMax) return bad(`A name has at most ${lengthMax} characters.`);
  if (/\p{N}/u.test(name)) return bad('A name has no digits.');
  if (!/^[\p{L}\p{M}'’ʼ.·\- ]+$/u.test(name)) {
    return bad('Use only letters, spaces, hyphens, points and apostrophes in the name.');
  }
  if (!/^\p{L}/u.test(name)) return bad('A name begins with a letter.');
  if (/[-'’ʼ.·]{2}|\p{M}{4}/u.test(name)) return bad('Write the name as in a passport.');
  const found = scriptsOf(name);
  if (found.has(null)) return bad('Write the name in letters that are in everyday use.');
  if (mixes(found)) return bad('Write the whole name in one alphabet.');
  return good(name);
}

/** What others see of a name: `Anna Maria Miller` is `Anna M.`. */
export function maskedName(fullName: string): string {
  const words = fullName.split(' ');
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const initial = Array.from(last)[0];
  return initial === undefined ? first : `${first} ${initial}.`;
}
