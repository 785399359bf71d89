/** Refusals of shared accounts. */
import type { ErrorCode, ErrorData, Money, SharedAction } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { approvalSentences } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';

const actions: Record<SharedAction, string> = {
  READ: 'le consulter',
  LEAVE: 'le quitter',
  DEPOSIT: 'y déposer de l’argent',
  PAY: 'payer avec ce compte',
  INVITE: 'inviter d’autres personnes',
  CHANGE_ROLE: 'changer les rôles',
  REMOVE: 'retirer des membres',
  APPROVE: 'approuver des demandes',
  SET_RULE: 'régler les accords',
  SAVE: 'gérer ses cagnottes',
  CLOSE: 'le clôturer',
};
const selves: Record<ErrorData['SHARED_SELF']['tried'], string> = {
  INVITE: 'Vous êtes déjà membre.',
  CHANGE_ROLE:
    'Vous ne pouvez pas changer votre propre rôle ni votre plafond. Demandez à un autre gestionnaire.',
  REMOVE: 'Pour quitter le compte vous-même, utilisez `/account share leave`.',
  APPROVE: 'C’est votre propre demande : un autre gestionnaire décide. Vous pouvez l’annuler.',
};
const already: Record<ErrorData['SHARED_ALREADY']['what'], string> = {
  MEMBER: 'Cette personne est déjà membre de ce compte.',
  INVITED: 'Cette personne est déjà invitée et n’a pas encore répondu.',
  ROLE: 'Ce membre a déjà ce rôle.',
  RULE: 'Cette règle s’applique déjà.',
  RULE_ASKED: 'Un changement des accords attend déjà. Décidez-en ou annulez-le d’abord.',
};
const over: Record<NonNullable<ErrorData['SHARED_INVITATION_OVER']['state']>, string> = {
  ACCEPTED: 'Vous avez déjà accepté cette invitation.',
  DECLINED: 'Vous avez déjà refusé cette invitation.',
  WITHDRAWN: 'Cette invitation a été retirée.',
  EXPIRED: 'Cette invitation a expiré. Demandez-en une autre.',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const sharedSentences = {
  SHARED_ROLE: ({ role, action }, nothing) =>
    role === null
      ? `Vous n’êtes pas membre de ce compte partagé. ${nothing}`
      : `Votre rôle dans ce compte (${sharedRoleNames[role].toLowerCase()}) ne permet pas ` +
        `de ${actions[action]}. ` +
        `${nothing} Adressez-vous à l’un de ses gestionnaires.`,
  SHARED_ALLOWANCE: ({ limit, left }, nothing) =>
    `Avec ce compte, vous pouvez payer ${sum(limit)} par mois ; il reste ${sum(left)} ce mois-ci. ${nothing}`,
  SHARED_NAME: (_, nothing) =>
    `Un nom avec un point pourrait passer pour celui d’une personne. ${nothing} Retirez le point.`,
  SHARED_SELF: ({ tried }, nothing) => `${selves[tried]} ${nothing}`,
  SHARED_LAST_MANAGER: (_, nothing) =>
    'Vous êtes le seul gestionnaire de ce compte. ' +
    `${nothing} Nommez d’abord un autre gestionnaire, ou clôturez le compte.`,
  SHARED_MEMBER_UNKNOWN: (_, nothing) =>
    `Cette personne n’est ni membre de ce compte ni invitée. ${nothing}`,
  SHARED_INVITEE_UNKNOWN: (_, nothing) =>
    `Ce membre n’a pas de compte dans cette banque. ${nothing} Demandez-lui d’en ouvrir un d’abord.`,
  SHARED_ALREADY: ({ what }, nothing) => `${already[what]} ${nothing}`,
  SHARED_TOO_MANY: ({ what, max }, nothing) => {
    if (what === 'APPROVALS') {
      return (
        `Dans un compte, ${max} demandes au plus peuvent attendre. ${nothing} Attendez que ` +
        'certaines soient décidées.'
      );
    }
    return what === 'ACCOUNTS'
      ? `Un client peut utiliser ${max} comptes partagés au plus. ${nothing} Quittez-en ou ` +
          'clôturez-en un d’abord.'
      : `Un compte partagé compte ${max} membres au plus, invitations en cours comprises. ${nothing}`;
  },
  SHARED_INVITATION_OVER: ({ state }, nothing) =>
    `${state === null ? 'Vous n’avez pas cette invitation.' : over[state]} ${nothing}`,
  ...approvalSentences,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
