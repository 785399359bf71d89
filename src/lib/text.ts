/** Cleans up typed text before it is parsed. */

/** Unicode code points, as Discord counts; an emoji is often more than one. */
export const codePoints = (text: string): number => Array.from(text).length;

/*
 * Invisible characters that are part of visible text: inside emoji, and in scripts whose letters
 * they shape.
 * https://www.unicode.org/reports/tr51/#EBNF_and_Regex
 * https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters
 */

const picture = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|[\\ufe0e\\ufe0f])?';

/** Pictures combined by joiners, keycaps, and flags spelt with invisible letters. */
const emojiSequence = `\\p{RGI_Emoji_Tag_Sequence}|${picture}(?:\\u200d${picture})*|[0-9#*]\\ufe0f\\u20e3`;

const arabicLetter = '[\\p{L}&&\\p{Script_Extensions=Arabic}]';
/** Signs that remove a letter's vowel, so that it can join the next letter. */
const virama = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]';
const indicLetter = '\\p{L}[\\u093c\\u09bc\\u0a3c\\u0b3c\\u0cbc]?';

/** A joiner that separates Persian letters or selects the form of Indic ones. */
const shapingJoiner =
  `(?<=${arabicLetter}\\p{M}{0,3})\\u200c(?=${arabicLetter})|` +
  `(?<=${indicLetter}${virama})[\\u200c\\u200d]|(?<=${indicLetter})\\u200d(?=${virama})`;

/** Letters, marks or symbols in Unicode's categories, but displayed as nothing. */
const blanks = '\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0\\ufe00-\\ufe0f';
const unseen = `[\\p{C}\\p{Zl}\\p{Zp}${blanks}]`;
const invisible = new RegExp(unseen, 'v');
const joiners = new RegExp(shapingJoiner, 'gv');
const keptOrDropped = new RegExp(`(${emojiSequence}|${shapingJoiner})|${unseen}`, 'gv');

/** Removes joiners that only shape the letters around them. */
export const withoutJoiners = (text: string): string => text.replaceAll(joiners, '');

/** The first control, direction, zero-width, filler or unassigned character, or null. */
export const firstInvisible = (text: string): string | null =>
  invisible.exec(withoutJoiners(text))?.[0] ?? null;

/** Removes invisible characters, except those that emoji or a script's letters need. */
export const withoutInvisible = (text: string): string =>
  text.replaceAll(keptOrDropped, (_, kept: string | undefined) => kept ?? '');

/** Trims the text and replaces each run of white space by one space. */
export const singleSpaced = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
