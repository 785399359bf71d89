/** A search of the history that stopped before its end. */
import { type Markup, md } from '../../text/markup.ts';

export const searching = {
  further: 'Search further',
  nothingYet: 'No match so far.',
  /** How far it came, by the direction in which it goes on. */
  reached: {
    older: (day: Markup): Markup => md`Searched back to ${day}. Older entries may match too.`,
    newer: (day: Markup): Markup => md`Searched up to ${day}. Newer entries may match too.`,
  },
};
