/** In which writing system a name is written, judged as Unicode's Script_Extensions say. */

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
const systems = [...scripts.map((script) => [script]), ...families].map((names) => ({
  main: names[0] ?? '',
  /** A letter, mark or sign that the system has; `ー` is of two, `ʼ` of many. */
  pattern: new RegExp(`^[${names.map((name) => `\\p{Script_Extensions=${name}}`).join('')}]$`, 'u'),
}));

export type Writing =
  | { readonly kind: 'one' }
  /** The first letter that is of another system than most, and both systems' names. */
  | { readonly kind: 'mixed'; readonly odd: string; readonly of: string; readonly most: string }
  | { readonly kind: 'rare'; readonly odd: string };

/** `neutral` are signs that every writing system uses. */
export function writingOf(name: string, neutral: RegExp): Writing {
  const signs = Array.from(name).filter(
    (sign) => !neutral.test(sign) && !/\p{Script_Extensions=Inherited}/u.test(sign),
  );
  const fits = systems.map((system) => ({
    ...system,
    count: signs.filter((sign) => system.pattern.test(sign)).length,
  }));
  const best = fits.reduce((one, other) => (other.count > one.count ? other : one));
  const odd = signs.find((sign) => !best.pattern.test(sign));
  if (odd === undefined) return { kind: 'one' };
  const of = systems.find(({ pattern }) => pattern.test(odd));
  return of === undefined || best.count === 0
    ? { kind: 'rare', odd }
    : { kind: 'mixed', odd, of: of.main, most: best.main };
}
