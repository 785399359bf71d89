/** The writing system of a name, by Unicode's Script_Extensions. */

/** Scripts in everyday use, without historical ones and look-alikes. */
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
  /** One letter, mark or sign of the system; `ー` belongs to two, `ʼ` to many. */
  pattern: new RegExp(`^[${names.map((name) => `\\p{Script_Extensions=${name}}`).join('')}]$`, 'u'),
}));

export type Writing =
  | { readonly kind: 'one' }
  /** The first letter of another system than most letters, and the names of both systems. */
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
