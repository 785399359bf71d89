/** Confirmations and jobs that could not be finished, as managers see them. */
import { type Markup, md } from '../../text/markup.ts';

const ends = {
  TAKEN: {
    title: 'Nouvel essai en cours',
    sentence: 'La banque réessaie. Le client recevra un message quand le résultat sera connu.',
  },
  DONE: {
    title: 'Close, déjà effectuée',
    sentence:
      'L’action avait déjà abouti ; elle est maintenant close. Le client reçoit un message.',
  },
  CANCELLED: {
    title: 'Abandonnée',
    sentence: 'L’action n’a pas été effectuée et ne le sera pas. Le client reçoit un message.',
  },
  DUE: {
    title: 'Nouvel essai en cours',
    sentence: 'La banque relance la tâche. Si elle échoue encore, un nouveau message paraîtra ici.',
  },
  GIVEN_UP: {
    title: 'Abandonnée',
    sentence: 'La banque ne relancera plus cette tâche.',
  },
};

export const stuck = {
  title: 'Une confirmation est bloquée',
  sentence:
    'La banque a essayé plusieurs fois sans pouvoir terminer. Ses livres montrent que l’action n’a ' +
    'pas été effectuée. Cherchez la cause dans le journal avant de réessayer.',
  command: 'Commande',
  confirmedBy: 'Confirmé par',
  confirmedAt: 'Confirmé le',
  job: {
    title: 'Une tâche est bloquée',
    sentence:
      'La banque exécute elle-même cette tâche. Après plusieurs échecs, elle a arrêté. Cherchez la ' +
      'cause dans le journal avant de réessayer.',
    kind: 'Tâche',
    dueAt: 'Prévue le',
    attempts: 'Essais',
    error: 'Dernière erreur',
  },
  list: 'Blocages',
  none: 'Rien n’est bloqué.',
  ended: (end: keyof typeof ends): string => ends[end].title,
  effect: (end: keyof typeof ends, reference: Markup): Markup =>
    md`${ends[end].sentence} Référence ${reference}.`,
};
