/** Answers to sentences in direct messages, mentions and `/ask`. */
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');
const payments = (count: number): string =>
  plural(count, { one: `${count} Zahlung`, other: `${count} Zahlungen` });

/** First and last day; null where the period is open. */
interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const during = ({ from, to }: Period): Markup => {
  if (from !== null && from === to) return md`am ${from}`;
  if (from !== null && to !== null) return md`vom ${from} bis ${to}`;
  if (from !== null) return md`seit ${from}`;
  return to === null ? written('bisher') : md`bis ${to}`;
};

export const talk = {
  /** In a channel that others read. */
  inPrivate: {
    sentence: 'Das beantworte ich dort, wo nur du es siehst.',
    button: 'Privat weiter',
    tooLong: 'Bitte frag mich in einem kurzen Satz.',
  },
  notUnderstood: {
    quoted: (text: string): string => `„${text}“`,
    title: 'Das habe ich nicht verstanden',
    lead: 'Du kannst zum Beispiel schreiben:',
    examples: [
      'Wie viel Geld habe ich?',
      'Schick Ben 5 für Pizza',
      'Was habe ich im März ausgegeben?',
    ],
  },
  help: 'Hilfe',
  fillIn: 'Rest ausfüllen',
  openForm: { lead: 'Dafür gibt es ein Formular.' },
  missing: {
    lead: 'Es fehlen noch Angaben.',
    member: 'An',
  },
  who: {
    title: 'Wen meinst du?',
    lead: (name: string): Markup => md`Mehrere Leute heißen ${name}.`,
    other: 'Jemand anderes',
  },
  unknownPayee: {
    title: (name: string): Markup => md`${name} kenne ich nicht`,
    sentence:
      'Gib die Kontonummer an, erwähne die Person mit @ oder wähle sie im Formular aus. Der Rest ' +
      'ist schon ausgefüllt.',
  },
  unclear: {
    title: 'Eine Angabe ist nicht eindeutig',
    amount: 'Ich bin nicht sicher, welchen Betrag du meinst. Schreib ihn so: 1250 oder 12,50.',
    payee: 'Ich bin nicht sicher, wer das Geld bekommen soll. Nenne eine Person.',
    payer:
      'Wer soll zahlen? Wähle eine Person, mehrere oder eine Rolle des Servers. Die Bank fragt für dich an.',
    date: 'Ich bin nicht sicher, welchen Tag du meinst. Schreib ihn so: 2026-03-31.',
    paymentDate:
      'Eine Zahlung geht sofort hinaus. Du kannst sie jetzt senden oder mir an dem Tag noch einmal schreiben.',
  },
  already: {
    registered: { title: 'Du hast ein Konto', sentence: 'Melde dich an, um es zu benutzen.' },
    loggedIn: { title: 'Du bist angemeldet', sentence: 'Du kannst dein Konto jetzt benutzen.' },
  },
  sums: {
    title: 'Deine Zahlungen',
    out: (sum: string, count: number, period: Period): Markup =>
      md`Du hast ${during(period)} **${sum}** gesendet (${payments(count)}).`,
    in: (sum: string, count: number, period: Period): Markup =>
      md`Du hast ${during(period)} **${sum}** erhalten (${payments(count)}).`,
    /** Payments with one person. */
    with: (party: Markup): Markup => md`Mit ${party}:`,
    none: (period: Period): Markup => md`Solche Zahlungen gibt es ${during(period)} nicht.`,
    newest: 'Die neuesten:',
  },
};
