/** Standing orders: commands, fields, and why an entry was refused. */
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const orderCommands = {
  'schedule create': {
    description: 'Zahl regelmäßig an ein Konto: jeden Monat, alle zwei Wochen, …',
    title: 'Neuer Dauerauftrag',
  },
  'schedule list': { description: 'Sieh deine Daueraufträge' },
  'schedule preview': {
    description: 'Sieh die nächsten Zahlungen und ob dein Geld reicht',
    title: 'Nächste Zahlungen',
  },
  'schedule pause': { description: 'Halte einen Dauerauftrag an', title: 'Dauerauftrag anhalten' },
  'schedule resume': {
    description: 'Setz einen angehaltenen Dauerauftrag fort',
    title: 'Dauerauftrag fortsetzen',
  },
  'schedule skip': {
    description: 'Lass die nächste Zahlung eines Dauerauftrags aus',
    title: 'Nächste Zahlung auslassen',
  },
  'schedule cancel': {
    description: 'Beende einen Dauerauftrag',
    title: 'Dauerauftrag beenden',
  },
  'staff order list': {
    description: 'Sieh die Daueraufträge eines Kunden',
    title: 'Daueraufträge eines Kunden',
  },
  'staff order pause': {
    description: 'Halte einen Dauerauftrag eines Kunden an',
    title: 'Dauerauftrag anhalten',
  },
  'staff order resume': {
    description: 'Setz einen Dauerauftrag eines Kunden fort',
    title: 'Dauerauftrag fortsetzen',
  },
  'staff order cancel': {
    description: 'Beende einen Dauerauftrag eines Kunden',
    title: 'Dauerauftrag beenden',
  },
} satisfies Record<string, CommandText>;

export const orderFields = {
  orderAmount: {
    label: 'Betrag',
    hint: '12,50 oder > 500 für alles über 500',
    example: '12,50',
  },
  every: { label: 'Alle', hint: 'Monat, 2 Wochen, 10 Tage', example: 'Monat' },
  firstDate: {
    label: 'Erste Zahlung',
    hint: 'JJJJ-MM-TT. Leer: der nächste mögliche Tag',
    example: '2027-01-31',
  },
  monthDay: { label: 'Tag im Monat', hint: '1 bis 31 oder letzter', example: 'letzter' },
  until: {
    label: 'Bis',
    hint: 'Das letzte Datum oder die Zahl der Zahlungen',
    example: '2027-12-31 oder 12',
  },
  payTime: { label: 'Uhrzeit', hint: 'HH:MM. Leer: 09:00', example: '09:00' },
  orderNumber: { label: 'Nummer des Auftrags', hint: '/schedule list zeigt sie', example: '1' },
} satisfies Record<string, FieldText>;

export const orderOptions = {
  orderAmount: 'betrag',
  every: 'alle',
  firstDate: 'erste',
  monthDay: 'tag',
  until: 'bis',
  payTime: 'uhrzeit',
  orderNumber: 'auftrag',
};

/** What people write in fields of orders, in lower case. */
export const orderWriting = {
  units: {
    DAY: ['tag', 'tage', 'tagen', 'täglich'],
    WEEK: ['woche', 'wochen', 'wöchentlich'],
    MONTH: ['monat', 'monate', 'monaten', 'monatlich'],
    YEAR: ['jahr', 'jahre', 'jahren', 'jährlich'],
  },
  last: ['letzter', 'letzten', 'der letzte', 'letzter tag'],
  above: ['alles über', 'alles ueber', 'über'],
};

export const orderReasons = {
  every: (most: number): string =>
    `Schreib, wie oft gezahlt wird: Monat, 2 Wochen oder 10 Tage. Höchstens alle ${most}.`,
  monthDay: 'Schreib einen Tag von 1 bis 31 oder „letzter“.',
  monthDayUnused: 'Einen Tag im Monat gibt es nur bei Monaten. Lass ihn leer oder zahl monatlich.',
  until: (most: number): string =>
    `Schreib das letzte Datum als JJJJ-MM-TT oder die Zahl der Zahlungen von 1 bis ${most}.`,
  untilBeforeFirst: 'Dieses Datum liegt vor der ersten Zahlung.',
  time: 'Schreib die Uhrzeit als HH:MM, zum Beispiel 09:00.',
  orderNumber: 'Schreib die Nummer des Auftrags, zum Beispiel 1. `/schedule list` zeigt sie.',
};
