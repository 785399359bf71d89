/** Die Knöpfe der nächsten Schritte, und was gesagt wird, wenn etwas weitergeht. */
import { limitSteps } from '../common/limits.ts';
import { potSteps } from '../common/pots.ts';
import { sharedSteps } from '../shared/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';

export const next = {
  open: {
    balance: 'Kontostand',
    accounts: 'Deine Konten',
    ...potSteps,
    ...limitSteps,
    ...sharedSteps,
    mainAccount: 'Hauptkonto wählen',
    deposit: 'Einzahlen',
    history: 'Verlauf',
    payees: 'Deine Empfänger',
    orders: 'Daueraufträge',
    newOrder: 'Neuer Dauerauftrag',
    send: 'Geld senden',
    withdraw: 'Auszahlen',
    requests: 'Anfragen',
    blocks: 'Gewählte Personen',
    help: 'Was du tun kannst',
    logins: 'Deine Anmeldungen',
    unlock: 'Entsperren',
    newPassword: 'Passwort vergessen',
    profile: 'Deine Daten',
    changeDetails: 'Daten ändern',
    security: 'Sicherheit',
    findCustomer: 'Kunden finden',
    viewCustomer: 'Kunden ansehen',
    customerRequests: 'Anfragen des Kunden',
    freeze: 'Konto einfrieren',
    adjust: 'Guthaben korrigieren',
    approvals: 'Offene Anfragen',
    stuck: 'Hängende Anfragen',
    roles: 'Mitarbeiter',
  },
  goOn: 'Weiter',
  check: 'Jetzt prüfen',
  invite: 'Bitten, ein Konto zu eröffnen',
  staff: 'Mitarbeiter fragen',
  amount: (isTransfer: boolean, sum: string): string =>
    isTransfer ? `${sum} senden` : `${sum} auszahlen`,
  depositSum: (sum: string): string => `${sum} einzahlen`,
  depositFirst: 'Zahl den Rest hier ein, dann geht die Zahlung weiter.',
  resumeExpired:
    'Deine Eingaben sind zu alt, um von selbst weiterzugehen. Prüfe sie, bevor du weitermachst.',
  invitation: {
    title: (bankName: string): string => `Ein Konto bei ${bankName}?`,
    sentence: (member: Markup): Markup =>
      joined(
        [
          md`${member}, ein Mitglied dieses Servers möchte dir Geld senden.`,
          written('Ein Konto ist in zwei Minuten eröffnet.'),
        ],
        ' ',
      ),
    direct: (payer: Markup): Markup =>
      md`${payer} möchte dir Geld senden. Ein Konto ist in zwei Minuten eröffnet.`,
  },
  invited: {
    title: 'Anfrage gesendet',
    sentence: 'Versuche es noch einmal, wenn das Konto eröffnet ist. Es wurde nichts bewegt.',
  },
  reachStaff: {
    title: 'So erreichst du die Mitarbeiter',
    sentence: (bankName: string): string =>
      `Schreib den Leuten, die ${bankName} auf diesem Server betreiben. Nenne ihnen den Code oder die ` +
      'Referenz aus deiner Nachricht und die letzten vier Ziffern deiner Kontonummer. Dein Passwort ' +
      'und deine Codes brauchen sie nie.',
  },
};
