/** The answer of `/help`, and the card in a server that the bot has joined. */
import { limitTopics } from './common/limits.ts';
import { potTopics } from './common/pots.ts';
import { sharedTopics } from './shared/index.ts';
import { md, written } from '../text/markup.ts';

export const help = {
  choose: 'Thema wählen',
  topics: {
    start: 'Erste Schritte',
    money: 'Geld',
    payees: 'Bekannten Geld senden',
    schedule: 'Daueraufträge',
    orders: 'Daueraufträge ändern',
    accounts: 'Deine Konten',
    ...potTopics,
    ...limitTopics,
    ...sharedTopics,
    records: 'Kontoauszüge und Nachweise',
    requests: 'Geld anfragen',
    tables: 'Anfragen: mehr',
    account: 'Dein Konto',
    notices: 'Benachrichtigungen',
    security: 'Sicherheit',
    privacy: 'Deine Daten',
    customers: 'Personal: Kunden',
    counter: 'Personal: Geld',
    terms: 'Personal: Gebühren und Zinsen',
    desk: 'Personal: Freigaben und Berichte',
    customerOrders: 'Personal: Daueraufträge',
    customerRequests: 'Personal: Geldanfragen',
    roles: 'Personal: Rollen',
  },
  /** For people without an account. */
  firstSteps: [
    written('Eröffne ein Konto. Das sind zwei kurze Formulare.'),
    md`Zahle mit ${written('`/deposit`')} Geld ein.`,
    md`Bezahle mit ${written('`/transfer`')} andere auf diesem Server.`,
  ],
  loggedOut: 'Melde dich an, um deinen Kontostand zu sehen und Geld zu senden.',
  /** Sentences instead of commands. */
  write: 'Du kannst auch einfach schreiben: „Schick Ben 5 für Pizza“.',
  amounts: 'Beträge: `12`, `12,50`, `1,5k`, `halb`, `alles`.',
  staffServer: 'Die Befehle für das Personal gibt es auf dem Server des Personals.',
  private: 'Die Antworten der Bank siehst nur du.',
  arrival: {
    title: (bankName: string): string => `${bankName} ist da`,
    sentence:
      'Eröffne ein Konto und bezahle andere auf diesem Server. Was dir die Bank antwortet, siehst ' +
      'nur du.',
    howItWorks: 'So funktioniert es',
  },
};
