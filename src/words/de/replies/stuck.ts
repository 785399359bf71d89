/** Confirmations and jobs that could not be finished, as managers see them. */
import { type Markup, md } from '../../text/markup.ts';

const ends = {
  TAKEN: {
    title: 'Neuer Versuch',
    sentence:
      'Die Bank versucht es noch einmal. Der Kunde bekommt eine Nachricht, sobald das Ergebnis ' +
      'bekannt ist.',
  },
  DONE: {
    title: 'Als erledigt geschlossen',
    sentence:
      'Es war schon ausgeführt und ist jetzt geschlossen. Der Kunde bekommt eine Nachricht.',
  },
  CANCELLED: {
    title: 'Aufgegeben',
    sentence:
      'Es wurde nicht ausgeführt und wird es auch nicht mehr. Der Kunde bekommt eine Nachricht.',
  },
  DUE: {
    title: 'Neuer Versuch',
    sentence:
      'Die Bank führt die Aufgabe noch einmal aus. Wenn sie wieder scheitert, erscheint hier eine ' +
      'neue Nachricht.',
  },
  GIVEN_UP: {
    title: 'Aufgegeben',
    sentence: 'Die Bank führt diese Aufgabe nicht mehr aus.',
  },
};

export const stuck = {
  title: 'Eine Bestätigung hängt',
  sentence:
    'Die Bank hat es mehrmals versucht und konnte das nicht abschließen. Nach ihren Büchern wurde ' +
    'es nicht ausgeführt. Such im Log nach dem Grund, bevor du es noch einmal versuchst.',
  command: 'Befehl',
  confirmedBy: 'Bestätigt von',
  confirmedAt: 'Bestätigt',
  job: {
    title: 'Eine Aufgabe hängt',
    sentence:
      'Diese Aufgabe führt die Bank von selbst aus. Sie ist mehrmals gescheitert und wurde ' +
      'angehalten. Such im Log nach dem Grund, bevor du es noch einmal versuchst.',
    kind: 'Aufgabe',
    dueAt: 'Fällig',
    attempts: 'Versuche',
    error: 'Letzter Fehler',
  },
  list: 'Hängend',
  none: 'Nichts hängt.',
  ended: (end: keyof typeof ends): string => ends[end].title,
  effect: (end: keyof typeof ends, reference: Markup): Markup =>
    md`${ends[end].sentence} Referenz ${reference}.`,
};
