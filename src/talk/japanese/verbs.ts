/** The verb at a place in a Japanese sentence, and its form. */
import { japaneseVerbs, onlyWithSuru } from '../words/japanese-verbs.ts';
import { honorific, inflections, type Mood } from './inflection.ts';
import type { Conjugation, Deed } from '../words/japanese-kinds.ts';

export interface ReadVerb {
  readonly end: number;
  readonly deeds: ReadonlySet<Deed>;
  readonly mood: Mood;
  /** A noun that stands without する. */
  readonly isNoun: boolean;
}

interface Lexeme {
  readonly stem: string;
  readonly conjugation: Conjugation;
  readonly deed: Deed;
}

const lexemes: readonly Lexeme[] = Object.entries(japaneseVerbs).flatMap(([deed, byConjugation]) =>
  Object.entries(byConjugation).flatMap(([conjugation, stems]) =>
    stems
      .split('|')
      .map((stem) => ({ stem, conjugation: conjugation as Conjugation, deed: deed as Deed })),
  ),
);
const byFirst = new Map<string, Lexeme[]>();
for (const lexeme of lexemes) {
  const first = lexeme.stem[0]!;
  byFirst.set(first, [...(byFirst.get(first) ?? []), lexeme]);
}

/** 依頼料, 立替費: the noun is part of what a payment is for. */
const priced = /^(?:料(?!理)|代(?![わり])|費)/u;

const isKatakana = (sign: string | undefined): boolean =>
  /^[\p{Script=Katakana}ー]$/u.test(sign ?? '');

/** する and くる without a stem of their own. */
const bare: readonly (readonly [RegExp, Conjugation, Deed])[] = [
  [/[しすさ]/u, 'S', 'do'],
  [/[来きく]/u, 'K', 'receive'],
];

/** The longest form of a known verb at a place. */
export function verbAt(text: string, at: number): ReadVerb | null {
  let best: { end: number; mood: Mood; deeds: Set<Deed>; isNoun: boolean } | null = null;
  const offer = (end: number, mood: Mood, deed: Deed, isNoun: boolean): void => {
    if (end <= at || (best && best.end > end)) return;
    if (!best || end > best.end) best = { end, mood, deeds: new Set([deed]), isNoun };
    else {
      best.deeds.add(deed);
      best.isNoun ||= isNoun;
    }
  };
  for (const { stem, conjugation, deed } of byFirst.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(stem, at)) continue;
    const end = at + stem.length;
    if (isKatakana(stem.at(-1)) && isKatakana(text[end])) continue;
    if (conjugation === 'S') {
      const isPart = onlyWithSuru.test(stem) || priced.test(text.slice(end, end + 2));
      if (!isPart) offer(end, 'stem', deed, true);
      for (const form of honorific(text, end)) offer(form.end, form.mood, deed, false);
    }
    for (const form of inflections(text, end, conjugation)) {
      if (form.mood !== 'stem' || conjugation !== '1') offer(form.end, form.mood, deed, false);
    }
  }
  for (const [first, conjugation, deed] of bare) {
    if (!first.test(text[at] ?? '')) continue;
    const plain = text[at] === '来' ? `く${text.slice(at + 1)}` : null;
    if (conjugation === 'K' && text[at] === '来') {
      const kana = /^来(?=た|て|ま)/u.test(text.slice(at)) ? `き${text.slice(at + 1)}` : plain!;
      for (const form of inflections(kana, 0, 'K')) offer(at + form.end, form.mood, deed, false);
      continue;
    }
    for (const form of inflections(text, at, conjugation)) {
      if (form.mood !== 'stem') offer(form.end, form.mood, deed, false);
    }
  }
  return best;
}
