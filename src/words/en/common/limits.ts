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
  'limits show': { description: 'See your limits and what is left of them' },
  'limits set': { description: 'Limit what you can pay', title: 'Set a limit' },
} satisfies Record<string, CommandText>;

const periods: Record<LimitPeriod, string> = {
  PAYMENT: 'Each payment',
  DAY: 'A day',
  WEEK: 'A week',
  MONTH: 'A month',
};

export const limitFields = {
  ...feeFields,
  ...interestFields,
  limitPeriod: {
    label: 'Limit for',
    choices: {
      PAYMENT: { label: periods.PAYMENT },
      DAY: { label: periods.DAY },
      WEEK: { label: periods.WEEK, hint: 'From Monday' },
      MONTH: { label: periods.MONTH },
    },
  },
  limitAmount: { label: 'Amount', hint: 'Empty: no limit of your own', example: '50' },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const limitOptions = { limitPeriod: 'limit', limitAmount: 'amount' };

const reached: Record<LimitPeriod, string> = {
  PAYMENT: 'Your own limit for each payment is',
  DAY: 'Your own limit for a day is',
  WEEK: 'Your own limit for a week is',
  MONTH: 'Your own limit for a month is',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const limitSentences = {
  DAY_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `This would exceed today’s limit of ${sum(limit)}; ${sum(left)} is left today. ${nothing}`,
  LIMIT_LOWERED: ({ limit, left, waitMs }, nothing) =>
    'Your password was recently reset, so your daily limit is temporarily ' +
    `${sum(limit)}; ${sum(left)} is left today. ${nothing} ` +
    `Your usual limit applies again ${inTime(waitMs)}.`,
  OWN_LIMIT_REACHED: ({ period, limit, left, freeAt }, nothing) => {
    const rest =
      freeAt === null || left.units === limit.units
        ? ''
        : `; ${sum(left)} of it is left, and it is free again on ${formatMoment(freeAt)}`;
    return `${reached[period]} ${sum(limit)}${rest}. ${nothing} \`/limits show\` shows and changes it.`;
  },
  OWN_LIMIT_UNCHANGED: (_, nothing) =>
    `This is your limit already, or it will be soon. ${nothing} Enter another amount.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const limitEvents = {
  OWN_LIMIT_CHANGED: [
    'Your limits were changed',
    'A limit of your payments was changed. `/limits show` shows what holds now and what will. ' +
      'If it was not you, set it lower there, and change your password.',
  ],
} as const;

/** Labels in the audit trail. */
export const limitAudits = { OWN_LIMIT_CHANGED: 'Own limit changed' };
export const limitSteps = { limits: 'Your limits', fees: 'Fees' };
export const limitTopics = { limits: 'Limits and fees' };

export const limits = {
  title: 'Your limits',
  periods,
  none: 'none',
  /** On the card of a standing order. */
  orderAbove: (period: LimitPeriod, of: string): string =>
    `${reached[period]} ${of}. Payments of this order are above it and will be tried again and then ` +
    `missed, unless you raise it with \`/limits set\`.`,
  used: (sum: string): string => `${sum} used`,
  left: (sum: string, until: Markup): Markup => md`${sum} left until ${until}`,
  waiting: (sum: string, from: Markup): Markup => md`from ${from}: ${sum}`,
  own: (period: string): string => `Own limit: ${period}`,
  bank: (payment: string, day: string): string =>
    `The bank’s limits: ${payment} for each payment, ${day} a day.`,
  note:
    'Limits count transfers, withdrawals and standing orders from all your accounts. Days, ' +
    'weeks (from Monday) and months end at midnight UTC.',
  change: 'Change a limit:',
  question: 'Set this limit?',
  limit: 'Limit for',
  present: 'Now',
  wanted: 'New',
  from: 'Holds from',
  atOnce: 'at once',
  dropped: 'It replaces the change that waits.',
  lowerNote: 'A lower limit holds at once. To raise it again takes a proof and a day.',
  raiseNote: (hours: number): string =>
    `A higher limit, or none, holds ${hours} hours after you confirm. Until then the present one holds.`,
  intent: (period: string, sum: string): Markup =>
    md`set your limit (${written(period)}) to ${written(sum)}`,
  done: 'Limit set',
  show: 'Your limits',
};
