/** One line of a history, in every language. */
import type { TransactionKind } from '../../bank/model/index.ts';
import type { Markup } from './markup.ts';

export interface HistoryLine {
  readonly amount: string;
  readonly kind: TransactionKind;
  /** The other side; null for the bank itself. */
  readonly party: Markup | null;
  readonly at: Markup;
}

/** For a word at the beginning of a line. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
