/** Limits that customers set for themselves: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, LimitPeriod, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { feeFields } from './fees.ts';
import { interestFields } from './interest.ts';
import { inTime } from './times.ts';

export const limitCommands = {
  'limits show': { description: 'Deine Limits und was davon noch frei ist' },
  'limits set': { description: 'Begrenze, was du zahlen kannst', title: 'Limit festlegen' },
} satisfies Record<string, CommandText>;

const periods: Record<LimitPeriod, string> = {
  PAYMENT: 'Je Zahlung',
  DAY: 'Je Tag',
  WEEK: 'Je Woche',
  MONTH: 'Je Monat',
};

export const limitFields = {
  ...feeFields,
  ...interestFields,
  limitPeriod: {
    label: 'Limit',
    choices: {
      PAYMENT: { label: periods.PAYMENT },
      DAY: { label: periods.DAY },
      WEEK: { label: periods.WEEK, hint: 'Ab Montag' },
      MONTH: { label: periods.MONTH },
    },
  },
  limitAmount: { label: 'Betrag', hint: 'Leer: kein eigenes Limit', example: '50' },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const limitOptions = { limitPeriod: 'limit', limitAmount: 'betrag' };

const reached: Record<LimitPeriod, string> = {
  PAYMENT: 'Dein eigenes Limit je Zahlung beträgt',
  DAY: 'Dein eigenes Limit je Tag beträgt',
  WEEK: 'Dein eigenes Limit je Woche beträgt',
  MONTH: 'Dein eigenes Limit je Monat beträgt',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const limitSentences = {
  DAY_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `Das wäre mehr als das Tageslimit von ${sum(limit)}; heute sind noch ${sum(left)} möglich. ${nothing}`,
  LIMIT_LOWERED: ({ limit, left, waitMs }, nothing) =>
    'Dein Passwort wurde vor Kurzem zurückgesetzt, deshalb ist dein Tageslimit vorübergehend ' +
    `${sum(limit)}; heute sind noch ${sum(left)} möglich. ${nothing} ` +
    `Dein übliches Limit gilt wieder ${inTime(waitMs)}.`,
  OWN_LIMIT_REACHED: ({ period, limit, left, freeAt }, nothing) => {
    const rest =
      freeAt === null || left.units === limit.units
        ? ''
        : `; davon sind noch ${sum(left)} frei, und ab ${formatMoment(freeAt)} wieder alles`;
    return `${reached[period]} ${sum(limit)}${rest}. ${nothing} \`/limits show\` zeigt und ändert es.`;
  },
  OWN_LIMIT_UNCHANGED: (_, nothing) =>
    `Das ist schon dein Limit oder wird es bald. ${nothing} Gib einen anderen Betrag ein.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const limitEvents = {
  OWN_LIMIT_CHANGED: [
    'Deine Limits wurden geändert',
    'Ein Limit deiner Zahlungen wurde geändert. `/limits show` zeigt, was jetzt gilt und was ' +
      'gelten wird. Warst du das nicht, senke es dort und ändere dein Passwort.',
  ],
} as const;

/** Labels in the audit trail. */
export const limitAudits = { OWN_LIMIT_CHANGED: 'Eigenes Limit geändert' };
export const limitSteps = { limits: 'Deine Limits', fees: 'Gebühren' };
export const limitTopics = { limits: 'Limits und Gebühren' };

export const limits = {
  title: 'Deine Limits',
  periods,
  none: 'keines',
  /** On the card of a standing order. */
  orderAbove: (period: LimitPeriod, of: string): string =>
    `${reached[period]} ${of}. Die Zahlungen dieses Auftrags liegen darüber und fallen nach weiteren ` +
    `Versuchen aus, wenn du es nicht mit \`/limits set\` anhebst.`,
  used: (sum: string): string => `${sum} verbraucht`,
  left: (sum: string, until: Markup): Markup => md`noch ${sum} bis ${until}`,
  waiting: (sum: string, from: Markup): Markup => md`ab ${from}: ${sum}`,
  own: (period: string): string => `Eigenes Limit: ${period}`,
  bank: (payment: string, day: string): string =>
    `Die Limits der Bank: ${payment} je Zahlung, ${day} je Tag.`,
  note:
    'Es zählen Überweisungen, Auszahlungen und Daueraufträge von allen deinen Konten. Tage, ' +
    'Wochen (ab Montag) und Monate enden um Mitternacht UTC.',
  change: 'Ein Limit ändern:',
  question: 'Dieses Limit festlegen?',
  limit: 'Limit',
  present: 'Jetzt',
  wanted: 'Neu',
  from: 'Gilt ab',
  atOnce: 'sofort',
  dropped: 'Es ersetzt die Änderung, die noch wartet.',
  lowerNote:
    'Ein niedrigeres Limit gilt sofort. Es wieder anzuheben braucht einen Nachweis und einen Tag.',
  raiseNote: (hours: number): string =>
    `Ein höheres Limit oder keines gilt ${hours} Stunden nach deiner Bestätigung. Bis dahin gilt das jetzige.`,
  intent: (period: string, sum: string): Markup =>
    md`dein Limit (${written(period)}) auf ${written(sum)} setzen`,
  done: 'Limit festgelegt',
  show: 'Deine Limits',
};
