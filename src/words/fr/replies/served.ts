/** Customers as staff see them. */
import type { AccountStatus, Gender } from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');

const states: Record<AccountStatus, string> = {
  OPEN: 'ouvert',
  FROZEN: 'gelé',
  CLOSED: 'clôturé',
};
const genders: Record<Gender, string> = {
  female: 'femme',
  male: 'homme',
  other: 'autre',
  undisclosed: 'non précisé',
};

export const served = {
  holder: 'Titulaire',
  state: (status: AccountStatus, isLocked: boolean): string =>
    `${states[status]}${isLocked ? ', verrouillé par le titulaire' : ''}`,
  gender: (gender: Gender): string => genders[gender],
  found: {
    title: (count: number): string =>
      plural(count, { one: 'Un client', other: `${count} clients` }),
    note: 'Dix au maximum sont affichés. Consultez-en un avec `/staff customer view`.',
    none: {
      title: 'Aucun client trouvé',
      sentence:
        'Aucun client ne correspond. Les noms se cherchent par mots entiers : Anna Martin, ou ' +
        'Martin.',
    },
  },
  title: 'Client',
  titleWithDetails: 'Client, avec ses coordonnées',
  note: 'Cette consultation est enregistrée. Le client peut la voir.',
  frozen: {
    title: 'Compte gelé',
    sentence:
      'Plus aucun argent ne peut en sortir, même par une confirmation déjà ouverte. Le client ' +
      'reçoit un message.',
    note: '`/staff customer unfreeze` exige l’accord d’une deuxième personne.',
  },
  unlocked: {
    title: 'Compte déverrouillé',
    sentence:
      'Le verrou du titulaire a été levé. Il peut de nouveau se connecter et reçoit un message.',
  },
};
