/** Cards of requests for money. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');
const people = (count: number): string =>
  plural(count, { one: `${count} person`, other: `${count} people` });

export const requests = {
  labels: {
    from: 'From',
    into: 'Into',
    asker: 'Asked by',
    each: 'Each',
    total: 'In total',
    paid: 'Paid',
    left: 'Still to pay',
    due: 'Due',
    expires: 'Expires',
    reminders: 'Reminders',
  },
  buttons: {
    pay: 'Pay',
    decline: 'Decline',
    notNow: 'Not now',
    remind: 'Remind',
    cancel: 'Cancel the request',
    export: 'Export as CSV',
    refresh: 'Refresh',
    table: 'Who has paid',
    list: 'My requests',
    ask: 'Ask for money',
    block: 'Accept no more requests',
    unblock: 'Accept requests again',
    invite: 'Ask them to open an account',
  },
  states: {
    OPEN: 'open',
    PART_PAID: 'part paid',
    PAID: 'paid',
    DECLINED: 'declined',
    CANCELLED: 'cancelled',
    EXPIRED: 'expired',
  },
  expiry: {
    past: 'This day is in the past.',
    unreadable: 'Enter a number of days or a date such as 2026-01-31.',
    days: (most: number): string => `Enter 1 to ${most} days.`,
  },
  declinedNotice: (sum: string): string => `Your request for ${sum} was declined`,
  question: (count: number, total: string): string => `Ask ${people(count)} for ${total}?`,
  more: (count: number): string => `and ${people(count)} more`,
  firstWithMore: (count: number, more: string, less: string): string =>
    `The total cannot be split evenly: the first ${people(count)} pay ${more}, the others ${less}.`,
  unasked: {
    SELF: 'You are not asked yourself.',
    NO_ACCOUNT: (who: Markup): Markup => md`Without an account here, not asked: ${who}`,
    UNWANTED: (who: Markup): Markup => md`Do not accept requests, not asked: ${who}`,
    FULL: (who: Markup): Markup => md`Have too many open requests, not asked: ${who}`,
  },
  made: (count: number, total: string): string => `${people(count)} asked for ${total}`,
  madeNote: 'They get a direct message. You can see who has paid at any time.',
  received: {
    title: (sum: string): string => `You are asked for ${sum}`,
    reminder: (sum: string): string => `Reminder: you are asked for ${sum}`,
    note: 'Nothing leaves your account unless you pay.',
  },
  due: {
    OPEN: (sum: string): string => `A request for ${sum}`,
    PART_PAID: (sum: string): string => `A request for ${sum}, paid in part`,
    PAID: (sum: string): string => `A request for ${sum}, paid`,
    DECLINED: (sum: string): string => `A request for ${sum}, declined`,
    CANCELLED: (sum: string): string => `A request for ${sum}, cancelled`,
    EXPIRED: (sum: string): string => `A request for ${sum}, expired`,
  },
  pays: (asker: Markup): Markup => md`This pays a request by ${asker}.`,
  later: {
    title: 'Nothing paid',
    sentence: (until: Markup): Markup => md`The request stays open until ${until}.`,
  },
  declined: { title: 'Request declined', sentence: 'Nothing moved. The asker gets a message.' },
  table: {
    title: (reference: string): string => `Request ${reference}`,
    progress: (paid: number, all: number, received: string, asked: string): Markup =>
      md`**${String(paid)} of ${people(all)} ${all === 1 ? 'has' : 'have'} paid**, ${received} of ${asked}.`,
    picture: 'How many people have paid, and how much',
    page: (number: number, of: number): string => `Page ${number} of ${of}`,
    remindersLeft: (sent: number, most: number): string => `${sent} of ${most} sent`,
  },
  list: {
    title: 'Requests',
    toPay: 'To pay',
    nothingToPay: 'You have no requests to pay.',
    made: 'You asked for',
    nothingMade: 'You have not asked for money yet.',
    progress: (paid: number, all: number): string => `${paid} of ${all} paid`,
    choose: 'Choose a request',
  },
  remind: {
    question: (count: number): string => `Remind ${people(count)}?`,
    which: (number: number, most: number): string =>
      `This is reminder ${number} of ${most}. Only people who have not paid get it.`,
    done: (count: number): string => `${people(count)} reminded`,
    before: 'This reminder was sent before',
    beforeNote: 'No second message is sent.',
  },
  cancel: {
    question: 'Cancel this request?',
    sentence: (count: number): string =>
      `${people(count)} can then no longer pay it and will get a message.`,
    stays: 'What was paid stays in your account.',
    done: 'Request cancelled',
    before: 'There was nothing left to cancel',
  },
  exported: { title: 'Exported', sentence: 'The table of payers as CSV.' },
  block: {
    done: 'Requests are no longer accepted',
    undone: 'Requests are accepted again',
    sentence: (who: Markup): Markup => md`From now on you get no requests from ${who}.`,
    undoneSentence: (who: Markup): Markup => md`${who} can ask you for money again.`,
    note: 'Requests that you already have stay open; decline them if you like.',
    list: 'People from whom you accept no requests',
    none: 'You accept requests from everyone.',
    choose: 'Accept requests again from',
    button: 'Choose a person',
  },
  invitation: {
    title: (bankName: string): string => `An account at ${bankName}?`,
    sentence: (who: Markup): Markup =>
      md`${who}, a member of this server would like to settle something with you. An account takes two minutes.`,
    sent: { title: 'We have asked them', sentence: 'Nothing has moved.' },
    unsent: { title: 'They were not asked', sentence: 'Discord did not take the message.' },
    nobody: { title: 'Everyone has an account', sentence: 'Nothing was sent.' },
  },
  staff: {
    title: 'A customer’s requests',
    got: 'Asked for by others',
    nothingGot: 'Nobody has asked this customer for money.',
    made: 'Asked of others',
    nothingMade: 'This customer has asked nobody for money.',
    newest:
      'The newest are shown. This view is recorded, and the customer can see that you looked.',
    open: (count: number): string => `${count} open`,
    cancelled: (count: number): string =>
      `${people(count)} can no longer pay it. Nothing moved. The customer and the payers get a message.`,
  },
  /** To a payer, after the asker or staff have cancelled the request. */
  withdrawn: {
    title: (sum: string): string => `The request for ${sum} was cancelled`,
    byAsker: 'The person who asked cancelled it, so there is nothing left to pay. Nothing moved.',
    byStaff: 'The bank’s staff cancelled it, so there is nothing left to pay. Nothing moved.',
    paidStays: 'What you had already paid stays paid.',
  },
  /** To the asker, after staff have cancelled the request. */
  byStaff: {
    title: (sum: string): string => `Your request for ${sum} was cancelled`,
    sentence: 'The bank’s staff cancelled what was still to be paid. Nothing moved.',
  },
};
