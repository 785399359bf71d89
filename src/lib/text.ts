/** Cleans up typed text before it is parsed. */
import { emojiSequence, shapingJoiner } from './joiners.ts';

/** Unicode code points, as Discord counts; an emoji is often more than one. */
export const codePoints = (text: string): number => Array.from(text).length;

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
