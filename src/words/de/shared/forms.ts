/** Shared accounts: commands, fields and the names of roles. */
import type { SharedRole } from '../../../bank/model/index.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const sharedCommands = {
  'account share open': {
    description: 'Ein Konto eröffnen, das du mit anderen zusammen nutzt',
    title: 'Gemeinschaftskonto eröffnen',
  },
  'account share invite': {
    description: 'Ein Mitglied zu einem Gemeinschaftskonto einladen',
    title: 'Zum Gemeinschaftskonto einladen',
  },
  'account share invitations': {
    description: 'Einladungen zu Gemeinschaftskonten annehmen oder ablehnen',
  },
  'account share members': {
    description: 'Sehen, wer ein Gemeinschaftskonto in welcher Rolle nutzt',
    title: 'Mitglieder eines Gemeinschaftskontos',
  },
  'account share role': {
    description: 'Ändern, was ein Mitglied mit einem Gemeinschaftskonto tun darf',
    title: 'Rolle ändern',
  },
  'account share remove': {
    description: 'Ein Mitglied oder eine Einladung aus einem Gemeinschaftskonto entfernen',
    title: 'Aus dem Gemeinschaftskonto entfernen',
  },
  'account share leave': {
    description: 'Ein Gemeinschaftskonto verlassen',
    title: 'Gemeinschaftskonto verlassen',
  },
  'account share close': {
    description: 'Ein leeres Gemeinschaftskonto schließen',
    title: 'Gemeinschaftskonto schließen',
  },
  'account share rule': {
    description: 'Festlegen, ab welchem Betrag Zahlungen eine Freigabe brauchen',
    title: 'Freigaben festlegen',
  },
  'account share approvals': {
    description: 'Freigeben, ablehnen oder zurücknehmen, was in Gemeinschaftskonten wartet',
  },
} satisfies Record<string, CommandText>;

export const sharedRoleNames: Record<SharedRole, string> = {
  VIEWER: 'Leser',
  DEPOSITOR: 'Einzahler',
  SPENDER: 'Zahler',
  MANAGER: 'Verwalter',
};

export const sharedFields = {
  sharedAccount: {
    label: 'Gemeinschaftskonto',
    hint: 'Name oder Nummer. Leer: dein einziges',
  },
  potOf: {
    label: 'Gemeinschaftskonto',
    hint: 'Name oder Nummer. Leer: Der Spartopf gehört dir allein',
  },
  sharedName: {
    label: 'Name',
    hint: 'Bis zu 32 Buchstaben und Ziffern. Alle sehen ihn, die zahlen oder Geld erhalten.',
    example: 'Schachverein',
  },
  sharedMember: { label: 'Mitglied' },
  sharedRole: {
    label: 'Rolle',
    choices: {
      VIEWER: { label: sharedRoleNames.VIEWER, hint: 'Sieht Kontostand und Umsätze' },
      DEPOSITOR: { label: sharedRoleNames.DEPOSITOR, hint: 'Zahlt auch Geld ein' },
      SPENDER: {
        label: sharedRoleNames.SPENDER,
        hint: 'Bezahlt auch, bis zu einem Betrag im Monat',
      },
      MANAGER: { label: sharedRoleNames.MANAGER, hint: 'Darf alles und bestimmt, wer was darf' },
    },
  },
  allowance: {
    label: 'Höchstbetrag im Monat',
    name: 'Höchstbetrag',
    hint: 'Nur für Zahler',
    example: '50',
  },
  sharedReads: {
    label: 'Umsätze',
    hint: 'Leer: ab dem Beitritt',
    choices: {
      joining: { label: 'Ab dem Beitritt' },
      all: { label: 'Alle' },
    },
  },
  ruleAbove: {
    label: 'Über',
    hint: 'Zahlungen über diesem Betrag warten. Leer: keine wartet',
    example: '100',
  },
  ruleNeeded: {
    label: 'Freigaben',
    hint: 'Wie viele andere Verwalter zustimmen müssen. Leer: einer',
    example: '2',
    refusal: 'Gib eine ganze Zahl von 1 bis 24 ein.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const sharedOptions = {
  sharedAccount: 'konto',
  potOf: 'gemeinschaftskonto',
  sharedName: 'name',
  sharedMember: 'mitglied',
  sharedRole: 'rolle',
  allowance: 'höchstbetrag',
  sharedReads: 'umsätze',
  ruleAbove: 'über',
  ruleNeeded: 'freigaben',
};
