/** What a person typed, before anybody reads meaning into it. */
import { emojiSequence, shapingJoiner } from './joiners.ts';

/** Unicode code points, as Discord counts; an emoji is often more than one. */
export const codePoints = (text: string): number => Array.from(text).length;

/** Unicode calls these letters, marks or symbols, yet they print as nothing. */
const blanks = '\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0\\ufe00-\\ufe0f';
const unseen = `[\\p{C}\\p{Zl}\\p{Zp}${blanks}]`;
const invisible = new RegExp(unseen, 'v');
const joiners = new RegExp(shapingJoiner, 'gv');
const keptOrDropped = new RegExp(`(${emojiSequence}|${shapingJoiner})|${unseen}`, 'gv');

/** Without the joiners that only shape the letters around them: the letters themselves. */
export const withoutJoiners = (text: string): string => text.replaceAll(joiners, '');

/** The first control, direction, zero-width, filler or unassigned character; null when none. */
export const firstInvisible = (text: string): string | null =>
  invisible.exec(withoutJoiners(text))?.[0] ?? null;

/** Drops what a reader would not see; emoji stay whole, and joiners where the script needs them. */
export const withoutInvisible = (text: string): string =>
  text.replaceAll(keptOrDropped, (_, kept: string | undefined) => kept ?? '');

/** Spaces and line ends at both sides removed, runs of them made one space. */
export const singleSpaced = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
