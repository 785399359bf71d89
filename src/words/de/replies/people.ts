/** Registration, login, logout, export and erasure. */
import { joined, type Markup, md } from '../../text/markup.ts';
import { recoveryCodesLead } from '../common/shared.ts';
import { formatDay } from '../../text/date.ts';

export const people = {
  /** Shown instead of a customer who has erased their data. */
  formerCustomer: 'ein früherer Kunde',
  born: (date: string, age: number): string => `${formatDay(date)} (${age} Jahre)`,
  sessionEnds: (pay: Markup, read: Markup): Markup =>
    joined([
      md`Zahlen kannst du bis ${pay}, mit jeder Nutzung länger. Danach bestätigst du, dass du es bist.`,
      md`Deine Konten siehst du hier bis ${read}.`,
    ]),
  register: {
    title: 'Fast geschafft',
    next: 'Wähl jetzt ein Passwort für diese Bank. Bis dahin wird nichts gespeichert.',
  },
  welcome: {
    title: 'Dein Konto ist eröffnet',
    greeting: (bankName: string, person: { fullName: string; age: number }): Markup =>
      md`Willkommen bei ${bankName}, ${person.fullName} (${`${person.age}`} Jahre).`,
    movedIn: (amount: string): Markup =>
      md`**${amount}** haben auf dich gewartet: dein Guthaben beim früheren Bot der Bank. Es ist auf deinem Konto.`,
    recoveryCodesLead,
    next: 'Als Nächstes: Zahl mit `/deposit` Geld ein, oder sieh dir mit `/help` alle Befehle an.',
  },
  login: {
    title: 'Angemeldet',
    next: 'Dein Guthaben siehst du mit `/balance`. Alle früheren Anmeldungen sind beendet.',
  },
  logout: {
    title: 'Abgemeldet',
    next: 'Du bist überall abgemeldet. Mit `/login` meldest du dich wieder an.',
  },
  exported: {
    title: 'Deine Daten',
    content: 'Alle Daten, die die Bank über dich hat, und die Umsätze deines Kontos als Tabelle.',
    note: 'Nur du siehst diese Nachricht. Bewahre die Dateien sicher auf: Sie enthalten deine Daten.',
  },
  erase: {
    question: 'Deine Daten löschen?',
    whatGoes:
      'Dein Konto wird geschlossen, und Name, E-Mail, Telefon, Geburtsdatum, Passwort und Codes ' +
      'werden gelöscht. **Das lässt sich nicht rückgängig machen.**',
    whatStays:
      'Deine Zahlungen bleiben ohne deinen Namen in den Büchern. Im Protokoll bleibt mit deiner ' +
      'Discord-ID, was du getan hast.',
    /** Completes "Du bist dabei, ...". */
    intent: 'dein Konto endgültig zu schließen und deine persönlichen Daten zu löschen',
    done: 'Deine Daten sind gelöscht',
    next: 'Dein Konto ist geschlossen. Du kannst jederzeit mit `/register` ein neues eröffnen.',
  },
};
