/** Pots: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, PotDateFault } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

const plural = pluralIn('de');
const hours = (count: number): string =>
  plural(count, { one: '1 Stunde', other: `${count} Stunden` });

export const potCommands = {
  'pot list': { description: 'Deine Spartöpfe und ihr Guthaben ansehen' },
  'pot new': {
    description: 'In einem eigenen Spartopf auf ein Ziel sparen',
    title: 'Spartopf anlegen',
  },
  'pot add': { description: 'Geld in einen Spartopf legen', title: 'Geld in einen Spartopf legen' },
  'pot take': {
    description: 'Geld aus einem Spartopf nehmen',
    title: 'Geld aus einem Spartopf nehmen',
  },
  'pot close': { description: 'Einen leeren Spartopf schließen', title: 'Spartopf schließen' },
  'pot lock': { description: 'Einen Spartopf bis zu einem Tag sperren', title: 'Spartopf sperren' },
  'pot release': {
    description: 'Einen gesperrten Spartopf vorzeitig öffnen, nach der gewählten Wartezeit',
    title: 'Spartopf vorzeitig öffnen',
  },
  'pot round-up': {
    description: 'Deine Zahlungen aufrunden und den Rest in einen Spartopf legen',
    title: 'Zahlungen aufrunden',
  },
} satisfies Record<string, CommandText>;

const named = 'Name, Nummer oder die letzten vier Ziffern';

export const potFields = {
  pot: { label: 'Spartopf', hint: named },
  onlyPot: { label: 'Spartopf', hint: 'Name oder Nummer. Leer: dein einziger Spartopf' },
  potName: {
    label: 'Name',
    hint: 'Bis zu 32 Buchstaben und Ziffern.',
    example: 'Reise',
  },
  potGoal: { label: 'Ziel', hint: 'Der Betrag, auf den du sparst', example: '500' },
  potDate: { label: 'Bis', name: 'Tag des Ziels', hint: 'JJJJ-MM-TT', example: '2027-06-01' },
  lockUntil: { label: 'Gesperrt bis', name: 'Tag', hint: 'JJJJ-MM-TT', example: '2027-06-01' },
  lockWait: {
    label: 'Wartezeit bei vorzeitiger Öffnung (Stunden)',
    name: 'Wartezeit',
    hint: '0 bis 72',
    example: '24',
    refusal: 'Gib eine ganze Zahl von Stunden zwischen 0 und 72 ein.',
  },
  roundUpTo: {
    label: 'Aufrunden auf',
    choices: {
      1: { label: 'Die nächste ganze Einheit', hint: '12,30 spart 0,70' },
      10: { label: 'Die nächsten zehn Einheiten', hint: '12,30 spart 7,70' },
      off: { label: 'Nicht aufrunden' },
    },
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const potOptions = {
  pot: 'spartopf',
  onlyPot: 'spartopf',
  potName: 'name',
  potGoal: 'ziel',
  potDate: 'bis',
  lockUntil: 'bis',
  lockWait: 'wartezeit',
  roundUpTo: 'auf',
};

const tried: Record<ErrorData['POT_ONLY_SAVES']['tried'], string> = {
  PAY: 'Aus einem Spartopf kannst du nicht bezahlen. Nimm das Geld zuerst mit `/pot take` heraus.',
  RECEIVE: 'Ein Spartopf empfängt keine Zahlungen. Leg mit `/pot add` Geld hinein.',
  MAIN: 'Ein Spartopf kann nicht dein Hauptkonto sein. Wähle ein anderes Konto.',
  OTHER:
    'Ein Spartopf eines Gemeinschaftskontos nimmt nur von diesem Konto Geld an und gibt es nur dorthin zurück.',
};
const dates: Record<PotDateFault['of'], string> = {
  GOAL: 'Der Tag des Ziels',
  LOCK: 'Der Tag, bis zu dem der Spartopf gesperrt ist,',
};

export const potSentences = {
  POT_ONLY_SAVES: ({ tried: what }, nothing) => `${tried[what]} ${nothing}`,
  POT_UNKNOWN: (_, nothing) =>
    `Keiner deiner Spartöpfe passt dazu, oder mehrere. ${nothing} Wähle einen aus der Liste.`,
  POT_LOCKED: ({ until }, nothing) =>
    `Dieser Spartopf ist bis ${formatMoment(until)} gesperrt. ${nothing} Du kannst weiter Geld hineinlegen.`,
  POT_NOT_EMPTY: ({ balance: { units, currency } }, nothing) =>
    `In diesem Spartopf sind noch ${formatAmount(units, currency)}. ${nothing} Nimm das Geld zuerst heraus.`,
  POT_DATE: ({ of, fault, yearsMax }, nothing) =>
    fault === 'PAST'
      ? `${dates[of]} muss nach heute liegen. ${nothing} Gib einen späteren Tag ein.`
      : `${dates[of]} darf höchstens ${yearsMax} Jahre entfernt sein. ${nothing} Gib einen früheren Tag ein.`,
  POT_LOCK_SHORTER: ({ until, waitHours }, nothing) =>
    `Dieser Spartopf ist bis ${formatMoment(until)} gesperrt, mit einer Wartezeit von ${hours(waitHours)}. ` +
    `Eine Sperre kann verlängert, aber nicht verkürzt werden. ${nothing}`,
  POT_NOT_LOCKED: (_, nothing) => `Dieser Spartopf ist nicht gesperrt. ${nothing}`,
  POT_RELEASING: ({ at }, nothing) =>
    `Du hast die vorzeitige Öffnung schon verlangt. Der Spartopf öffnet sich am ${formatMoment(at)}. ${nothing}`,
  ROUND_UP_CHANGED: (_, nothing) =>
    `Die angezeigte Aufrundung kann nicht mehr gespart werden. ${nothing} Versuch es noch einmal.`,
  ROUND_UP_WHOLE: (_, nothing) =>
    `Beträge haben hier keine Nachkommastellen, auf eine Einheit gibt es nichts aufzurunden. ${nothing} ` +
    'Wähle zehn Einheiten.',
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const potEvents = {
  POT_RELEASE_ASKED: [
    'Vorzeitige Öffnung eines Spartopfs',

    'Für einen gesperrten Spartopf wurde die vorzeitige Öffnung verlangt. `/pot list` ' +
      'zeigt, wann er sich öffnet.',
  ],
} as const;

/** Labels in the audit trail. */
export const potAudits = {
  POT_LOCKED: 'Spartopf gesperrt',
  POT_RELEASE_ASKED: 'Vorzeitige Öffnung eines Spartopfs verlangt',
  ROUND_UPS_CHANGED: 'Aufrunden geändert',
};

export const potSteps = {
  pots: 'Deine Spartöpfe',
  newPot: 'Neuer Spartopf',
  takeAll: 'Alles herausnehmen',
  releasePot: 'Vorzeitig öffnen',
};
export const potTopics = { pots: 'Spartöpfe', potLocks: 'Spartöpfe: Sperren und Aufrunden' };

const toNext = (units: number): string =>
  units === 1 ? 'die nächste Einheit' : `die nächsten ${units} Einheiten`;

export const pots = {
  type: 'Spartopf',
  labels: {
    pot: 'Spartopf',
    goal: 'Ziel',
    by: 'Bis',
    lockedUntil: 'Gesperrt bis',
    earlyRelease: 'Vorzeitige Öffnung',
    roundUp: 'Aufrundung',
  },
  list: {
    title: 'Deine Spartöpfe',
    empty: 'Du hast noch keinen Spartopf. Er hält Geld für ein Ziel vom übrigen getrennt.',
    picture: 'Balken: freies und gespartes Geld und der Stand jedes Spartopfs',
  },
  free: 'Frei',
  saved: 'Gespart',
  yourAccount: 'Dein Konto',
  progress: (saved: string, goal: string, percent: number): string =>
    `${saved} von ${goal} (${percent} %)`,
  reached: 'Ziel erreicht',
  by: (day: string): string => `bis ${day}`,
  locked: (until: Markup): Markup => md`gesperrt bis ${until}`,
  releases: (at: Markup): Markup => md`öffnet sich vorzeitig ${at}`,
  rounding: (pot: Markup, units: number): Markup =>
    md`Aufgerundet wird auf ${written(toNext(units))}, der Rest kommt in ${pot}.`,
  open: {
    question: 'Diesen Spartopf anlegen?',
    note: 'Nur du kannst Geld hineinlegen und herausnehmen.',
    done: 'Spartopf angelegt',
  },
  close: {
    question: 'Diesen Spartopf schließen?',
    note:
      'Er kann nicht wieder geöffnet werden. Seine Buchungen bleiben in deinen Auszügen, ' +
      'und Zahlungen werden nicht mehr in ihn aufgerundet.',
    confirm: 'Spartopf schließen',
    done: 'Der Spartopf ist geschlossen',
  },
  lock: {
    question: 'Diesen Spartopf sperren?',
    wait: (count: number): string =>
      count === 0 ? 'sofort, wenn du sie verlangst' : `${hours(count)}, nachdem du sie verlangst`,
    note:
      'Solange er gesperrt ist, kannst du Geld hineinlegen, aber nichts herausnehmen, und ' +
      'ihn nicht schließen. Die Sperre kann verlängert, aber nicht verkürzt werden.',
    confirm: 'Spartopf sperren',
    done: 'Der Spartopf ist gesperrt',
  },
  release: {
    question: 'Diesen Spartopf vorzeitig öffnen?',
    note: (count: number): string =>
      count === 0
        ? 'Er öffnet sich sofort.'
        : `Er öffnet sich ${hours(count)} nach der Bestätigung.`,
    waits: (at: Markup): Markup =>
      md`Er öffnet sich ${at}. Soll er gesperrt bleiben, sperr ihn noch einmal.`,
    isOpen: 'Du kannst jetzt Geld herausnehmen.',
    done: 'Vorzeitige Öffnung verlangt',
  },
  roundUps: {
    question: 'Deine Zahlungen aufrunden?',
    offQuestion: 'Nicht mehr aufrunden?',
    to: 'Auf',
    units: toNext,
    example: (paid: string, rest: string): string =>
      `Eine Zahlung von ${paid} spart zusätzlich ${rest}.`,
    note:
      'Aufgerundet werden Überweisungen an andere. Vor jeder Zahlung siehst du den Betrag, ' +
      'bevor du bestätigst. Auszahlungen, Daueraufträge und `all` oder `half` werden nicht ' +
      'aufgerundet.',
    done: 'Deine Zahlungen werden aufgerundet',
    offDone: 'Deine Zahlungen werden nicht mehr aufgerundet',
  },
  roundUp: {
    into: (sum: string, pot: Markup): Markup => md`${sum} in ${pot}`,
    skipped: (sum: string): string =>
      `Die Aufrundung von ${sum} entfällt: Das Geld reicht dafür nicht.`,
    renewed: (): string =>
      'Die Aufrundung hat sich seit der letzten Anzeige geändert. Bitte prüfe diese.',
  },
  buttons: {
    open: 'Neuer Spartopf',
    add: 'Hineinlegen',
    take: 'Herausnehmen',
    lock: 'Sperren',
    roundUp: 'Aufrunden',
    close: 'Schließen',
    list: 'Deine Spartöpfe',
  },
};
