/** Phrases that several areas share. */
import type { InitiatorKind, ProfileField } from '../../../bank/model/index.ts';
import { written } from '../../text/markup.ts';

export const nothingMoved = 'Aucun mouvement n’a été effectué.';
export const runAgain = 'Relancez la commande.';
export const emptyPage = 'Cette page est vide.';
export const noMatches = 'Aucune ligne ne correspond à ce filtre.';

export const recoveryCodesLead = written(
  'Les **codes de secours** ne s’affichent qu’une fois et chacun ne sert qu’une fois. ' +
    'Conservez-les en dehors de Discord.',
);

/** Who or what asked for a movement of money; null where its customer did. */
export const askedBy: Record<InitiatorKind, string | null> = {
  SESSION: null,
  STAFF: 'par un conseiller',
  ORDER: 'par virement permanent',
  MEMBERS: 'approuvé par les gestionnaires',
  BANK: 'par la banque',
  IMPORT: 'par reprise de solde',
};

/** The parts of a customer's details that can be changed. */
export const detailNames: Record<ProfileField, string> = {
  fullName: 'nom',
  email: 'adresse e-mail',
  phone: 'numéro de téléphone',
};
