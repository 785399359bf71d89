/** Refusals of standing orders. */
import type { ErrorData } from '../../../bank/model/index.ts';

type OrderCode = Extract<keyof ErrorData, `ORDER${string}` | 'TIME_ZONE_MISSING'>;
type OrderSentences = {
  readonly [C in OrderCode]: (data: ErrorData[C], nothing: string) => string;
};

export const orderSentences = {
  ORDER_UNKNOWN: (_, nothing) =>
    `You have no standing order with this number. ${nothing} \`/schedule list\` shows them.`,
  ORDER_OVER: (_, nothing) => `This standing order is over. ${nothing} You can set up a new one.`,
  ORDER_NOT_ACTIVE: (_, nothing) =>
    `This standing order is paused, so there is no next payment to skip. ${nothing}`,
  ORDER_PAUSED_BY_STAFF: (_, nothing) =>
    `The bank’s staff paused this standing order. ${nothing} Ask them to resume it.`,
  ORDERS_TOO_MANY: ({ max }, nothing) =>
    `You can have at most ${max} standing orders. ${nothing} Cancel one first.`,
  ORDER_FIRST_PAST: (_, nothing) =>
    `The first payment would be in the past. ${nothing} Choose a later day or time.`,
  ORDER_WITHOUT_DAYS: (_, nothing) =>
    `No payment falls before the last date. ${nothing} Choose a later last date.`,
  TIME_ZONE_MISSING: (_, nothing) =>
    `In which time zone do you live? ${nothing} Enter it once, for example Europe/Berlin: the bank ` +
    'pays by your clock.',
} satisfies OrderSentences;

export const orderTitles = {
  TIME_ZONE_MISSING: 'Your time zone, please',
  ORDER_OVER: 'This order is over',
};
