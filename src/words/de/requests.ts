/** Requests for money: commands, fields, options and refusals. */
import type { ErrorData, Money } from '../../bank/model/index.ts';
import { formatAmount } from '../text/amount.ts';
import type { CommandText, FieldText } from '../text/shapes.ts';

export const requestCommands = {
  'request block': {
    description: 'Wählen, von wem du keine Anfragen annimmst',
    title: 'Keine Anfragen annehmen',
  },
  'request cancel': {
    description: 'Eine eigene Anfrage zurückziehen',
    title: 'Anfrage zurückziehen',
  },
  'request create': {
    description: 'Eine oder mehrere Personen um Geld bitten',
    title: 'Geld anfragen',
  },
  'request export': {
    description: 'Als Tabelle herunterladen, wer eine Anfrage bezahlt hat',
    title: 'Anfrage exportieren',
  },
  'request list': { description: 'Sehen, was du bezahlen sollst und was du angefragt hast' },
  'request remind': {
    description: 'Alle erinnern, die eine Anfrage nicht bezahlt haben',
    title: 'Erinnerung senden',
  },
  'request show': { description: 'Sehen, wer eine Anfrage bezahlt hat', title: 'Anfrage ansehen' },
  'staff request list': {
    description: 'Sieh die Geldanfragen, die ein Kunde bekommen und gestellt hat',
    title: 'Anfragen eines Kunden',
  },
  'staff request show': {
    description: 'Sieh, wer die Anfrage eines Kunden bezahlt hat',
    title: 'Anfrage eines Kunden',
  },
  'staff request cancel': {
    description: 'Zieh die Anfrage eines Kunden mit Begründung zurück',
    title: 'Anfrage eines Kunden zurückziehen',
  },
} satisfies Record<string, CommandText>;

export const requestFields = {
  askMembers: { label: 'Von', hint: 'Ein Mitglied oder mehrere' },
  askRole: { label: 'Oder von allen mit einer Rolle', hint: 'Höchstens 100 Personen' },
  askAccount: {
    label: 'Oder von einem Konto',
    hint: 'Kontonummer, Kurzname oder eine Person, der du gezahlt hast',
  },
  askEach: { label: 'Betrag je Person', hint: '12, 12,50', example: '12,50' },
  askTotal: { label: 'Oder insgesamt', hint: 'Wird gleich aufgeteilt', example: '100' },
  dueDate: { label: 'Fällig am', hint: 'JJJJ-MM-TT', example: '2026-01-31' },
  expires: {
    label: 'Läuft ab',
    hint: 'Nach so vielen Tagen (höchstens 90) oder an einem Tag',
    example: '10',
  },
  request: {
    label: 'Anfrage',
    hint: 'Ihre Referenz, aus /request list',
    example: '01AB-23CD-45EF-GHJ',
  },
  blockMember: { label: 'Mitglied', hint: 'Kann dich dann um nichts mehr bitten' },
  customerRequest: {
    label: 'Anfrage',
    hint: 'Ihre Referenz, aus /staff request list',
    example: '01AB-23CD-45EF-GHJ',
  },
} satisfies Record<string, FieldText>;

export const requestOptions = {
  askMembers: 'mitglied',
  askRole: 'rolle',
  askAccount: 'konto',
  askEach: 'betrag',
  askTotal: 'insgesamt',
  dueDate: 'fällig',
  expires: 'ablauf',
  request: 'anfrage',
  blockMember: 'mitglied',
  customerRequest: 'anfrage',
};

type RequestCode =
  | `REQUEST_${'SELF' | 'PAYERS' | 'UNWANTED' | 'SPLIT' | 'TIME' | 'CHANGED' | 'UNKNOWN'}`
  | `REQUEST_${'ENDED' | 'EXCEEDED'}`
  | 'REQUEST_REFERENCE_UNKNOWN'
  | 'REQUESTS_OPEN'
  | 'REMINDERS_USED'
  | 'BLOCKS_TOO_MANY'
  | 'ROLE_UNREADABLE';
export type RequestSentences = {
  readonly [C in RequestCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const time: Record<ErrorData['REQUEST_TIME']['fault'], string> = {
  DUE_PAST: 'Der Fälligkeitstag liegt in der Vergangenheit.',
  DUE_LATE: 'Der Fälligkeitstag ist mehr als 90 Tage entfernt.',
  EXPIRY_PAST: 'Die Anfrage wäre schon abgelaufen.',
  EXPIRY_LATE: 'Eine Anfrage ist höchstens 90 Tage offen.',
  EXPIRY_BEFORE_DUE: 'Die Anfrage würde vor ihrer Fälligkeit ablaufen.',
};
const ended: Record<ErrorData['REQUEST_ENDED']['state'], string> = {
  PAID: 'Diese Anfrage ist schon bezahlt.',
  DECLINED: 'Diese Anfrage wurde abgelehnt.',
  CANCELLED: 'Diese Anfrage wurde zurückgezogen.',
  EXPIRED: 'Diese Anfrage ist abgelaufen.',
};
const unreadable: Record<ErrorData['ROLE_UNREADABLE']['why'], string> = {
  INTENT:
    'Discord lässt diese Bank nicht lesen, wer eine Rolle hat. Die Betreiber des Bots müssen für ihn ' +
    '„Server Members Intent“ im Developer Portal von Discord einschalten.',
  SERVER: 'Rollen gibt es nur auf Servern, und das hier ist eine Direktnachricht.',
  SIZE: 'Dieser Server hat zu viele Mitglieder, um sie durchzusehen.',
  LATE: 'Discord hat nicht rechtzeitig geantwortet.',
};

export const requestSentences: RequestSentences = {
  REQUEST_SELF: (_, nothing) => `Das bist du selbst. ${nothing} Wähl eine andere Person.`,
  REQUEST_PAYERS: ({ max }, nothing) =>
    `Eine Anfrage geht an 1 bis ${max} Personen, die hier ein Konto haben. ${nothing} Wähl andere.`,
  REQUEST_UNWANTED: (_, nothing) =>
    `Diese Person nimmt keine Geldanfragen an. ${nothing} Frag sie auf anderem Weg.`,
  REQUESTS_OPEN: ({ whose, max }, nothing) =>
    whose === 'OWN'
      ? `Du hast schon ${max} offene Anfragen. ${nothing} Zieh eine zurück oder warte, bis eine bezahlt ist.`
      : `Diese Person hat schon ${max} offene Anfragen. ${nothing} Versuch es später wieder.`,
  REQUEST_SPLIT: ({ people }, nothing) =>
    `Auf ${people} Personen verteilt ist das weniger als der kleinste Betrag. ` +
    `${nothing} Gib einen größeren Gesamtbetrag ein.`,
  REQUEST_TIME: ({ fault }, nothing) => `${time[fault]} ${nothing} Wähl einen anderen Tag.`,
  REQUEST_CHANGED: (_, nothing) =>
    `Jemand auf dieser Karte kann nicht mehr gefragt werden. ${nothing} Fang neu an, um eine neue Karte zu sehen.`,
  REQUEST_UNKNOWN: (_, nothing) =>
    `So eine Anfrage gibt es für dich nicht. ${nothing} Sieh unter \`/request list\` nach.`,
  REQUEST_REFERENCE_UNKNOWN: (_, nothing) =>
    `Keine Anfrage hat diese Referenz. ${nothing} Sieh unter \`/staff request list\` nach.`,
  REQUEST_ENDED: ({ state }, nothing) => `${ended[state]} ${nothing}`,
  REQUEST_EXCEEDED: ({ left }, nothing) =>
    `Von dieser Anfrage sind nur noch ${sum(left)} offen. ${nothing} Gib so viel oder weniger ein.`,
  REMINDERS_USED: ({ max }, nothing) =>
    `Alle ${max} Erinnerungen zu dieser Anfrage sind verschickt. ${nothing}`,
  BLOCKS_TOO_MANY: ({ max }, nothing) =>
    `Du hast schon ${max} Personen gewählt. ${nothing} Nimm zuerst von einer wieder Anfragen an.`,
  ROLE_UNREADABLE: ({ why }, nothing) =>
    `${unreadable[why]} ${nothing} Du kannst die Mitglieder stattdessen einzeln wählen.`,
};
