/** A search of the history that stopped before its end. */
import { type Markup, md } from '../../text/markup.ts';

export const searching = {
  further: 'Poursuivre la recherche',
  nothingYet: 'Aucun résultat pour le moment.',
  /** How far it came, by the direction in which it goes on. */
  reached: {
    older: (day: Markup): Markup =>
      md`Recherche effectuée jusqu’au ${day}. Des opérations plus anciennes peuvent aussi correspondre.`,
    newer: (day: Markup): Markup =>
      md`Recherche effectuée jusqu’au ${day}. Des opérations plus récentes peuvent aussi correspondre.`,
  },
};
