/** Shared accounts: labels and cards. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import { approvalAudits, approvals } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';
import { moved, notice } from './notices.ts';
import { sharedPots } from './pots.ts';

const plural = pluralIn('de');

/** Labels in the audit trail. */
export const sharedAudits = {
  SHARED_OPENED: 'Gemeinschaftskonto eröffnet',
  SHARED_INVITED: 'Zum Gemeinschaftskonto eingeladen',
  SHARED_JOINED: 'Gemeinschaftskonto beigetreten',
  SHARED_DECLINED: 'Einladung abgelehnt',
  SHARED_WITHDRAWN: 'Einladung zurückgezogen',
  SHARED_ROLE_CHANGED: 'Rolle im Gemeinschaftskonto geändert',
  SHARED_REMOVED: 'Aus dem Gemeinschaftskonto entfernt',
  SHARED_LEFT: 'Gemeinschaftskonto verlassen',
  SHARED_CLOSED: 'Gemeinschaftskonto geschlossen',
  ...approvalAudits,
};

export const sharedSteps = {
  sharedMembers: 'Mitglieder',
  sharedInvitations: 'Deine Einladungen',
  sharedRole: 'Rolle ändern',
  sharedClose: 'Konto schließen',
  sharedApprovals: approvals.buttons.open,
  sharedRule: approvals.buttons.rule,
};
export const sharedTopics = {
  shared: 'Gemeinschaftskonten',
  sharedMembers: 'Gemeinschaftskonten: Rollen und Austritt',
};

export const shared = {
  type: 'Gemeinschaftskonto',
  roles: sharedRoleNames,
  labels: {
    account: 'Gemeinschaftskonto',
    member: 'Mitglied',
    role: 'Rolle',
    before: 'Bisher',
    allowance: 'Höchstbetrag',
    history: 'Umsätze',
    invitedBy: 'Eingeladen von',
    expires: 'Gültig bis',
    by: 'Von',
  },
  reads: { true: 'Alle', false: 'Ab dem Beitritt' },
  perMonth: (sum: string): string => `${sum} im Monat`,
  left: (left: string, allowance: string): string =>
    `noch ${left} von ${allowance} in diesem Monat`,
  by: (name: Markup): Markup => md`durch ${name}`,
  form: {
    allowanceMissing:
      'Ein Zahler braucht einen Höchstbetrag. Gib ein, wie viel er im Monat bezahlen darf.',
    allowanceUnused: 'Nur ein Zahler hat einen Höchstbetrag. Lass das Feld leer.',
  },
  section: 'Gemeinschaftskonten',
  open: {
    question: 'Gemeinschaftskonto eröffnen?',
    note:
      'Du wirst der erste Verwalter. Mitglieder sehen, wer was getan hat; alle melden sich mit ' +
      'ihrem eigenen Konto an.',
    done: 'Gemeinschaftskonto eröffnet',
  },
  invite: {
    question: 'Diese Einladung senden?',
    note: (days: number): string =>
      `Sie kann ${plural(days, { one: 'einen Tag', other: `${days} Tage` })} lang angenommen ` +
      'werden. Alle Mitglieder sehen die Namen der anderen und wer was getan hat.',
    done: 'Einladung gesendet',
  },
  invitation: {
    title: (account: string): string => `Du bist zu „${account}“ eingeladen`,
    sentence:
      'Wenn du annimmst, sehen Verwalter und Mitglieder deinen Namen und was du mit dem Konto tust.',
    none: 'Du hast keine offenen Einladungen zu Gemeinschaftskonten.',
    noneTitle: 'Deine Einladungen',
    more: (count: number): string =>
      plural(count, { one: 'Eine weitere wartet.', other: `${count} weitere warten.` }),
    accepted: (account: string): string => `Du bist jetzt Mitglied von „${account}“`,
    declined: (account: string): string => `Du hast die Einladung zu „${account}“ abgelehnt`,
  },
  role: { question: 'Diese Rolle ändern?', done: 'Rolle geändert' },
  remove: {
    question: 'Dieses Mitglied entfernen?',
    invitedQuestion: 'Diese Einladung zurückziehen?',
    note: 'Das gilt sofort, auch für Zahlungen, die noch nicht bestätigt sind.',
    confirm: 'Entfernen',
    done: 'Entfernt',
  },
  leave: {
    question: 'Dieses Konto verlassen?',
    note: 'Du kannst es nicht mehr sehen oder nutzen, bis dich ein Verwalter wieder einlädt.',
    confirm: 'Konto verlassen',
    done: 'Du hast das Konto verlassen',
  },
  close: {
    question: 'Dieses Gemeinschaftskonto schließen?',
    note: 'Es kann nicht wieder geöffnet werden. Die Mitglieder können die Umsätze weiter lesen.',
    confirm: 'Konto schließen',
    done: 'Das Gemeinschaftskonto ist geschlossen',
  },
  members: {
    title: (account: string): string => `Mitglieder von „${account}“`,
    invited: 'Eingeladen',
    until: (at: Markup): Markup => md`bis ${at}`,
    fromJoining: 'liest ab dem Beitritt',
  },
  moved,
  notice,
  approvals,
  pots: sharedPots,
  buttons: {
    open: 'Gemeinschaftskonto eröffnen',
    invite: 'Einladen',
    role: 'Rolle ändern',
    remove: 'Entfernen',
    leave: 'Verlassen',
    members: 'Mitglieder',
    accept: 'Annehmen',
    decline: 'Ablehnen',
  },
};
