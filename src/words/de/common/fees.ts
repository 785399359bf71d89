/** What the bank charges: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, FeeKind, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const feeCommands = {
  fees: { description: 'Gebühren und Zinsen der Bank, jetzt und bald' },
  'staff fee': { description: 'Eine Gebühr der Bank vorschlagen', title: 'Gebühr festlegen' },
} satisfies Record<string, CommandText>;

const kinds: Record<FeeKind, string> = {
  TRANSFER: 'Überweisungen an andere',
  WITHDRAWAL: 'Auszahlungen',
  DEPOSIT: 'Einzahlungen',
};

export const feeFields = {
  feeKind: {
    label: 'Vorgang',
    choices: {
      TRANSFER: { label: kinds.TRANSFER },
      WITHDRAWAL: { label: kinds.WITHDRAWAL },
      DEPOSIT: { label: kinds.DEPOSIT },
    },
  },
  feeFlat: { label: 'Feste Gebühr', hint: 'In Einheiten der Währung', example: '0,10' },
  feePerMille: {
    label: 'Promille des Betrags',
    hint: 'Ganze Zahl von 0 bis 1000; abgerundet',
    example: '5',
    refusal: 'Gib eine ganze Zahl von 0 bis 1000 ein.',
  },
  feeFree: {
    label: 'Freie Vorgänge im Monat',
    hint: 'Je Kunde',
    example: '3',
    refusal: 'Gib eine ganze Zahl von 0 bis 10000 ein.',
  },
  feeLeast: { label: 'Mindestgebühr', hint: 'Mindestens wird berechnet', example: '0,05' },
  feeMost: { label: 'Höchstgebühr', hint: 'Höchstens wird berechnet', example: '10' },
  feeFrom: {
    label: 'Gültig ab',
    name: 'Tag',
    hint: 'JJJJ-MM-TT. Leer: so bald wie möglich',
    example: '2027-01-31',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const feeOptions = {
  feeKind: 'vorgang',
  feeFlat: 'fest',
  feePerMille: 'promille',
  feeFree: 'frei',
  feeLeast: 'mindestens',
  feeMost: 'höchstens',
  feeFrom: 'gültig-ab',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const feeSentences = {
  FEE_CHANGED: ({ now }, nothing) =>
    `Die Gebühr beträgt jetzt ${sum(now)}, anders als auf der Karte. ${nothing} Versuch es ` +
    'noch einmal mit einer neuen Karte.',
  FEE_ABOVE_AMOUNT: ({ fee, amount }, nothing) =>
    `Die Gebühr von ${sum(fee)} ist höher als der Betrag von ${sum(amount)}. ${nothing} ` +
    `Wähle einen größeren Betrag; \`/fees\` zeigt die Gebühren.`,
  FEE_TOO_SOON: ({ first, days }, nothing) =>
    `Eine Gebühr wird ${days} Tage vorher angekündigt, deshalb ist der erste mögliche Tag ` +
    `der ${formatDay(first)}. ${nothing} Gib diesen oder einen späteren Tag ein.`,
  FEE_RANGE: (_, nothing) =>
    `Die Mindestgebühr liegt über der Höchstgebühr. ${nothing} Ändere eine von beiden.`,
  FUNDS_INSUFFICIENT: ({ available, needed, fee }, nothing) =>
    `Du hast ${sum(available)} verfügbar, das reicht nicht für ` +
    `${sum(needed)}${fee === undefined ? '' : `, davon ${sum(fee)} Gebühr`}. ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const feeAudits = {
  FEE_ASKED: 'Gebühr beantragt',
  FEE_APPROVED: 'Gebühr genehmigt',
  FEE_DECLINED: 'Gebühr abgelehnt',
  FEE_REFUSED: 'Gebühr nicht möglich',
};

/** A request for a second manager, and what it says of the fee. */
export const feeApproval = 'Gebühr festlegen';
export const feeContents = {
  movement: 'Vorgang',
  flat: 'Fest',
  perMille: 'Promille',
  least: 'Mindestens',
  most: 'Höchstens',
  free: 'Frei im Monat',
  from: 'Gültig ab',
};

export const fees = {
  title: 'Gebühren und Zinsen',
  kinds,
  none: 'keine',
  perMille: (count: string): string => `${count} ‰`,
  least: (of: string): string => `mindestens ${of}`,
  most: (of: string): string => `höchstens ${of}`,
  free: (count: number): string => `${count} im Monat frei`,
  left: (count: number): string => `noch ${count} frei`,
  now: 'Jetzt',
  thisMonth: 'Diesen Monat',
  from: 'Ab',
  later: (day: Markup, terms: string): Markup => md`${day}: ${terms}`,
  nothing: 'Die Bank berechnet keine Gebühren.',
  note:
    'Eine Gebühr wird neben der Zahlung gebucht und vorher auf der Karte gezeigt. Zwischen ' +
    'deinen eigenen Konten und Spartöpfen ist alles frei. Monate enden um Mitternacht UTC.',
  question: 'Diese Gebühr vorschlagen?',
  movement: 'Vorgang',
  wanted: 'Neu',
  questionNote:
    'Eine zweite leitende Person entscheidet. Danach erfahren es alle Kunden, mindestens ' +
    'sieben Tage bevor sie gilt.',
  renewed: (): string => 'Die Gebühr hat sich seit der letzten Karte geändert. Bitte prüfe diese.',
  notice: {
    title: 'Die Gebühren ändern sich',
    sentence: (kind: string, day: string): string => `Ab ${day} gilt für: ${kind}.`,
    fee: 'Gebühr',
    small: '`/fees` zeigt alle Gebühren',
  },
};
