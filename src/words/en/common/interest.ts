/** What the bank pays on saved money: commands, fields, refusals, notices and cards. */
import type { ComingRate, ErrorCode, ErrorData, InterestType } from '../../../bank/model/index.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import { percentOf } from '../../text/percent.ts';
import type { PlainNotice } from '../../text/plain-notice.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const interestCommands = {
  'staff interest': {
    description: 'Propose what the bank pays on savings or pots',
    title: 'Set an interest rate',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<InterestType, string> = {
  SAVINGS: 'Savings accounts',
  POT: 'Pots',
};

export const interestFields = {
  interestSavings: {
    label: 'Kind of account',
    choices: { SAVINGS: { label: kinds.SAVINGS }, POT: { label: kinds.POT } },
  },
  interestPoints: {
    label: 'Basis points a year',
    hint: 'A whole number, 0 to 10000; 250 is 2.50%',
    example: '250',
    refusal: 'Enter a whole number from 0 to 10000. 250 is 2.50% a year.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const interestOptions = {
  interestSavings: 'savings',
  interestPoints: 'basis-points',
};

export const interestSentences = {
  INTEREST_TOO_SOON: ({ first, days }, nothing) =>
    `A rate is announced ${days} days before it holds, so the first possible day is ` +
    `${formatDay(first)}. ${nothing} Enter that day or a later one.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const interestAudits = {
  INTEREST_ASKED: 'Interest rate asked for',
  INTEREST_APPROVED: 'Interest rate approved',
  INTEREST_DECLINED: 'Interest rate declined',
  INTEREST_REFUSED: 'Interest rate refused',
};

/** A request for a second manager, and what it says of the rate. */
export const interestApproval = 'Set an interest rate';
export const interestContents = { savings: 'Kind of account', basisPoints: 'Rate' };

const rate = (points: bigint): string => `${percentOf(points, '.')}% a year`;

export const interest = {
  title: 'Interest',
  kinds,
  rate,
  now: 'Now',
  from: 'From',
  own: 'Your accounts',
  earned: (sum: string): string => `${sum} so far`,
  earnedWithRest: (sum: string): string => `${sum} so far, and a part of the smallest unit`,
  earnedRest: (smallest: string): string => `less than ${smallest} so far`,
  credited: (day: Markup): Markup => md`Credited on ${day}.`,
  nothing: 'The bank pays no interest.',
  note:
    'Interest is worked out each day on the balance at its end, in UTC, and credited once a ' +
    'month. A rest below the smallest unit is carried into the next month.',
  question: 'Propose this rate?',
  savings: 'Kind of account',
  wanted: 'New',
  questionNote:
    'A second manager decides. Every customer is then told, at least seven days before it holds.',
};

export const interestNotice = (
  { type, basisPoints, from }: ComingRate,
  { bankName }: { readonly bankName: string },
): PlainNotice => {
  const day = formatDay(from.toISOString().slice(0, 10));
  return {
    tone: 'show',
    title: 'Interest will change',
    sentence: `A new rate holds from ${day}.`,
    facts: [[kinds[type], rate(basisPoints)]],
    small: md`${bankName} · \`/fees\` shows all rates`,
    mails: false,
  };
};
