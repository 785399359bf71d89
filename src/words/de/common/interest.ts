/** What the bank pays on saved money: commands, fields, refusals, notices and cards. */
import type { ComingRate, ErrorCode, ErrorData, InterestType } from '../../../bank/model/index.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import { percentOf } from '../../text/percent.ts';
import type { PlainNotice } from '../../text/plain-notice.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const interestCommands = {
  'staff interest': {
    description: 'Einen Zinssatz für Sparkonten oder Spartöpfe vorschlagen',
    title: 'Zinssatz festlegen',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<InterestType, string> = {
  SAVINGS: 'Sparkonten',
  POT: 'Spartöpfe',
};

export const interestFields = {
  interestSavings: {
    label: 'Art des Kontos',
    choices: { SAVINGS: { label: kinds.SAVINGS }, POT: { label: kinds.POT } },
  },
  interestPoints: {
    label: 'Basispunkte im Jahr',
    hint: 'Ganze Zahl von 0 bis 10000; 250 sind 2,50 %',
    example: '250',
    refusal: 'Gib eine ganze Zahl von 0 bis 10000 ein. 250 sind 2,50 % im Jahr.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const interestOptions = {
  interestSavings: 'sparen',
  interestPoints: 'basispunkte',
};

export const interestSentences = {
  INTEREST_TOO_SOON: ({ first, days }, nothing) =>
    `Ein Zinssatz wird ${days} Tage vorher angekündigt, deshalb ist der erste mögliche Tag ` +
    `der ${formatDay(first)}. ${nothing} Gib diesen oder einen späteren Tag ein.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const interestAudits = {
  INTEREST_ASKED: 'Zinssatz beantragt',
  INTEREST_APPROVED: 'Zinssatz freigegeben',
  INTEREST_DECLINED: 'Zinssatz abgelehnt',
  INTEREST_REFUSED: 'Zinssatz nicht möglich',
};

/** A request for a second manager, and what it says of the rate. */
export const interestApproval = 'Zinssatz festlegen';
export const interestContents = { savings: 'Art des Kontos', basisPoints: 'Zinssatz' };

const rate = (points: bigint): string => `${percentOf(points, ',')} % im Jahr`;

export const interest = {
  title: 'Zinsen',
  kinds,
  rate,
  now: 'Jetzt',
  from: 'Ab',
  own: 'Deine Konten',
  earned: (sum: string): string => `bisher ${sum}`,
  earnedWithRest: (sum: string): string => `bisher ${sum} und ein Teil der kleinsten Einheit`,
  earnedRest: (smallest: string): string => `bisher weniger als ${smallest}`,
  credited: (day: Markup): Markup => md`Gutschrift am ${day}.`,
  nothing: 'Die Bank zahlt keine Zinsen.',
  note:
    'Zinsen werden täglich auf das Guthaben am Ende des Tages (UTC) berechnet und einmal im Monat ' +
    'gutgeschrieben. Ein Rest unter der kleinsten Einheit wird in den nächsten Monat übernommen.',
  question: 'Diesen Zinssatz vorschlagen?',
  savings: 'Art des Kontos',
  wanted: 'Neu',
  questionNote:
    'Eine zweite leitende Person entscheidet. Danach erfahren es alle Kunden, mindestens ' +
    'sieben Tage bevor er gilt.',
};

export const interestNotice = (
  { type, basisPoints, from }: ComingRate,
  { bankName }: { readonly bankName: string },
): PlainNotice => {
  const day = formatDay(from.toISOString().slice(0, 10));
  return {
    tone: 'show',
    title: 'Die Zinsen ändern sich',
    sentence: `Ab ${day} gilt ein neuer Zinssatz.`,
    facts: [[kinds[type], rate(basisPoints)]],
    small: md`${bankName} · \`/fees\` zeigt alle Zinssätze`,
    mails: false,
  };
};
