/** Shared accounts: commands, fields and the names of roles. */
import type { SharedRole } from '../../../bank/model/index.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const sharedCommands = {
  'account share open': {
    description: 'Ouvrir un compte que vous utilisez à plusieurs',
    title: 'Ouvrir un compte partagé',
  },
  'account share invite': {
    description: 'Inviter un membre à un compte partagé',
    title: 'Inviter à un compte partagé',
  },
  'account share invitations': {
    description: 'Accepter ou refuser les invitations à des comptes partagés',
  },
  'account share members': {
    description: 'Voir qui utilise un compte partagé, et avec quel rôle',
    title: 'Membres d’un compte partagé',
  },
  'account share role': {
    description: 'Changer ce qu’un membre peut faire d’un compte partagé',
    title: 'Changer un rôle',
  },
  'account share remove': {
    description: 'Retirer un membre ou une invitation d’un compte partagé',
    title: 'Retirer d’un compte partagé',
  },
  'account share leave': {
    description: 'Quitter un compte partagé',
    title: 'Quitter un compte partagé',
  },
  'account share close': {
    description: 'Clôturer un compte partagé vide',
    title: 'Clôturer un compte partagé',
  },
  'account share rule': {
    description: 'Régler à partir de quelle somme les paiements ont besoin d’un accord',
    title: 'Régler les accords',
  },
  'account share approvals': {
    description: 'Approuver, refuser ou annuler ce qui attend dans vos comptes partagés',
  },
} satisfies Record<string, CommandText>;

export const sharedRoleNames: Record<SharedRole, string> = {
  VIEWER: 'Lecteur',
  DEPOSITOR: 'Déposant',
  SPENDER: 'Payeur',
  MANAGER: 'Gestionnaire',
};

export const sharedFields = {
  sharedAccount: {
    label: 'Compte partagé',
    hint: 'Son nom ou son numéro. Vide : votre seul compte partagé',
  },
  potOf: {
    label: 'Compte partagé',
    hint: 'Son nom ou son numéro. Vide : une cagnotte pour vous seul',
  },
  sharedName: {
    label: 'Nom',
    hint: '32 lettres et chiffres au plus. Visible par tous ceux qui paient ou sont payés.',
    example: 'Club d’échecs',
  },
  sharedMember: { label: 'Membre' },
  sharedRole: {
    label: 'Rôle',
    choices: {
      VIEWER: { label: sharedRoleNames.VIEWER, hint: 'Consulte le solde et l’historique' },
      DEPOSITOR: { label: sharedRoleNames.DEPOSITOR, hint: 'Dépose aussi de l’argent' },
      SPENDER: {
        label: sharedRoleNames.SPENDER,
        hint: 'Paie aussi, dans la limite d’un plafond mensuel',
      },
      MANAGER: { label: sharedRoleNames.MANAGER, hint: 'Fait tout, et décide qui peut faire quoi' },
    },
  },
  allowance: {
    label: 'Plafond par mois',
    name: 'Plafond',
    hint: 'Seulement pour un payeur',
    example: '50',
  },
  sharedReads: {
    label: 'Historique',
    hint: 'Vide : les opérations à partir de l’arrivée',
    choices: {
      joining: { label: 'Les opérations à partir de l’arrivée' },
      all: { label: 'Toutes les opérations' },
    },
  },
  ruleAbove: {
    label: 'Au-delà de',
    hint: 'Les paiements plus élevés attendent. Vide : aucun n’attend',
    example: '100',
  },
  ruleNeeded: {
    label: 'Accords',
    hint: 'Nombre d’autres gestionnaires requis. Vide : un',
    example: '2',
    refusal: 'Saisissez un nombre entier de 1 à 24.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const sharedOptions = {
  sharedAccount: 'compte',
  potOf: 'compte_partage',
  sharedName: 'nom',
  sharedMember: 'membre',
  sharedRole: 'rôle',
  allowance: 'plafond',
  sharedReads: 'historique',
  ruleAbove: 'au-delà',
  ruleNeeded: 'accords',
};
