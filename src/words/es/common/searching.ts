/** A search of the history that stopped before its end. */
import { type Markup, md } from '../../text/markup.ts';

export const searching = {
  further: 'Seguir buscando',
  nothingYet: 'Sin resultados por ahora.',
  /** How far it came, by the direction in which it goes on. */
  reached: {
    older: (day: Markup): Markup =>
      md`Se ha buscado hasta el ${day}. Puede haber coincidencias más antiguas.`,
    newer: (day: Markup): Markup =>
      md`Se ha buscado hasta el ${day}. Puede haber coincidencias más recientes.`,
  },
};
