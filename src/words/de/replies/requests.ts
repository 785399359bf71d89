/** Cards of requests for money. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');
const people = (count: number): string =>
  plural(count, { one: `${count} Person`, other: `${count} Personen` });

export const requests = {
  labels: {
    from: 'Von',
    into: 'Auf',
    asker: 'Angefragt von',
    each: 'Je Person',
    total: 'Insgesamt',
    paid: 'Bezahlt',
    left: 'Noch offen',
    due: 'Fällig',
    expires: 'Läuft ab',
    reminders: 'Erinnerungen',
  },
  buttons: {
    pay: 'Bezahlen',
    decline: 'Ablehnen',
    notNow: 'Nicht jetzt',
    remind: 'Erinnern',
    cancel: 'Anfrage zurückziehen',
    export: 'Als CSV herunterladen',
    refresh: 'Aktualisieren',
    table: 'Wer hat bezahlt',
    list: 'Meine Anfragen',
    ask: 'Geld anfragen',
    block: 'Keine Anfragen mehr',
    unblock: 'Anfragen wieder erlauben',
    invite: 'Zum Konto einladen',
  },
  states: {
    OPEN: 'offen',
    PART_PAID: 'teils bezahlt',
    PAID: 'bezahlt',
    DECLINED: 'abgelehnt',
    CANCELLED: 'zurückgezogen',
    EXPIRED: 'abgelaufen',
  },
  expiry: {
    past: 'Dieser Tag liegt in der Vergangenheit.',
    unreadable: 'Gib eine Zahl von Tagen oder ein Datum wie 2026-01-31 ein.',
    days: (most: number): string => `Gib 1 bis ${most} Tage ein.`,
  },
  declinedNotice: (sum: string): string => `Deine Anfrage über ${sum} wurde abgelehnt`,
  question: (count: number, total: string): string => `${total} von ${people(count)} anfragen?`,
  more: (count: number): string => `und ${people(count)} mehr`,
  firstWithMore: (count: number, more: string, less: string): string =>
    'Der Betrag lässt sich nicht gleich aufteilen: Die Ersten ' +
    `(${people(count)}) zahlen ${more}, die anderen ${less}.`,
  unasked: {
    SELF: 'Du selbst wirst nicht gefragt.',
    NO_ACCOUNT: (who: Markup): Markup => md`Ohne Konto hier, nicht gefragt: ${who}`,
    UNWANTED: (who: Markup): Markup => md`Nehmen keine Anfragen an, nicht gefragt: ${who}`,
    FULL: (who: Markup): Markup => md`Haben zu viele offene Anfragen, nicht gefragt: ${who}`,
  },
  made: (count: number, total: string): string => `${total} von ${people(count)} angefragt`,
  madeNote: 'Jede Person bekommt eine Direktnachricht. Du siehst jederzeit, wer bezahlt hat.',
  received: {
    title: (sum: string): string => `Du wirst um ${sum} gebeten`,
    reminder: (sum: string): string => `Erinnerung: Du wirst um ${sum} gebeten`,
    note: 'Von deinem Konto geht nichts ab, solange du nicht bezahlst.',
  },
  due: {
    OPEN: (sum: string): string => `Eine Anfrage über ${sum}`,
    PART_PAID: (sum: string): string => `Eine Anfrage über ${sum}, teils bezahlt`,
    PAID: (sum: string): string => `Eine Anfrage über ${sum}, bezahlt`,
    DECLINED: (sum: string): string => `Eine Anfrage über ${sum}, abgelehnt`,
    CANCELLED: (sum: string): string => `Eine Anfrage über ${sum}, zurückgezogen`,
    EXPIRED: (sum: string): string => `Eine Anfrage über ${sum}, abgelaufen`,
  },
  pays: (asker: Markup): Markup => md`Damit bezahlst du eine Anfrage von ${asker}.`,
  later: {
    title: 'Nichts bezahlt',
    sentence: (until: Markup): Markup => md`Die Anfrage bleibt offen bis ${until}.`,
  },
  declined: {
    title: 'Anfrage abgelehnt',
    sentence: 'Es wurde kein Geld bewegt. Wer gefragt hat, bekommt eine Nachricht.',
  },
  table: {
    title: (reference: string): string => `Anfrage ${reference}`,
    progress: (paid: number, all: number, received: string, asked: string): Markup =>
      md`**${String(paid)} von ${people(all)} ${paid === 1 ? 'hat' : 'haben'} bezahlt**, ${received} von ${asked}.`,
    picture: 'Wie viele bezahlt haben und wie viel',
    page: (number: number, of: number): string => `Seite ${number} von ${of}`,
    remindersLeft: (sent: number, most: number): string => `${sent} von ${most} verschickt`,
  },
  list: {
    title: 'Anfragen',
    toPay: 'Zu bezahlen',
    nothingToPay: 'Du hast keine Anfragen zu bezahlen.',
    made: 'Von dir angefragt',
    nothingMade: 'Du hast noch kein Geld angefragt.',
    progress: (paid: number, all: number): string => `${paid} von ${all} bezahlt`,
    choose: 'Anfrage wählen',
  },
  remind: {
    question: (count: number): string => `${people(count)} erinnern?`,
    which: (number: number, most: number): string =>
      `Das ist Erinnerung ${number} von ${most}. Nur wer noch nicht bezahlt hat, bekommt sie.`,
    done: (count: number): string => `${people(count)} erinnert`,
    before: 'Diese Erinnerung ist schon verschickt',
    beforeNote: 'Es wird keine zweite Nachricht verschickt.',
  },
  cancel: {
    question: 'Diese Anfrage zurückziehen?',
    sentence: (count: number): string =>
      plural(count, {
        one: `${count} Person kann sie dann nicht mehr bezahlen und bekommt eine Nachricht.`,
        other: `${count} Personen können sie dann nicht mehr bezahlen und bekommen eine Nachricht.`,
      }),
    stays: 'Was bezahlt wurde, bleibt auf deinem Konto.',
    done: 'Anfrage zurückgezogen',
    before: 'Es war nichts mehr offen',
  },
  exported: { title: 'Exportiert', sentence: 'Wer gefragt wurde und bezahlt hat, als CSV.' },
  block: {
    done: 'Anfragen werden nicht mehr angenommen',
    undone: 'Anfragen werden wieder angenommen',
    sentence: (who: Markup): Markup => md`Ab jetzt bekommst du keine Anfragen von ${who}.`,
    undoneSentence: (who: Markup): Markup => md`${who} kann dich wieder um Geld bitten.`,
    note: 'Anfragen, die du schon hast, bleiben offen; du kannst sie ablehnen.',
    list: 'Von ihnen nimmst du keine Anfragen an',
    none: 'Du nimmst von allen Anfragen an.',
    choose: 'Wieder Anfragen annehmen von',
    button: 'Person wählen',
  },
  invitation: {
    title: (bankName: string): string => `Ein Konto bei ${bankName}?`,
    sentence: (who: Markup): Markup =>
      md`${who}, jemand auf diesem Server möchte etwas mit euch abrechnen. Ein Konto ist in zwei Minuten eröffnet.`,
    sent: { title: 'Wir haben sie eingeladen', sentence: 'Es wurde kein Geld bewegt.' },
    unsent: {
      title: 'Keine Einladung verschickt',
      sentence: 'Discord hat die Nachricht nicht angenommen.',
    },
    nobody: { title: 'Alle haben ein Konto', sentence: 'Es wurde nichts verschickt.' },
  },
  staff: {
    title: 'Anfragen eines Kunden',
    got: 'Von anderen angefragt',
    nothingGot: 'Niemand hat diesen Kunden um Geld gebeten.',
    made: 'Bei anderen angefragt',
    nothingMade: 'Dieser Kunde hat niemanden um Geld gebeten.',
    newest:
      'Gezeigt werden die neuesten. ' +
      'Diese Ansicht wird festgehalten, und der Kunde kann sehen, dass du nachgesehen hast.',
    open: (count: number): string => `${count} offen`,
    cancelled: (count: number): string =>
      `Zurückgezogen für ${people(count)}. Es wurde kein Geld bewegt. ` +
      'Der Kunde und die Zahler bekommen eine Nachricht.',
  },
  /** To a payer, after the asker or staff have cancelled the request. */
  withdrawn: {
    title: (sum: string): string => `Die Anfrage über ${sum} wurde zurückgezogen`,
    byAsker:
      'Wer gefragt hat, hat sie zurückgezogen; du musst nichts mehr bezahlen. Es wurde kein Geld bewegt.',
    byStaff:
      'Mitarbeiter der Bank haben sie zurückgezogen; du musst nichts mehr bezahlen. Es wurde kein Geld bewegt.',
    paidStays: 'Was du schon bezahlt hattest, bleibt bezahlt.',
  },
  /** To the asker, after staff have cancelled the request. */
  byStaff: {
    title: (sum: string): string => `Deine Anfrage über ${sum} wurde zurückgezogen`,
    sentence:
      'Mitarbeiter der Bank haben zurückgezogen, was noch offen war. Es wurde kein Geld bewegt.',
  },
};
