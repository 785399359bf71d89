/** Splits a line into runs of one font and one direction, in the order in which they are seen. */
import bidiModule, { type Bidi } from 'bidi-js';
import type { FontName } from './font-files.ts';
import { fontFor } from './fonts.ts';

export interface Run {
  readonly text: string;
  readonly font: FontName;
  /** Has no letters that change their form beside others. */
  readonly isPlain: boolean;
}

interface Levelled {
  readonly text: string;
  readonly font: FontName;
  /** Of the Unicode bidirectional algorithm: odd from right to left. */
  readonly level: number;
}

/** The package's types are of an ES module, but Node loads a CommonJS one. */
const bidi = (bidiModule as unknown as () => Bidi)();
/** Joiners, isolates and variation selectors only shape what is around them. */
const shaping = /[\u200b-\u200f\u2060\u2066-\u2069\ufeff]|\p{Variation_Selector}/u;
/** Letters and signs of the first font, from left to right; most lines have no others. */
const latin = /^[\u0020-\u024f\u2010-\u2027]*$/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** For characters without a glyph. */
const box = '\u25a1';

export const isLatin = (text: string): boolean => latin.test(text);

/** In the order of the text. */
function logicalRuns(text: string): Levelled[] {
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
  const runs: Levelled[] = [];
  let at = 0;
  for (const char of text) {
    const level = levels[at]!;
    at += char.length;
    if (shaping.test(char)) continue;
    const last = runs.at(-1);
    const own = fontFor(char.codePointAt(0)!);
    const font = /\s/u.test(char) && last ? last.font : (own ?? 'latin');
    const shown = own === null ? box : char;
    if (last?.font === font && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + shown };
    } else runs.push({ text: shown, font, level });
  }
  return runs;
}

/** The font turns letters around that are read from right to left, but not signs alone. */
function seen({ text, level, font }: Levelled): Run {
  if (level % 2 === 0) return { text, font, isPlain: !/\p{M}/u.test(text) };
  if (rightToLeft.test(text)) return { text, font, isPlain: false };
  const signs = Array.from(text).map((sign) => bidi.getMirroredCharacter(sign) ?? sign);
  return { text: signs.toReversed().join(''), font, isPlain: true };
}

/** Reverses every stretch of runs at or above each level, from the highest (rule L2). */
export function visualRuns(text: string): readonly Run[] {
  if (isLatin(text)) return [{ text, font: 'latin', isPlain: true }];
  const runs = logicalRuns(text);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    let from = 0;
    while (from < runs.length) {
      let to = from;
      while (to < runs.length && runs[to]!.level >= level) to += 1;
      runs.splice(from, to - from, ...runs.slice(from, to).toReversed());
      from = Math.max(to, from + 1);
    }
  }
  return runs.map(seen);
}
