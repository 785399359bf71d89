/** A message that is nothing but a greeting, thanks or a goodbye. */
import type { Language } from './text/types.ts';
import { besides, courtesies, type Courtesy } from './words/courtesies.ts';

export type { Courtesy } from './words/courtesies.ts';

export interface FoundCourtesy {
  readonly language: Language;
  readonly courtesy: Courtesy;
}

const lengthMax = 80;
const partsMax = 4;

/** Without accents, case and marks, and with single letters: `Halloooo!` is `halo`. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    // `tschuess`
    .replaceAll(/([aou])e/g, '$1')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .replaceAll(/(\p{L})\1+/gu, '$1')
    .trim();

const rowsOf = (row: string): string[] => row.split('|').map(folded);

const known = new Map<Language, ReadonlyMap<string, Courtesy>>(
  (Object.keys(courtesies) as Language[]).map((language) => {
    const rows = Object.entries(courtesies[language]) as [Courtesy, string][];
    const found = rows.flatMap(([courtesy, row]) =>
      rowsOf(row).map((text): [string, Courtesy] => [text, courtesy]),
    );
    return [language, new Map(found)];
  }),
);
const beside = new Set(rowsOf(besides));

/** The courtesy of one part, of which the first or last words may stand beside it. */
function partIn(part: string, rows: ReadonlyMap<string, Courtesy>): Courtesy | 'beside' | null {
  const whole = rows.get(part);
  if (whole !== undefined) return whole;
  if (beside.has(part)) return 'beside';
  const words = part.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const [first, rest] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const before = rows.get(first);
    if (before !== undefined && beside.has(rest)) return before;
    const after = rows.get(rest);
    // "hello thank you"
    if (before !== undefined && after !== undefined) return after;
  }
  return null;
}

/** Every part must be one: `Hallo, danke!` Thanks and goodbyes count more than the greeting. */
function courtesyOf(parts: readonly string[], language: Language): Courtesy | null {
  const rows = known.get(language)!;
  const found = parts.map((part) => partIn(part, rows));
  if (found.includes(null)) return null;
  const said = found.filter((one): one is Courtesy => one !== null && one !== 'beside');
  return said.find((one) => one !== 'greeting') ?? said[0] ?? null;
}

/** In the person's own language first; null for every other message. */
export function courtesyIn(text: string, own: Language | null): FoundCourtesy | null {
  if (text.length > lengthMax) return null;
  const parts = text
    .split(/[,.!?;:…、。！？～~\n]+/u)
    .map(folded)
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > partsMax) return null;
  const others = [...known.keys()].filter((language) => language !== own);
  for (const language of own === null ? others : [own, ...others]) {
    const courtesy = courtesyOf(parts, language);
    if (courtesy !== null) return { language, courtesy };
  }
  return null;
}
