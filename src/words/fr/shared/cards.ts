/** Shared accounts: labels and cards. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import { approvalAudits, approvals } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';
import { moved, notice } from './notices.ts';
import { sharedPots } from './pots.ts';

const plural = pluralIn('fr');

/** Labels in the audit trail. */
export const sharedAudits = {
  SHARED_OPENED: 'Compte partagé ouvert',
  SHARED_INVITED: 'Invitation à un compte partagé',
  SHARED_JOINED: 'Compte partagé rejoint',
  SHARED_DECLINED: 'Invitation refusée',
  SHARED_WITHDRAWN: 'Invitation retirée',
  SHARED_ROLE_CHANGED: 'Rôle changé dans un compte partagé',
  SHARED_REMOVED: 'Retiré d’un compte partagé',
  SHARED_LEFT: 'Compte partagé quitté',
  SHARED_CLOSED: 'Compte partagé clôturé',
  ...approvalAudits,
};

export const sharedSteps = {
  sharedMembers: 'Membres',
  sharedInvitations: 'Vos invitations',
  sharedRole: 'Changer un rôle',
  sharedClose: 'Clôturer le compte',
  sharedApprovals: approvals.buttons.open,
  sharedRule: approvals.buttons.rule,
};
export const sharedTopics = {
  shared: 'Comptes partagés',
  sharedMembers: 'Comptes partagés : rôles et départ',
};

export const shared = {
  type: 'Compte partagé',
  roles: sharedRoleNames,
  labels: {
    account: 'Compte partagé',
    member: 'Membre',
    role: 'Rôle',
    before: 'Avant',
    allowance: 'Plafond',
    history: 'Historique',
    invitedBy: 'Invité par',
    expires: 'Valable jusqu’au',
    by: 'Par',
  },
  reads: { true: 'Toutes les opérations', false: 'Les opérations à partir de l’arrivée' },
  perMonth: (sum: string): string => `${sum} par mois`,
  left: (left: string, allowance: string): string => `reste ${left} sur ${allowance} ce mois-ci`,
  by: (name: Markup): Markup => md`par ${name}`,
  form: {
    allowanceMissing: 'Un payeur a besoin d’un plafond. Saisissez ce qu’il peut payer par mois.',
    allowanceUnused: 'Seul un payeur a un plafond. Laissez ce champ vide.',
  },
  section: 'Comptes partagés',
  open: {
    question: 'Ouvrir un compte partagé ?',
    note:
      'Vous en devenez le premier gestionnaire. Les membres voient qui a fait quoi ; chacun se ' +
      'connecte avec son propre compte.',
    done: 'Compte partagé ouvert',
  },
  invite: {
    question: 'Envoyer cette invitation ?',
    note: (days: number): string =>
      `Elle peut être acceptée pendant ${plural(days, { one: 'un jour', other: `${days} jours` })}. ` +
      'Tous les membres voient les noms des autres, et qui a fait quoi.',
    done: 'Invitation envoyée',
  },
  invitation: {
    title: (account: string): string => `Vous êtes invité à « ${account} »`,
    sentence:
      'Si vous acceptez, ses gestionnaires et ses membres voient votre nom et ce que vous faites du compte.',
    none: 'Vous n’avez pas d’invitation en cours à un compte partagé.',
    noneTitle: 'Vos invitations',
    more: (count: number): string =>
      plural(count, { one: 'Une autre attend.', other: `${count} autres attendent.` }),
    accepted: (account: string): string => `Vous êtes maintenant membre de « ${account} »`,
    declined: (account: string): string => `Vous avez refusé l’invitation à « ${account} »`,
  },
  role: { question: 'Changer ce rôle ?', done: 'Rôle changé' },
  remove: {
    question: 'Retirer ce membre ?',
    invitedQuestion: 'Retirer cette invitation ?',
    note: 'Cela vaut tout de suite, aussi pour les paiements qui attendent d’être confirmés.',
    confirm: 'Retirer',
    done: 'Retrait effectué',
  },
  leave: {
    question: 'Quitter ce compte ?',
    note: 'Vous ne pourrez plus le voir ni l’utiliser, sauf si un gestionnaire vous invite à nouveau.',
    confirm: 'Quitter le compte',
    done: 'Vous avez quitté le compte',
  },
  close: {
    question: 'Clôturer ce compte partagé ?',
    note: 'Il ne peut pas être rouvert. Ses membres peuvent encore consulter son historique.',
    confirm: 'Clôturer le compte',
    done: 'Le compte partagé est clôturé',
  },
  members: {
    title: (account: string): string => `Membres de « ${account} »`,
    invited: 'Invités',
    until: (at: Markup): Markup => md`jusqu’au ${at}`,
    fromJoining: 'consulte à partir de son arrivée',
  },
  moved,
  notice,
  approvals,
  pots: sharedPots,
  buttons: {
    open: 'Ouvrir un compte partagé',
    invite: 'Inviter',
    role: 'Changer un rôle',
    remove: 'Retirer',
    leave: 'Quitter',
    members: 'Membres',
    accept: 'Accepter',
    decline: 'Refuser',
  },
};
