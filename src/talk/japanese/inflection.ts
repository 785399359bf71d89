/** How Japanese verbs end: what a form says about the action, and where it ends. */
import {
  asPolite,
  columns,
  contracted,
  type Endings,
  helpers,
  type Mood,
  negativeEndings,
  requestAfterTe,
  stemEndings,
} from './endings.ts';
import type { Conjugation } from '../words/japanese-kinds.ts';

export type { Mood } from './endings.ts';

export interface Inflected {
  readonly end: number;
  readonly mood: Mood;
}

const compiled = new Map<string, RegExp>();

/** Where a pattern that begins at a place ends; null if it does not fit. */
export function after(text: string, at: number, pattern: string): number | null {
  let sticky = compiled.get(pattern);
  if (!sticky) {
    sticky = new RegExp(pattern, 'uy');
    compiled.set(pattern, sticky);
  }
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : null;
}

const withEndings = (text: string, at: number, endings: Endings): Inflected[] =>
  endings.flatMap(([pattern, mood]) => {
    const end = after(text, at, pattern);
    return end === null ? [] : [{ end, mood }];
  });

const longest = (found: readonly Inflected[]): Inflected | null =>
  found.reduce<Inflected | null>(
    (best, one) => (best === null || one.end > best.end ? one : best),
    null,
  );

/** The forms after て, which begins at `at`. */
function afterTe(text: string, at: number, depth: number): Inflected[] {
  const found = withEndings(text, at, requestAfterTe);
  for (const { stem, conjugation, meaning } of depth > 3 ? [] : helpers) {
    const end = after(text, at, `(?:${stem})`);
    if (end === null) continue;
    for (const one of inflections(text, end, conjugation, depth + 1)) {
      if (one.mood !== 'stem') found.push({ end: one.end, mood: meaning(one.mood) });
    }
  }
  return found;
}

function teForms(text: string, at: number, te: string, depth: number): Inflected[] {
  // おくつて: a small っ that was typed large.
  if (text.startsWith(te, at) || text.startsWith(te.replace('っ', 'つ'), at)) {
    const end = at + te.length;
    return [{ end, mood: 'request' }, ...afterTe(text, end, depth)];
  }
  const short = te.slice(0, -1);
  if (!text.startsWith(short, at) || depth > 3) return [];
  const found: Inflected[] = [];
  const no = after(text, at + short.length, '(?:ちゃ|じゃ)(?:だめ|ダメ|駄目|いけない|いけません)');
  if (no !== null) found.push({ end: no, mood: 'negative' });
  for (const { stem, conjugation, meaning } of contracted) {
    const end = after(text, at + short.length, `(?:${stem})`);
    if (end === null) continue;
    for (const one of inflections(text, end, conjugation, depth + 1)) {
      if (one.mood !== 'stem') found.push({ end: one.end, mood: meaning(one.mood) });
    }
  }
  return found;
}

function derived(
  text: string,
  at: number,
  change: { readonly add: string; readonly meaning: (mood: Mood) => Mood },
  depth: number,
): Inflected[] {
  if (!text.startsWith(change.add, at) || depth > 3) return [];
  return inflections(text, at + change.add.length, '1', depth + 1)
    .filter(({ mood }) => mood !== 'stem')
    .map(({ end, mood }) => ({ end, mood: change.meaning(mood) }));
}

const asPotential = (mood: Mood): Mood => {
  if (mood === 'plain' || mood === 'negative' || mood === 'ask') return 'potential';
  return mood === 'request' || mood === 'negativePast' ? 'other' : mood;
};
const asPassive = (mood: Mood): Mood => (mood === 'conditional' ? mood : 'passive');

/** All forms of a verb whose stem ends at `at`. */
export function inflections(
  text: string,
  at: number,
  conjugation: Conjugation,
  depth = 0,
): Inflected[] {
  const { a, i, u, e, o, te, ta } = columns[conjugation];
  const found: Inflected[] = teForms(text, at, te, depth);
  const begins = (ending: string): boolean => text.startsWith(ending, at);
  const push = (ending: string, mood: Mood): void => {
    if (begins(ending)) found.push({ end: at + ending.length, mood });
  };
  push(ta, 'past');
  push(`${ta}ら`, 'conditional');
  push(`${ta}り`, 'other');
  push(`${ta}れ`, 'command');
  push(u, 'plain');
  push(`${e}ば`, 'conditional');
  push(`${o}う`, 'volitional');
  if (begins(i)) found.push(...withEndings(text, at + i.length, stemEndings));
  if (begins(a)) found.push(...withEndings(text, at + a.length, negativeEndings));
  const isGodan = !['1', 'S', 'K'].includes(conjugation);
  const potential = isGodan ? e : conjugation === 'S' ? 'でき' : `${a}られ`;
  found.push(...derived(text, at, { add: potential, meaning: asPotential }, depth));
  const causative = conjugation === 'S' ? 'させ' : isGodan ? `${a}せ` : `${a}させ`;
  found.push(...derived(text, at, { add: causative, meaning: (mood) => mood }, depth));
  const passive = conjugation === 'S' ? 'され' : `${a}れ`;
  if (isGodan || conjugation === 'S') {
    found.push(...derived(text, at, { add: passive, meaning: asPassive }, depth));
    const polite = after(text, at, conjugation === 'S' ? 'いたし' : '(?!)');
    if (polite !== null) found.push(...withEndings(text, polite, stemEndings));
  }
  if (isGodan) push(e, 'command');
  if (conjugation === '1') push('ろ', 'command');
  if (conjugation === '1' && depth > 0) push('', 'command');
  if (conjugation === 'S') for (const ending of ['しろ', 'せよ', 'してよ']) push(ending, 'command');
  return found;
}

/** After a polite noun: お送りください, お振込みいただけますか, ご送金願います. */
export function honorific(text: string, at: number): Inflected[] {
  const found = withEndings(text, at, [
    ['(?:くださ|下さ)[ー〜~]*(?:いませんか|いますか|いませ(?!ん)|います|いな|い)', 'request'],
    ['(?:くださ|下さ)いませんでした', 'negativePast'],
    ['願(?:います|えますか|いたい)', 'request'],
    [
      '(?:くださ|下さ)(?:います|る)よう(?:に)?(?:お願い(?:いたします|致します|申し上げます|します)?)?',
      'request',
    ],
  ]);
  const polite = after(text, at, '(?:いただ|頂)');
  if (polite !== null) {
    for (const one of inflections(text, polite, 'k')) {
      found.push({ end: one.end, mood: asPolite(one.mood) });
    }
  }
  return found;
}

export const inflected = (text: string, at: number, conjugation: Conjugation): Inflected | null =>
  longest(inflections(text, at, conjugation));
