/** Recovery, profile and session. */
import type { ProfileField, SessionEnd } from '../../../bank/model/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';
import { detailNames, recoveryCodesLead } from '../common/shared.ts';

const limitLowered =
  'Vous avez été déconnecté partout. Pendant 24 heures, votre plafond de paiement est réduit.';

const ends: Record<SessionEnd, string> = {
  LOGOUT: 'déconnexion',
  REPLACED: 'terminée par une connexion plus récente',
  EXPIRED: 'expirée',
  PASSWORD_CHANGED: 'terminée par un changement de mot de passe',
  RECOVERED: 'terminée par une réinitialisation du mot de passe',
  LOCKED: 'terminée par un verrouillage',
  FROZEN: 'terminée par la banque',
  RELINKED: 'compte lié à un autre utilisateur Discord',
};

export const profile = {
  recovery: {
    byMail: {
      title: 'Consultez vos e-mails',
      sentence:
        'Si ces informations correspondent à votre compte, nous avons envoyé un code à son adresse ' +
        'e-mail. Il sert une seule fois, pendant 10 minutes. Un de vos **codes de secours** ' +
        'convient aussi.',
    },
    byCode: {
      title: 'Utilisez un code de secours',
      sentence:
        'Cette banque n’envoie pas d’e-mail. Si ces informations correspondent à votre compte, ' +
        'saisissez dans les 10 minutes un des **codes de secours** reçus à l’inscription.',
    },
    note: 'Rien n’a encore changé.',
    done: {
      title: 'Votre nouveau mot de passe est enregistré',
      sentence: limitLowered,
      note: 'Vous n’êtes pas encore connecté. Si votre compte était verrouillé, il l’est toujours.',
    },
  },
  recoveryCodes: {
    title: 'Nouveaux codes de secours',
    oldOnes: 'Vos anciens codes de secours ne fonctionnent plus.',
    lead: recoveryCodesLead,
  },
  emailWaits: (address: Markup, until: Markup): Markup =>
    joined(
      [
        md`Nous avons envoyé un code à ${address}. Il fonctionne jusqu’à ${until}.`,
        written('Votre ancienne adresse reste valable tant que vous n’avez pas saisi le code.'),
      ],
      ' ',
    ),
  view: {
    title: 'Vos coordonnées',
    passwordChanged: 'Dernier changement de mot de passe',
    recoveryCodesLeft: 'Codes de secours restants',
  },
  updated: {
    title: 'Vos coordonnées ont été modifiées',
    enterCode: 'Saisissez le code',
    saved: 'Enregistré',
    fields: (changed: readonly ProfileField[]): string =>
      changed.map((field) => detailNames[field]).join(' et '),
    unchanged: {
      title: 'Rien à modifier',
      sentence: 'Ce sont déjà vos coordonnées.',
    },
  },
  emailChanged: {
    title: 'Votre adresse e-mail a été modifiée',
    sentence: (address: Markup): Markup => md`Nous vous écrirons désormais à ${address}.`,
  },
  passwordChanged: {
    title: 'Votre mot de passe a été changé',
    sentence: 'Toute autre connexion est terminée ; celle-ci continue.',
  },
  session: {
    title: 'Votre connexion',
    since: 'Depuis',
    pays: 'Payer jusqu’à',
    paysUntil: (until: Markup): Markup => md`${until}, ou plus tard si vous continuez`,
    paysAfterProof: '*Confirmer* demande d’abord votre mot de passe ou un code',
    reads: 'Consulter jusqu’à',
    recent: '**Dernières connexions**',
    now: '**en cours**',
    endedBy: (end: SessionEnd): string => ends[end],
    note:
      'Vous pouvez payer partout sur Discord. Passé ce délai, la connexion montre seulement vos ' +
      'comptes, et seulement là où vous vous êtes connecté. Si l’une d’elles n’est pas la vôtre, ' +
      'utilisez `/lock`.',
  },
};
