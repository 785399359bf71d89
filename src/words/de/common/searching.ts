/** A search of the history that stopped before its end. */
import { type Markup, md } from '../../text/markup.ts';

export const searching = {
  further: 'Weiter suchen',
  nothingYet: 'Bisher kein Treffer.',
  /** How far it came, by the direction in which it goes on. */
  reached: {
    older: (day: Markup): Markup =>
      md`Bis zum ${day} zurück durchsucht. Auch ältere Umsätze können passen.`,
    newer: (day: Markup): Markup =>
      md`Bis zum ${day} durchsucht. Auch neuere Umsätze können passen.`,
  },
};
