/**
 * Descriptions and form titles of each command, by its path. Every file below `commands/` has a row
 * here. Descriptions end without a full stop.
 */
import type { CommandText } from '../text/shapes.ts';
import { accountCommands } from './common/own-accounts.ts';
import { feeCommands } from './common/fees.ts';
import { interestCommands } from './common/interest.ts';
import { limitCommands } from './common/limits.ts';
import { potCommands } from './common/pots.ts';
import { sharedCommands } from './shared/index.ts';
import { orderCommands } from './orders/forms.ts';
import { requestCommands } from './requests.ts';
import { setupCommands } from './common/setup.ts';

const customers = {
  'account access-log': {
    description: 'Zeig, welche Mitarbeiter dein Konto angesehen oder geändert haben',
  },
  ask: { description: 'Frag die Bank in deinen eigenen Worten', title: 'Frag die Bank' },
  balance: { description: 'Zeig dein Guthaben', title: 'Guthaben zu einem Zeitpunkt' },
  deposit: { description: 'Zahl Geld auf dein Konto ein', title: 'Geld einzahlen' },
  'forgot-password': {
    description: 'Setz dein Passwort zurück',
    title: 'Konto finden',
    second: { button: 'Code eingeben', title: 'Neues Passwort' },
  },
  help: { description: 'Zeig, welche Befehle du nutzen kannst' },
  history: { description: 'Zeig deine Umsätze', title: 'Umsätze filtern' },
  inbox: { description: 'Lies alle Meldungen der Bank' },
  language: {
    description: 'Wähl die Sprache, in der dir die Bank schreibt',
    title: 'Deine Sprache',
  },
  lock: { description: 'Sperr dein Konto, damit kein Geld abgehen kann' },
  login: { description: 'Melde dich bei deinem Konto an', title: 'Anmelden' },
  logout: { description: 'Melde dich ab' },
  pay: { description: 'Sende Geld an ein Mitglied', title: 'Geld senden' },
  'payee add': {
    description: 'Speichere ein Konto, an das du zahlst, unter einem Kurznamen',
    title: 'Empfänger speichern',
  },
  'payee list': { description: 'Sieh die Konten, die du gespeichert hast' },
  'payee remove': {
    description: 'Entferne einen gespeicherten Empfänger',
    title: 'Empfänger entfernen',
  },
  'payee rename': {
    description: 'Ändere den Kurznamen eines gespeicherten Empfängers',
    title: 'Empfänger umbenennen',
  },
  notices: {
    description: 'Wähle, wie und wann dich die Bank benachrichtigt',
    title: 'Wie du benachrichtigt wirst',
  },
  'privacy erase': {
    description: 'Schließ dein Konto endgültig und lösch deine persönlichen Daten',
    title: 'Daten löschen',
  },
  'privacy export': {
    description: 'Lade die Daten herunter, die die Bank über dich hat',
    title: 'Daten exportieren',
  },
  'profile password': { description: 'Ändere dein Passwort', title: 'Neues Passwort' },
  'profile recovery-codes': {
    description: 'Hol dir neue Wiederherstellungscodes; die alten gelten dann nicht mehr',
    title: 'Neue Wiederherstellungscodes',
  },
  'profile update': {
    description: 'Ändere Name, E-Mail-Adresse oder Telefonnummer',
    title: 'Deine Daten',
    second: { button: 'Code eingeben', title: 'E-Mail bestätigen' },
  },
  'profile view': { description: 'Zeig deine persönlichen Daten' },
  register: {
    description: 'Eröffne ein Konto bei dieser Bank',
    title: 'Deine Daten',
    second: { button: 'Passwort wählen', title: 'Dein Passwort' },
  },
  security: {
    description: 'Authenticator-App einrichten, Wiederherstellungscodes holen oder Konto sperren',
    second: { button: 'Code eingeben', title: 'Code aus deiner App' },
  },
  session: { description: 'Zeig deine aktuelle Anmeldung und die letzten' },
  receipt: { description: 'Hol dir die Quittung einer Zahlung', title: 'Quittung' },
  verify: { description: 'Prüfe, ob eine Quittung echt ist', title: 'Quittung prüfen' },
  'prove balance': {
    description: 'Hol dir den Nachweis, dass dein Guthaben in der veröffentlichten Summe steckt',
  },
  'prove payment': {
    description: 'Hol dir einen Nachweis einer Zahlung, den jeder prüfen kann',
    title: 'Zahlung nachweisen',
  },
  statement: {
    description: 'Lade einen Kontoauszug herunter',
    title: 'Kontoauszug',
  },
  transfer: { description: 'Überweise Geld auf ein anderes Konto', title: 'Geld überweisen' },
  unlock: { description: 'Entsperr dein Konto', title: 'Konto entsperren' },
  withdraw: { description: 'Lass dir Geld von deinem Konto auszahlen', title: 'Geld auszahlen' },
} satisfies Record<string, CommandText>;

const staff = {
  'staff adjust': {
    description:
      'Korrigiere ein Guthaben; große Beträge muss eine zweite Person aus der Leitung freigeben',
    title: 'Guthaben korrigieren',
  },
  'staff approvals list': {
    description: 'Zeig Anfragen, die ein zweiter Mitarbeiter freigeben muss',
  },
  'staff audit': {
    description: 'Lies das Protokoll: wer was wann, an wem und warum getan hat',
    title: 'Protokoll filtern',
  },
  'staff customer find': {
    description: 'Finde einen Kunden nach Kontonummer, Telefon, E-Mail, Name oder Mitglied',
    title: 'Kunden finden',
  },
  'staff customer freeze': {
    description: 'Frier ein Konto ein, damit kein Geld abgehen kann',
    title: 'Konto einfrieren',
  },
  'staff customer relink': {
    description: 'Beantrage, ein Konto mit einem anderen Discord-Nutzer zu verknüpfen',
    title: 'Konto mit anderem Nutzer verknüpfen',
    done: {
      title: 'Konto neu verknüpft',
      sentence: 'Das Konto ist jetzt mit dem neuen Discord-Nutzer verknüpft.',
    },
  },
  'staff customer unfreeze': {
    description: 'Beantrage bei einem zweiten Mitarbeiter, ein Konto freizugeben',
    title: 'Konto freigeben',
    done: {
      title: 'Konto freigegeben',
      sentence: 'Vom Konto kann wieder Geld abgehen.',
    },
  },
  'staff customer unlock': {
    description: 'Heb die Sperre auf, die der Inhaber gesetzt hat',
    title: 'Konto entsperren',
  },
  'staff customer view': {
    description: 'Zeig das Konto eines Kunden',
    title: 'Kunden ansehen',
  },
  'staff deposit': {
    description: 'Zahl Geld auf das Konto eines Kunden ein',
    title: 'Für einen Kunden einzahlen',
  },
  'staff doctor': {
    description: 'Prüf Einstellungen, Datenbank, Geheimnisse, Sicherungen, Mail und Discord',
  },
  'staff report': {
    description: 'Zeig Kunden, Einlagen, Umsätze des Tages und die Saldenbilanz',
  },
  'staff reverse': {
    description:
      'Mach eine Buchung rückgängig; große Beträge muss eine zweite Person aus der Leitung freigeben',
    title: 'Buchung rückgängig machen',
  },
  'staff role grant': {
    description: 'Gib einem Mitglied eine Rolle bei der Bank',
    title: 'Rolle vergeben',
    done: {
      title: 'Rolle vergeben',
      sentence: 'Die Rolle gilt ab sofort. `/help` zeigt die Befehle, die sie erlaubt.',
    },
  },
  'staff role list': { description: 'Zeig die Mitarbeiter der Bank und ihre Rollen' },
  'staff role revoke': {
    description: 'Entzieh einem Mitglied seine Rolle bei der Bank',
    title: 'Rolle entziehen',
  },
  'staff statement': {
    description: 'Lade einen Kontoauszug eines Kunden herunter',
    title: 'Kontoauszug eines Kunden',
  },
  'staff stuck list': {
    description: 'Zeig Bestätigungen und Aufgaben, die nicht abgeschlossen werden konnten',
  },
  'staff withdraw': {
    description: 'Zahl Geld vom Konto eines Kunden aus',
    title: 'Für einen Kunden auszahlen',
  },
} satisfies Record<string, CommandText>;

export const commands = {
  ...customers,
  ...accountCommands,
  ...potCommands,
  ...limitCommands,
  ...sharedCommands,
  ...feeCommands,
  ...interestCommands,
  ...orderCommands,
  ...requestCommands,
  ...setupCommands,
  ...staff,
};
