/** Notices about shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';
import { potSentences, potTitles } from './pots.ts';

const titles: Record<SharedEvent, string> = {
  JOINED: 'nouveau membre',
  DECLINED: 'invitation refusée',
  ROLE_CHANGED: 'rôle changé',
  REMOVED: 'membre retiré',
  LEFT: 'membre parti',
  RULE_CHANGED: 'accords changés',
  CLOSED: 'compte clôturé',
  FROZEN: 'compte gelé',
  ...potTitles,
  UNFROZEN: 'compte dégelé',
};
const unknownPerson = 'Un ancien client';

/** Of a notice; the account and the new role are facts below. */
function sentenceOf(
  event: SharedEvent,
  people: { readonly actor: string | null; readonly about: string | null; readonly isYou: boolean },
): string {
  const actor = people.actor ?? unknownPerson;
  const about = people.about ?? unknownPerson;
  const within = people.about ?? 'un ancien client';
  switch (event) {
    case 'JOINED':
      return `${about} a accepté l’invitation.`;
    case 'DECLINED':
      return `${about} a refusé l’invitation.`;
    case 'ROLE_CHANGED':
      return people.isYou
        ? `${actor} a changé votre rôle.`
        : `${actor} a changé un rôle : ${within}.`;
    case 'REMOVED':
      return people.isYou
        ? `${actor} vous a retiré. Vous ne pouvez plus voir ni utiliser ce compte.`
        : `${actor} a retiré un membre : ${within}.`;
    case 'LEFT':
      return `${about} a quitté le compte.`;
    case 'RULE_CHANGED':
      return `${actor} a changé les paiements qui ont besoin d’un accord.`;
    case 'POT_OPENED':
    case 'POT_CLOSED':
    case 'POT_LOCKED':
    case 'POT_RELEASE_ASKED':
    case 'ROUND_UPS_CHANGED':
      return potSentences[event](actor);
    case 'CLOSED':
      return `${actor} a clôturé le compte. Vous pouvez encore consulter son historique.`;
    case 'FROZEN':
      return (
        'Le personnel de la banque a gelé ce compte : aucun argent ne peut en sortir. ' +
        'Demandez-lui de l’aide.'
      );
    case 'UNFROZEN':
      return 'L’argent peut de nouveau sortir de ce compte.';
  }
}

export const moved = {
  in: (account: string, amount: string): string => `${account} : ${amount} reçus`,
  out: (account: string, amount: string): string => `${account} : ${amount} sortis`,
};

export const notice = {
  title: (event: SharedEvent, account: string): string => `${account} : ${titles[event]}`,
  sentence: sentenceOf,
};
