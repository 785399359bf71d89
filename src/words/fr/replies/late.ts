/** Replies to presses and forms that are too late, from another person or for an unknown card. */
import { runAgain } from '../common/shared.ts';

/** `undone` is the assurance of the command: that no money moved, or that nothing changed. */
export const late = {
  expired: {
    title: 'Ce message a expiré',
    sentence: (undone: string): string =>
      `Il est resté ouvert trop longtemps. ${undone} Relancez la commande quand vous serez prêt.`,
  },
  foreign: {
    title: 'Ce message n’est pas pour vous',
    sentence: (undone: string): string => `Il appartient à une autre personne. ${undone}`,
  },
  unknown: {
    title: 'Ce message n’est plus valable',
    sentence: (undone: string): string =>
      `Il n’est pas pour vous, ou il est trop ancien. ${undone} ${runAgain}`,
  },
  'other-version': {
    title: 'Ce message n’est plus à jour',
    sentence: (undone: string): string =>
      `La banque a été mise à jour depuis son envoi. ${undone} ${runAgain}`,
  },
  cancelled: {
    title: 'Ce message est clos',
    sentence: (undone: string): string =>
      `Il a été annulé, refusé ou remplacé par un plus récent. ${undone}`,
  },
  used: {
    title: 'Déjà confirmé',
    sentence: (): string =>
      'Vous l’aviez déjà confirmé, donc cet appui n’a rien fait. Consultez vos paiements avec ' +
      '`/history`.',
  },
  'no-command': {
    title: 'Cette commande a changé',
    sentence: (undone: string): string =>
      `La banque ne la propose plus sous cette forme. ${undone} Consultez \`/help\`.`,
  },
  crowded: {
    title: 'La banque est très sollicitée',
    sentence: (undone: string): string =>
      `Trop de personnes l’utilisent en ce moment. ${undone} Réessayez dans un instant.`,
  },
};
