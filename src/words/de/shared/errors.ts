/** Refusals of shared accounts. */
import type { ErrorCode, ErrorData, Money, SharedAction } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { approvalSentences } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';

const actions: Record<SharedAction, string> = {
  READ: 'es nicht lesen',
  LEAVE: 'es nicht verlassen',
  DEPOSIT: 'nichts darauf einzahlen',
  PAY: 'nicht damit bezahlen',
  INVITE: 'niemanden einladen',
  CHANGE_ROLE: 'keine Rollen ändern',
  REMOVE: 'keine Mitglieder entfernen',
  APPROVE: 'keine Anfragen freigeben',
  SET_RULE: 'keine Freigaben festlegen',
  SAVE: 'seine Spartöpfe nicht verwalten',
  CLOSE: 'es nicht schließen',
};
const selves: Record<ErrorData['SHARED_SELF']['tried'], string> = {
  INVITE: 'Du bist schon Mitglied.',
  CHANGE_ROLE:
    'Deine eigene Rolle und deinen Höchstbetrag kannst du nicht ändern. Bitte einen anderen Verwalter darum.',
  REMOVE: 'Mit `/account share leave` verlässt du das Konto selbst.',
  APPROVE:
    'Du hast das selbst angefragt: Ein anderer Verwalter entscheidet. Du kannst es zurücknehmen.',
};
const already: Record<ErrorData['SHARED_ALREADY']['what'], string> = {
  MEMBER: 'Diese Person ist schon Mitglied dieses Kontos.',
  INVITED: 'Diese Person ist schon eingeladen und hat noch nicht geantwortet.',
  ROLE: 'Dieses Mitglied hat diese Rolle schon.',
  RULE: 'Diese Regel gilt schon.',
  RULE_ASKED:
    'Eine Änderung der Freigaben wartet schon. Entscheide zuerst über sie oder nimm sie zurück.',
};
const over: Record<NonNullable<ErrorData['SHARED_INVITATION_OVER']['state']>, string> = {
  ACCEPTED: 'Du hast diese Einladung schon angenommen.',
  DECLINED: 'Du hast diese Einladung schon abgelehnt.',
  WITHDRAWN: 'Diese Einladung wurde zurückgezogen.',
  EXPIRED: 'Diese Einladung ist abgelaufen. Bitte um eine neue.',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const sharedSentences = {
  SHARED_ROLE: ({ role, action }, nothing) =>
    role === null
      ? `Du bist kein Mitglied dieses Gemeinschaftskontos. ${nothing}`
      : `Als ${sharedRoleNames[role]} dieses Kontos darfst du ${actions[action]}. ` +
        `${nothing} Wende dich an einen Verwalter des Kontos.`,
  SHARED_ALLOWANCE: ({ limit, left }, nothing) =>
    `Mit diesem Konto darfst du im Monat ${sum(limit)} bezahlen; ${sum(left)} bleiben in ` +
    `diesem Monat. ${nothing}`,
  SHARED_NAME: (_, nothing) =>
    `Ein Name mit Punkt könnte für den Namen einer Person gehalten werden. ${nothing} Lass den Punkt weg.`,
  SHARED_SELF: ({ tried }, nothing) => `${selves[tried]} ${nothing}`,
  SHARED_LAST_MANAGER: (_, nothing) =>
    'Du bist der einzige Verwalter dieses Kontos. ' +
    `${nothing} Mach zuerst ein anderes Mitglied zum Verwalter oder schließ das Konto.`,
  SHARED_MEMBER_UNKNOWN: (_, nothing) =>
    `Diese Person ist weder Mitglied dieses Kontos noch eingeladen. ${nothing}`,
  SHARED_INVITEE_UNKNOWN: (_, nothing) =>
    `Dieses Mitglied hat kein Konto bei dieser Bank. ${nothing} Bitte es, zuerst eines zu eröffnen.`,
  SHARED_ALREADY: ({ what }, nothing) => `${already[what]} ${nothing}`,
  SHARED_TOO_MANY: ({ what, max }, nothing) => {
    if (what === 'APPROVALS') {
      return (
        `In einem Konto warten höchstens ${max} Anfragen. ${nothing} Warte, bis über einige ` +
        'entschieden ist.'
      );
    }
    return what === 'ACCOUNTS'
      ? `Ein Kunde kann höchstens ${max} Gemeinschaftskonten nutzen. ${nothing} Verlass ` +
          'oder schließ zuerst eines.'
      : `Ein Gemeinschaftskonto hat höchstens ${max} Mitglieder, offene Einladungen mitgezählt. ${nothing}`;
  },
  SHARED_INVITATION_OVER: ({ state }, nothing) =>
    `${state === null ? 'Du hast keine solche Einladung.' : over[state]} ${nothing}`,
  ...approvalSentences,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
