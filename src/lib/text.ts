/** What a person typed, before anybody reads meaning into it. */

/** Unicode code points, as Discord counts; an emoji is often more than one. */
export const codePoints = (text: string): number => Array.from(text).length;

/** Unicode calls these letters, marks or symbols, yet they print as nothing. */
const blanks = '\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0\\ufe00-\\ufe0f';
const invisible = new RegExp(`[\\p{C}\\p{Zl}\\p{Zp}${blanks}]`, 'u');
const invisibles = new RegExp(invisible, 'gu');

/** Control, direction, zero-width, filler and unassigned characters: nothing a reader would see. */
export const hasInvisible = (text: string): boolean => invisible.test(text);

export const withoutInvisible = (text: string): string => text.replaceAll(invisibles, '');

/** Spaces and line ends at both sides removed, runs of them made one space. */
export const singleSpaced = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
