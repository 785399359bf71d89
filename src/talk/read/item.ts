/** A part of a sentence that has a meaning: a word, a phrase, a name, an amount, a date. */
import type { ReadAmount } from './amounts.ts';
import type { DateValue } from './dates.ts';
import type { DateSense, Sense } from './language.ts';
import type { Repeat } from './repeats.ts';

export type Kind =
  | Sense
  | 'name'
  | 'mention'
  | 'account'
  | 'amount'
  | 'date'
  | 'repeat'
  | 'quote'
  | 'mark'
  | 'number'
  /** A word that no vocabulary has. */
  | 'word';

export interface Item {
  /** Tokens from and to, the last exclusive. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Places in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly joined: boolean;
  readonly kinds: ReadonlySet<Kind>;
  readonly amount?: ReadAmount;
  readonly isMoney?: boolean;
  readonly date?: DateValue;
  readonly dateSense?: DateSense;
  readonly repeat?: Repeat | null;
  /** Whether the word is mistyped, or another word that resembles a known one. */
  readonly isSlip?: boolean;
}
