/** Notices about shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';
import { potSentences, potTitles } from './pots.ts';

const titles: Record<SharedEvent, string> = {
  JOINED: 'New member',
  DECLINED: 'Invitation declined',
  ROLE_CHANGED: 'Role changed',
  REMOVED: 'Member removed',
  LEFT: 'Member left',
  RULE_CHANGED: 'Approvals changed',
  CLOSED: 'Account closed',
  FROZEN: 'Account frozen',
  ...potTitles,
  UNFROZEN: 'Account unfrozen',
};
const unknownPerson = 'A former customer';

/** Of a notice; the account and the new role are facts below. */
function sentenceOf(
  event: SharedEvent,
  people: { readonly actor: string | null; readonly about: string | null; readonly isYou: boolean },
): string {
  const actor = people.actor ?? unknownPerson;
  const about = people.about ?? unknownPerson;
  const within = people.about ?? 'a former customer';
  switch (event) {
    case 'JOINED':
      return `${about} has accepted the invitation.`;
    case 'DECLINED':
      return `${about} has declined the invitation.`;
    case 'ROLE_CHANGED':
      return people.isYou
        ? `${actor} has changed your role.`
        : `${actor} has changed the role of ${within}.`;
    case 'REMOVED':
      return people.isYou
        ? `${actor} has removed you. You can no longer see or use the account.`
        : `${actor} has removed ${within}.`;
    case 'LEFT':
      return `${about} has left the account.`;
    case 'RULE_CHANGED':
      return `${actor} has changed which payments need an approval.`;
    case 'POT_OPENED':
    case 'POT_CLOSED':
    case 'POT_LOCKED':
    case 'POT_RELEASE_ASKED':
    case 'ROUND_UPS_CHANGED':
      return potSentences[event](actor);
    case 'CLOSED':
      return `${actor} has closed the account. You can still read its history.`;
    case 'FROZEN':
      return 'The bank’s staff have frozen this account: no money can leave it. Ask them for help.';
    case 'UNFROZEN':
      return 'Money can leave this account again.';
  }
}

export const moved = {
  in: (account: string, amount: string): string => `${account}: ${amount} came in`,
  out: (account: string, amount: string): string => `${account}: ${amount} went out`,
};

export const notice = {
  title: (event: SharedEvent, account: string): string => `${account}: ${titles[event]}`,
  sentence: sentenceOf,
};
