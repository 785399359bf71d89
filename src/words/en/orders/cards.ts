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

const plural = pluralIn('en');

const units: Record<OrderUnit, (count: number) => string> = {
  DAY: (count) => plural(count, { one: 'day', other: `${count} days` }),
  WEEK: (count) => plural(count, { one: 'week', other: `${count} weeks` }),
  MONTH: (count) => plural(count, { one: 'month', other: `${count} months` }),
};
const states: Record<OrderState, string> = {
  ACTIVE: 'active',
  PAUSED: 'paused',
  ENDED: 'ended',
  CANCELLED: 'cancelled',
};
const because: Record<OrderReason, string> = {
  CUSTOMER: 'by its owner',
  STAFF: 'by the bank’s staff',
  MISSED: 'after three missed payments in a row',
  PAYEE_CLOSED: 'because the payee’s account is closed',
  ACCOUNT_CLOSED: 'because the paying account is closed',
  ROLE: 'because its owner may no longer pay from the account',
};
const outcomes: Record<OccurrenceState, string> = {
  PAID: 'paid',
  WAITING: 'waiting for another try',
  ASKED: 'waiting for the managers',
  MISSED: 'missed',
  SKIPPED: 'skipped',
};
const reasons: Record<OccurrenceReason, string> = {
  FUNDS: 'There was not enough money.',
  LIMIT: 'A limit of your account did not allow it.',
  PAYEE_FULL: 'The payee’s account cannot hold more.',
  FROZEN: 'Your account is frozen.',
  LOCKED: 'Your account is locked.',
  PAYEE_CLOSED: 'The payee’s account is closed.',
  ACCOUNT_CLOSED: 'Your account is closed.',
  BANK_DOWN: 'The bank was not available.',
  CUSTOMER: 'You left it out.',
  PAUSED: 'The order was paused.',
  NOTHING_ABOVE: 'There was nothing above the amount that stays on the account.',
  ALLOWANCE: 'Your allowance of the month did not suffice.',
  APPROVERS: 'Too few managers of the account can approve it.',
  CROWDED: 'Too many payments of the account wait for its managers.',
  NOT_APPROVED: 'The managers did not approve it.',
  ROLE: 'You may no longer pay from this account.',
};

export const orderCards = {
  order: (number: number): string => `Order ${number}`,
  every: (unit: OrderUnit, count: number): string => `every ${units[unit](count)}`,
  onDay: (day: number | 'last'): string =>
    day === 'last' ? 'on the last day of the month' : `on day ${day}`,
  shortMonths: 'In shorter months it pays on the last day.',
  at: (clock: string, zone: string): string => `at ${clock} (${zone})`,
  untilDate: (date: string): string => `until ${date}`,
  untilCount: (count: number): string =>
    plural(count, { one: 'one payment', other: `${count} payments` }),
  untilCancelled: 'until you cancel it',
  above: (sum: string): string => `all above ${sum}`,
  repeats: 'Repeats',
  next: 'Next payments',
  retry: 'Next try',
  state: (state: OrderState, reason: OrderReason | null): string =>
    reason === null ? states[state] : `${states[state]} ${because[reason]}`,
  outcome: (state: OccurrenceState): string => outcomes[state],
  reason: (reason: OccurrenceReason): string => reasons[reason],
  past: 'Latest payments',
  create: {
    question: 'Set up this standing order?',
    /** Completes "You are about to ...". */
    intent: (sum: string, to: Markup): Markup => md`set up a standing order: **${sum}** to ${to}`,
    rules:
      'Each payment needs enough money and counts toward your limits of its day. If it cannot be ' +
      'paid, the bank tries again after 6 and 24 hours. After three missed payments in a row it ' +
      'pauses the order. You get a message each time.',
    eachWaits: (needed: number): string =>
      'Each payment needs the approval of ' +
      `${plural(needed, { one: 'one other manager', other: `${needed} other managers` })}, asked ` +
      'when it is due.',
    aboveAllowance: (allowance: string): string =>
      `You may pay ${allowance} a month from this account. Payments of this order are above it and ` +
      'will be tried again and then missed, unless a manager raises it.',
    ofShared:
      'Your role, allowance and the approvals of the shared account are checked when each payment ' +
      'is due. The order ends when you may no longer pay from the account.',
    done: (number: number): string => `Standing order ${number} is set up`,
    nothingYet: 'Nothing has moved yet.',
  },
  list: {
    title: 'Your standing orders',
    ofCustomer: 'The customer’s standing orders',
    empty: 'There are no standing orders.',
    choose: 'Choose an order',
  },
  preview: {
    title: 'Next payments',
    empty: 'No payments are planned.',
    available: (sum: string): string => `Available now: ${sum}.`,
    enough: 'If nothing else comes in or goes out, your money is enough for all of them.',
    short: (day: string): string => `Your money will not be enough on ${day}.`,
    shortLine: '⚠️ not enough',
    nothingAbove: 'nothing above',
    picture: 'A calendar of the next payments',
  },
  paused: {
    title: (number: number): string => `Order ${number} is paused`,
    sentence: 'It pays nothing until it is resumed. Nothing moved.',
  },
  resumed: {
    title: (number: number): string => `Order ${number} is active`,
    passed: (count: number): string =>
      plural(count, {
        one: 'One payment was left out while it was paused.',
        other: `${count} payments were left out while it was paused.`,
      }),
    ended: 'Its last day has passed, so it is over.',
  },
  skipped: {
    title: (day: string): string => `The payment of ${day} is left out`,
    sentence: 'Nothing moved.',
  },
  cancelled: {
    question: (number: number): string => `Cancel standing order ${number}?`,
    warning: 'It will pay nothing any more, and cannot be resumed. What was paid stays paid.',
    title: (number: number): string => `Order ${number} is cancelled`,
    sentence: 'It pays nothing any more. Nothing moved.',
  },
  nothingMoved,
  buttons: {
    pause: 'Pause',
    resume: 'Resume',
    skip: 'Skip the next one',
    cancel: 'Cancel the order',
    preview: 'Next payments',
    list: 'All orders',
    create: 'New standing order',
    more: 'More options',
  },
  notices: {
    paid: (sum: string): string => `Standing order paid: ${sum}`,
    waiting: 'Standing order not paid yet',
    asked: 'Standing order waits for approval',
    missed: 'Standing order missed',
    skipped: 'Standing order left out',
    tryAgain: (at: Markup): Markup => md`The bank will try again at ${at}.`,
    missedBefore: (count: number): string =>
      plural(count, {
        one: 'One earlier payment was missed while the bank was not available.',
        other: `${count} earlier payments were missed while the bank was not available.`,
      }),
    paused: (number: number): string => `Standing order ${number} is paused`,
    cancelled: (number: number): string => `Standing order ${number} is cancelled`,
    resumed: (number: number): string => `Standing order ${number} is active again`,
    byStaff: 'The bank’s staff did this.',
    short: 'A standing order may fail',
    shortSentence: (day: string): string =>
      `Your money will not be enough on ${day}. Deposit in time, or skip the payment.`,
    due: 'Due',
    ended: 'That was its last payment.',
    note: (bankName: string): Markup => md`${bankName} · see it with \`/schedule list\``,
  },
  report: {
    label: 'Standing orders',
    counts: (active: number, paused: number): string => `${active} active, ${paused} paused`,
  },
};
