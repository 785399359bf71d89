/**
 * A pseudo-language with long words, made from English: every sentence is about twice as long, and
 * many of its words cannot be broken. Translations are never worse.
 */

/** What stays as it is: code, mentions, times, bold and italic marks, digits. */
const kept = /`[^`]*`|<[^>]*>|\S*\d\S*/;
const long = (word: string): string =>
  word.length < 3 ? word : `${word}${word.toLowerCase()}${word.length > 6 ? 'verordnungen' : ''}`;

/** At most `lengthMax` characters, as Discord takes. */
export const pseudo = (text: string, lengthMax: number): string =>
  text
    .split(new RegExp(`(${kept.source})`))
    .map((part) => (kept.test(part) ? part : part.replace(/\p{L}+/gu, long)))
    .join('')
    .slice(0, lengthMax);

const cardLimits: Readonly<Record<string, number>> = {
  content: 1_000,
  label: 80,
  placeholder: 150,
};

/** A rendered card, or another part with texts of these names, in the pseudo-language. */
export function inPseudo(part: unknown, limits = cardLimits): unknown {
  if (Array.isArray(part)) return part.map((one) => inPseudo(one, limits));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      const lengthMax = limits[key];
      const isText = lengthMax !== undefined && typeof value === 'string';
      return [key, isText ? pseudo(value, lengthMax) : inPseudo(value, limits)];
    }),
  );
}
