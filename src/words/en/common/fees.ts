/** What the bank charges: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, FeeKind, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const feeCommands = {
  fees: { description: 'See what the bank charges and pays, now and soon' },
  'staff fee': {
    description: 'Propose what the bank charges for a kind of movement',
    title: 'Set a fee',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<FeeKind, string> = {
  TRANSFER: 'Transfers to others',
  WITHDRAWAL: 'Withdrawals',
  DEPOSIT: 'Deposits',
};

export const feeFields = {
  feeKind: {
    label: 'Movement',
    choices: {
      TRANSFER: { label: kinds.TRANSFER },
      WITHDRAWAL: { label: kinds.WITHDRAWAL },
      DEPOSIT: { label: kinds.DEPOSIT },
    },
  },
  feeFlat: { label: 'Flat fee', hint: 'In units of the currency', example: '0.10' },
  feePerMille: {
    label: 'Per mille of the amount',
    hint: 'A whole number, 0 to 1000; rounded down',
    example: '5',
    refusal: 'Enter a whole number from 0 to 1000.',
  },
  feeFree: {
    label: 'Free movements a month',
    hint: 'Per customer',
    example: '3',
    refusal: 'Enter a whole number from 0 to 10000.',
  },
  feeLeast: { label: 'Minimum', hint: 'The least that is charged', example: '0.05' },
  feeMost: { label: 'Maximum', hint: 'The most that is charged', example: '10' },
  feeFrom: {
    label: 'Valid from',
    name: 'Day',
    hint: 'YYYY-MM-DD. Empty: as soon as possible',
    example: '2027-01-31',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const feeOptions = {
  feeKind: 'movement',
  feeFlat: 'flat',
  feePerMille: 'per-mille',
  feeFree: 'free',
  feeLeast: 'minimum',
  feeMost: 'maximum',
  feeFrom: 'valid-from',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const feeSentences = {
  FEE_CHANGED: ({ now }, nothing) =>
    `The fee is now ${sum(now)}, not what the card showed. ${nothing} Try again for a new card.`,
  FEE_ABOVE_AMOUNT: ({ fee, amount }, nothing) =>
    `The fee of ${sum(fee)} is more than the amount of ${sum(amount)}. ${nothing} Send a ` +
    `larger amount; \`/fees\` shows what is charged.`,
  FEE_TOO_SOON: ({ first, days }, nothing) =>
    `A fee is announced ${days} days before it holds, so the first possible day is ` +
    `${formatDay(first)}. ${nothing} Enter that day or a later one.`,
  FEE_RANGE: (_, nothing) =>
    `The minimum is above the maximum. ${nothing} Enter another minimum or maximum.`,
  FUNDS_INSUFFICIENT: ({ available, needed, fee }, nothing) =>
    `Your available balance is ${sum(available)}, which is less than ` +
    `${sum(needed)}${fee === undefined ? '' : `, including the fee of ${sum(fee)}`}. ` +
    nothing,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const feeAudits = {
  FEE_ASKED: 'Fee asked for',
  FEE_APPROVED: 'Fee approved',
  FEE_DECLINED: 'Fee declined',
  FEE_REFUSED: 'Fee refused',
};

/** A request for a second manager, and what it says of the fee. */
export const feeApproval = 'Set a fee';
export const feeContents = {
  movement: 'Movement',
  flat: 'Flat',
  perMille: 'Per mille',
  least: 'Minimum',
  most: 'Maximum',
  free: 'Free a month',
  from: 'Valid from',
};

export const fees = {
  title: 'Fees and interest',
  kinds,
  none: 'none',
  perMille: (count: string): string => `${count} ‰`,
  least: (of: string): string => `at least ${of}`,
  most: (of: string): string => `at most ${of}`,
  free: (count: number): string => `${count} free a month`,
  left: (count: number): string => `${count} free movements left`,
  now: 'Now',
  thisMonth: 'This month',
  from: 'From',
  later: (day: Markup, terms: string): Markup => md`${day}: ${terms}`,
  nothing: 'The bank charges no fees.',
  note:
    'A fee is charged beside the payment, and shown on its card first. Transfers between ' +
    'your own accounts and pots are free. Months end at midnight UTC.',
  question: 'Propose this fee?',
  movement: 'Movement',
  wanted: 'New',
  questionNote:
    'A second manager decides. Every customer is then told, at least seven days before it holds.',
  renewed: (): string => 'The fee has changed since the last card. Please check this one.',
  notice: {
    title: 'Fees will change',
    sentence: (kind: string, day: string): string => `From ${day}, this is charged: ${kind}.`,
    fee: 'Fee',
    small: '`/fees` shows all fees',
  },
};
