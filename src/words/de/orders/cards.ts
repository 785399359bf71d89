/** Cards and messages about standing orders. */
import type {
  OccurrenceReason,
  OccurrenceState,
  OrderReason,
  OrderState,
  OrderUnit,
} from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import { nothingMoved } from '../common/shared.ts';

const plural = pluralIn('de');

const units: Record<OrderUnit, (count: number) => string> = {
  DAY: (count) => plural(count, { one: 'jeden Tag', other: `alle ${count} Tage` }),
  WEEK: (count) => plural(count, { one: 'jede Woche', other: `alle ${count} Wochen` }),
  MONTH: (count) => plural(count, { one: 'jeden Monat', other: `alle ${count} Monate` }),
};
const states: Record<OrderState, string> = {
  ACTIVE: 'aktiv',
  PAUSED: 'angehalten',
  ENDED: 'abgelaufen',
  CANCELLED: 'beendet',
};
const because: Record<OrderReason, string> = {
  CUSTOMER: 'vom Inhaber',
  STAFF: 'von Mitarbeitern der Bank',
  MISSED: 'nach drei ausgefallenen Zahlungen in Folge',
  PAYEE_CLOSED: 'weil das Konto des Empfängers geschlossen ist',
  ACCOUNT_CLOSED: 'weil das zahlende Konto geschlossen ist',
  ROLE: 'weil der Inhaber vom Konto nicht mehr zahlen darf',
};
const outcomes: Record<OccurrenceState, string> = {
  PAID: 'gezahlt',
  WAITING: 'wird noch einmal versucht',
  ASKED: 'wartet auf die Verwalter',
  MISSED: 'ausgefallen',
  SKIPPED: 'ausgelassen',
};
const reasons: Record<OccurrenceReason, string> = {
  FUNDS: 'Das Geld reichte nicht.',
  LIMIT: 'Ein Limit deines Kontos ließ es nicht zu.',
  PAYEE_FULL: 'Das Konto des Empfängers kann nicht mehr aufnehmen.',
  FROZEN: 'Dein Konto ist eingefroren.',
  LOCKED: 'Dein Konto ist gesperrt.',
  PAYEE_CLOSED: 'Das Konto des Empfängers ist geschlossen.',
  ACCOUNT_CLOSED: 'Dein Konto ist geschlossen.',
  BANK_DOWN: 'Die Bank war nicht erreichbar.',
  CUSTOMER: 'Du hast sie ausgelassen.',
  PAUSED: 'Der Auftrag war angehalten.',
  NOTHING_ABOVE: 'Es war nichts über dem Betrag, der auf dem Konto bleibt.',
  ALLOWANCE: 'Dein Höchstbetrag des Monats reichte nicht.',
  APPROVERS: 'Zu wenige Verwalter des Kontos können sie freigeben.',
  CROWDED: 'Zu viele Zahlungen des Kontos warten auf seine Verwalter.',
  NOT_APPROVED: 'Die Verwalter haben sie nicht freigegeben.',
  ROLE: 'Du darfst von diesem Konto nicht mehr zahlen.',
};

export const orderCards = {
  order: (number: number): string => `Auftrag ${number}`,
  every: (unit: OrderUnit, count: number): string => units[unit](count),
  onDay: (day: number | 'last'): string =>
    day === 'last' ? 'am letzten Tag des Monats' : `am ${day}.`,
  shortMonths: 'In kürzeren Monaten zahlt er am letzten Tag.',
  at: (clock: string, zone: string): string => `um ${clock} Uhr (${zone})`,
  untilDate: (date: string): string => `bis ${date}`,
  untilCount: (count: number): string =>
    plural(count, { one: 'eine Zahlung', other: `${count} Zahlungen` }),
  untilCancelled: 'bis du ihn beendest',
  above: (sum: string): string => `alles über ${sum}`,
  repeats: 'Rhythmus',
  next: 'Nächste Zahlungen',
  retry: 'Nächster Versuch',
  state: (state: OrderState, reason: OrderReason | null): string =>
    reason === null ? states[state] : `${states[state]} ${because[reason]}`,
  outcome: (state: OccurrenceState): string => outcomes[state],
  reason: (reason: OccurrenceReason): string => reasons[reason],
  past: 'Letzte Zahlungen',
  create: {
    question: 'Diesen Dauerauftrag einrichten?',
    /** Completes "You are about to ...". */
    intent: (sum: string, to: Markup): Markup =>
      md`einen Dauerauftrag einzurichten: **${sum}** an ${to}`,
    rules:
      'Jede Zahlung braucht genug Geld und zählt zu deinen Limits ihres Tages. Geht sie nicht, ' +
      'versucht es die Bank nach 6 und 24 Stunden noch einmal. Nach drei ausgefallenen Zahlungen ' +
      'in Folge hält sie den Auftrag an. Du bekommst jedes Mal eine Nachricht.',
    eachWaits: (needed: number): string =>
      'Jede Zahlung braucht die Freigabe ' +
      `${plural(needed, { one: 'eines anderen Verwalters', other: `von ${needed} anderen Verwaltern` })}; ` +
      'gefragt wird, wenn sie fällig ist.',
    aboveAllowance: (allowance: string): string =>
      `Du darfst von diesem Konto ${allowance} im Monat zahlen. Die Zahlungen dieses Auftrags liegen ` +
      'darüber und fallen nach weiteren Versuchen aus, wenn kein Verwalter den Betrag anhebt.',
    ofShared:
      'Deine Rolle, dein Höchstbetrag und die Freigaben des Gemeinschaftskontos werden geprüft, wenn ' +
      'eine Zahlung fällig ist. Der Auftrag endet, wenn du vom Konto nicht mehr zahlen darfst.',
    done: (number: number): string => `Dauerauftrag ${number} ist eingerichtet`,
    nothingYet: 'Es wurde noch kein Geld bewegt.',
  },
  list: {
    title: 'Deine Daueraufträge',
    ofCustomer: 'Daueraufträge des Kunden',
    empty: 'Es gibt keine Daueraufträge.',
    choose: 'Wähl einen Auftrag',
  },
  preview: {
    title: 'Nächste Zahlungen',
    empty: 'Es sind keine Zahlungen geplant.',
    available: (sum: string): string => `Jetzt verfügbar: ${sum}.`,
    enough: 'Wenn sonst nichts ein- oder abgeht, reicht dein Geld für alle.',
    short: (day: string): string => `Am ${day} reicht dein Geld nicht.`,
    shortLine: '⚠️ reicht nicht',
    nothingAbove: 'nichts darüber',
    picture: 'Ein Kalender der nächsten Zahlungen',
  },
  paused: {
    title: (number: number): string => `Auftrag ${number} ist angehalten`,
    sentence: `Er zahlt nichts, bis er fortgesetzt wird. ${nothingMoved}`,
  },
  resumed: {
    title: (number: number): string => `Auftrag ${number} ist aktiv`,
    passed: (count: number): string =>
      plural(count, {
        one: 'Eine Zahlung entfiel, während er angehalten war.',
        other: `${count} Zahlungen entfielen, während er angehalten war.`,
      }),
    ended: 'Sein letzter Tag ist vorbei; er ist abgelaufen.',
  },
  skipped: {
    title: (day: string): string => `Die Zahlung am ${day} entfällt`,
    sentence: nothingMoved,
  },
  cancelled: {
    question: (number: number): string => `Dauerauftrag ${number} beenden?`,
    warning:
      'Er zahlt dann nichts mehr und kann nicht fortgesetzt werden. Was gezahlt ist, bleibt gezahlt.',
    title: (number: number): string => `Auftrag ${number} ist beendet`,
    sentence: `Er zahlt nichts mehr. ${nothingMoved}`,
  },
  nothingMoved,
  buttons: {
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    skip: 'Nächste auslassen',
    cancel: 'Auftrag beenden',
    preview: 'Nächste Zahlungen',
    list: 'Alle Aufträge',
    create: 'Neuer Dauerauftrag',
    more: 'Mehr Angaben',
  },
  notices: {
    paid: (sum: string): string => `Dauerauftrag gezahlt: ${sum}`,
    waiting: 'Dauerauftrag noch nicht gezahlt',
    asked: 'Dauerauftrag wartet auf Freigabe',
    missed: 'Dauerauftrag ausgefallen',
    skipped: 'Dauerauftrag ausgelassen',
    tryAgain: (at: Markup): Markup => md`Die Bank versucht es am ${at} noch einmal.`,
    missedBefore: (count: number): string =>
      plural(count, {
        one: 'Eine frühere Zahlung fiel aus, weil die Bank nicht erreichbar war.',
        other: `${count} frühere Zahlungen fielen aus, weil die Bank nicht erreichbar war.`,
      }),
    paused: (number: number): string => `Dauerauftrag ${number} ist angehalten`,
    cancelled: (number: number): string => `Dauerauftrag ${number} ist beendet`,
    resumed: (number: number): string => `Dauerauftrag ${number} ist wieder aktiv`,
    byStaff: 'Das waren Mitarbeiter der Bank.',
    short: 'Ein Dauerauftrag könnte ausfallen',
    shortSentence: (day: string): string =>
      `Am ${day} reicht dein Geld nicht. Zahl rechtzeitig ein oder lass die Zahlung aus.`,
    due: 'Fällig',
    ended: 'Das war die letzte Zahlung.',
    note: (bankName: string): Markup => md`${bankName} · mehr mit \`/schedule list\``,
  },
  report: {
    label: 'Daueraufträge',
    counts: (active: number, paused: number): string => `${active} aktiv, ${paused} angehalten`,
  },
};
