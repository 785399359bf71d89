/** Requests for money: commands, fields, options and refusals. */
import type { ErrorData, Money } from '../../bank/model/index.ts';
import { formatAmount } from '../text/amount.ts';
import type { CommandText, FieldText } from '../text/shapes.ts';

export const requestCommands = {
  'request block': {
    description: 'Choose from whom you accept no requests for money',
    title: 'Accept no requests',
  },
  'request cancel': { description: 'Cancel a request you made', title: 'Cancel a request' },
  'request create': { description: 'Ask one or more people for money', title: 'Ask for money' },
  'request export': {
    description: 'Download who has paid a request, as a table',
    title: 'Export a request',
  },
  'request list': { description: 'See what you are asked to pay and what you asked for' },
  'request remind': {
    description: 'Remind the people who have not paid a request',
    title: 'Send a reminder',
  },
  'request show': { description: 'See who has paid a request', title: 'Show a request' },
  'staff request list': {
    description: 'See the requests for money that a customer got and made',
    title: 'A customer’s requests',
  },
  'staff request show': {
    description: 'See who has paid a customer’s request',
    title: 'A customer’s request',
  },
  'staff request cancel': {
    description: 'Cancel a customer’s request, with a reason',
    title: 'Cancel a customer’s request',
  },
} satisfies Record<string, CommandText>;

export const requestFields = {
  askMembers: { label: 'From', hint: 'One or more members' },
  askRole: { label: 'Or from everyone with a role', hint: 'At most 100 people' },
  askAccount: {
    label: 'Or from an account',
    hint: 'Account number, nickname, or a person you have paid',
  },
  askEach: { label: 'Amount each', hint: '12, 12.50, 1.5k', example: '12.50' },
  askTotal: { label: 'Or in total', hint: 'Split evenly', example: '100' },
  dueDate: { label: 'Due date', hint: 'YYYY-MM-DD', example: '2026-01-31' },
  expires: { label: 'Expires', hint: 'After so many days (at most 90), or a date', example: '10' },
  request: {
    label: 'Request',
    hint: 'Its reference, from /request list',
    example: '01AB-23CD-45EF-GHJ',
  },
  blockMember: { label: 'Member', hint: 'They can then ask you for nothing' },
  customerRequest: {
    label: 'Request',
    hint: 'Its reference, from /staff request list',
    example: '01AB-23CD-45EF-GHJ',
  },
} satisfies Record<string, FieldText>;

export const requestOptions = {
  askMembers: 'member',
  askRole: 'role',
  askAccount: 'account',
  askEach: 'amount',
  askTotal: 'total',
  dueDate: 'due_date',
  expires: 'expires',
  request: 'request',
  blockMember: 'member',
  customerRequest: 'request',
};

type RequestCode =
  | `REQUEST_${'SELF' | 'PAYERS' | 'UNWANTED' | 'SPLIT' | 'TIME' | 'CHANGED' | 'UNKNOWN'}`
  | `REQUEST_${'ENDED' | 'EXCEEDED'}`
  | 'REQUEST_REFERENCE_UNKNOWN'
  | 'REQUESTS_OPEN'
  | 'REMINDERS_USED'
  | 'BLOCKS_TOO_MANY'
  | 'ROLE_UNREADABLE';
export type RequestSentences = {
  readonly [C in RequestCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const time: Record<ErrorData['REQUEST_TIME']['fault'], string> = {
  DUE_PAST: 'The due date is in the past.',
  DUE_LATE: 'The due date is more than 90 days away.',
  EXPIRY_PAST: 'The request would expire in the past.',
  EXPIRY_LATE: 'A request is open for at most 90 days.',
  EXPIRY_BEFORE_DUE: 'The request would expire before its due date.',
};
const ended: Record<ErrorData['REQUEST_ENDED']['state'], string> = {
  PAID: 'This request has already been paid.',
  DECLINED: 'This request was declined.',
  CANCELLED: 'This request was cancelled.',
  EXPIRED: 'This request has expired.',
};
const unreadable: Record<ErrorData['ROLE_UNREADABLE']['why'], string> = {
  INTENT:
    'Discord does not let this bank read who has a role. The people who run the bot must turn on ' +
    '“Server Members Intent” for it in Discord’s Developer Portal.',
  SERVER: 'Roles exist only in servers, and this is a direct message.',
  SIZE: 'This server has too many members to look through.',
  LATE: 'Discord did not answer in time.',
};

export const requestSentences: RequestSentences = {
  REQUEST_SELF: (_, nothing) =>
    `That is you: you cannot do this with yourself. ${nothing} Choose another person.`,
  REQUEST_PAYERS: ({ max }, nothing) =>
    `A request asks 1 to ${max} people who have an account here. ${nothing} Choose others.`,
  REQUEST_UNWANTED: (_, nothing) =>
    `This person does not accept requests for money. ${nothing} Ask them in another way.`,
  REQUESTS_OPEN: ({ whose, max }, nothing) =>
    whose === 'OWN'
      ? `You have ${max} open requests already. ${nothing} Cancel one, or wait until one is paid.`
      : `This person has ${max} open requests already. ${nothing} Try again later.`,
  REQUEST_SPLIT: ({ people }, nothing) =>
    `Split over ${people} people, this is less than the smallest amount each. ` +
    `${nothing} Enter a larger total.`,
  REQUEST_TIME: ({ fault }, nothing) => `${time[fault]} ${nothing} Choose another day.`,
  REQUEST_CHANGED: (_, nothing) =>
    `Someone on this card can no longer be asked. ${nothing} Start again to see a new card.`,
  REQUEST_UNKNOWN: (_, nothing) =>
    `There is no such request for you. ${nothing} See \`/request list\`.`,
  REQUEST_REFERENCE_UNKNOWN: (_, nothing) =>
    `No request has this reference. ${nothing} See \`/staff request list\`.`,
  REQUEST_ENDED: ({ state }, nothing) => `${ended[state]} ${nothing}`,
  REQUEST_EXCEEDED: ({ left }, nothing) =>
    `Only ${sum(left)} of this request is still to be paid. ${nothing} Enter that or less.`,
  REMINDERS_USED: ({ max }, nothing) =>
    `All ${max} reminders of this request have been sent. ${nothing}`,
  BLOCKS_TOO_MANY: ({ max }, nothing) =>
    `You have chosen ${max} people already. ${nothing} Accept requests from one of them again first.`,
  ROLE_UNREADABLE: ({ why }, nothing) =>
    `${unreadable[why]} ${nothing} You can choose members one by one instead.`,
};
