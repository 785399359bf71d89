/**
 * Invisible characters that are part of visible text: inside emoji, and in scripts whose letters
 * they shape. The patterns are for regular expressions with the flag `v`.
 * https://www.unicode.org/reports/tr51/#EBNF_and_Regex
 * https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters
 */

const picture = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|[\\ufe0e\\ufe0f])?';

/** Pictures combined by joiners, keycaps, and flags spelt with invisible letters. */
export const emojiSequence = `\\p{RGI_Emoji_Tag_Sequence}|${picture}(?:\\u200d${picture})*|[0-9#*]\\ufe0f\\u20e3`;

const arabicLetter = '[\\p{L}&&\\p{Script_Extensions=Arabic}]';
/** Signs that remove a letter's vowel, so that it can join the next letter. */
const virama = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]';
const indicLetter = '\\p{L}[\\u093c\\u09bc\\u0a3c\\u0b3c\\u0cbc]?';

/** A joiner that separates Persian letters or selects the form of Indic ones. */
export const shapingJoiner =
  `(?<=${arabicLetter}\\p{M}{0,3})\\u200c(?=${arabicLetter})|` +
  `(?<=${indicLetter}${virama})[\\u200c\\u200d]|(?<=${indicLetter})\\u200d(?=${virama})`;
