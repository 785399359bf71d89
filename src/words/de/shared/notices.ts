/** Notices about shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';
import { potSentences, potTitles } from './pots.ts';

const titles: Record<SharedEvent, string> = {
  JOINED: 'Neues Mitglied',
  DECLINED: 'Einladung abgelehnt',
  ROLE_CHANGED: 'Rolle geändert',
  REMOVED: 'Mitglied entfernt',
  LEFT: 'Mitglied ausgetreten',
  RULE_CHANGED: 'Freigaben geändert',
  CLOSED: 'Konto geschlossen',
  FROZEN: 'Konto eingefroren',
  ...potTitles,
  UNFROZEN: 'Konto wieder frei',
};
const unknownPerson = 'Ein früherer Kunde';

/** Of a notice; the account and the new role are facts below. */
function sentenceOf(
  event: SharedEvent,
  people: { readonly actor: string | null; readonly about: string | null; readonly isYou: boolean },
): string {
  const actor = people.actor ?? unknownPerson;
  const about = people.about ?? unknownPerson;
  const within = people.about ?? 'ein früherer Kunde';
  switch (event) {
    case 'JOINED':
      return `${about} hat die Einladung angenommen.`;
    case 'DECLINED':
      return `${about} hat die Einladung abgelehnt.`;
    case 'ROLE_CHANGED':
      return people.isYou
        ? `${actor} hat deine Rolle geändert.`
        : `${actor} hat eine Rolle geändert: ${within}.`;
    case 'REMOVED':
      return people.isYou
        ? `${actor} hat dich entfernt. Du kannst das Konto nicht mehr sehen oder nutzen.`
        : `${actor} hat ein Mitglied entfernt: ${within}.`;
    case 'LEFT':
      return `${about} hat das Konto verlassen.`;
    case 'RULE_CHANGED':
      return `${actor} hat geändert, welche Zahlungen eine Freigabe brauchen.`;
    case 'POT_OPENED':
    case 'POT_CLOSED':
    case 'POT_LOCKED':
    case 'POT_RELEASE_ASKED':
    case 'ROUND_UPS_CHANGED':
      return potSentences[event](actor);
    case 'CLOSED':
      return `${actor} hat das Konto geschlossen. Die Umsätze kannst du weiter lesen.`;
    case 'FROZEN':
      return (
        'Mitarbeiter der Bank haben dieses Konto eingefroren: Es kann kein Geld abgehen. ' +
        'Bitte sie um Hilfe.'
      );
    case 'UNFROZEN':
      return 'Von diesem Konto kann wieder Geld abgehen.';
  }
}

export const moved = {
  in: (account: string, amount: string): string => `${account}: ${amount} eingegangen`,
  out: (account: string, amount: string): string => `${account}: ${amount} abgegangen`,
};

export const notice = {
  title: (event: SharedEvent, account: string): string => `${account}: ${titles[event]}`,
  sentence: sentenceOf,
};
