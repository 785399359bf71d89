/** The parts of a Japanese sentence: persons with their particles, amounts, dates, verbs, words. */
import type { DateValue } from '../read/ranges.ts';
import type { Mood } from './inflection.ts';
import type { Deed, Word } from '../words/japanese-kinds.ts';
import type { Role } from './names.ts';
import type { Repeat } from './repeats.ts';

export type Kind =
  | 'person'
  | 'who'
  | 'amount'
  | 'count'
  | 'date'
  | 'repeat'
  | 'quote'
  | 'verb'
  | 'word'
  | 'mark'
  | 'text';

export interface Item {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A person's name as written, without title and particle. */
  readonly name?: string;
  readonly isKnown?: boolean;
  /** Whether it is written as only a name is; an unknown word in kanji may be a thing. */
  readonly isSure?: boolean;
  readonly role?: Role;
  /** Null: it must be asked. */
  readonly amount?: string | null;
  readonly isMoney?: boolean;
  readonly date?: DateValue;
  readonly isPlainDate?: boolean;
  readonly repeat?: Repeat | null;
  readonly deeds?: ReadonlySet<Deed>;
  readonly mood?: Mood;
  readonly isNoun?: boolean;
  readonly words?: ReadonlySet<Word>;
}

export const says = (item: Item | undefined, ...words: readonly Word[]): boolean =>
  item?.words !== undefined && words.some((word) => item.words!.has(word));
export const does = (item: Item | undefined, ...deeds: readonly Deed[]): boolean =>
  item?.deeds !== undefined && deeds.some((deed) => item.deeds!.has(deed));

/** The clause of each item: marks and reasons end one. */
export function clausesOf(items: readonly Item[]): readonly number[] {
  let clause = 0;
  return items.map((item) => {
    const here = clause;
    const isEnd = item.kind === 'mark' && /^[^\s\-–/・|]$/u.test(item.text);
    if (isEnd || says(item, 'reason')) clause += 1;
    return here;
  });
}
