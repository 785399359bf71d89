/** Standing orders: commands, fields, and why an entry was refused. */
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const orderCommands = {
  'schedule create': {
    description: 'Pay an account regularly: every month, every two weeks, …',
    title: 'New standing order',
  },
  'schedule list': { description: 'See your standing orders' },
  'schedule preview': {
    description: 'See the next payments, and whether your money will be enough',
    title: 'Next payments',
  },
  'schedule pause': { description: 'Pause a standing order', title: 'Pause a standing order' },
  'schedule resume': {
    description: 'Resume a paused standing order',
    title: 'Resume a standing order',
  },
  'schedule skip': {
    description: 'Leave out the next payment of a standing order',
    title: 'Skip the next payment',
  },
  'schedule cancel': { description: 'Cancel a standing order', title: 'Cancel a standing order' },
  'staff order list': {
    description: 'See a customer’s standing orders',
    title: 'A customer’s standing orders',
  },
  'staff order pause': {
    description: 'Pause a customer’s standing order',
    title: 'Pause a standing order',
  },
  'staff order resume': {
    description: 'Resume a customer’s standing order',
    title: 'Resume a standing order',
  },
  'staff order cancel': {
    description: 'Cancel a customer’s standing order',
    title: 'Cancel a standing order',
  },
} satisfies Record<string, CommandText>;

export const orderFields = {
  orderAmount: {
    label: 'Amount',
    hint: '12.50, or > 500 for all above 500',
    example: '12.50',
  },
  every: { label: 'Every', hint: 'month, 2 weeks, 10 days', example: 'month' },
  firstDate: {
    label: 'First payment',
    hint: 'YYYY-MM-DD. Left empty: the next possible day',
    example: '2027-01-31',
  },
  monthDay: { label: 'Day of the month', hint: '1 to 31, or last', example: 'last' },
  until: {
    label: 'Until',
    hint: 'The last date, or the number of payments',
    example: '2027-12-31 or 12',
  },
  payTime: { label: 'Time', hint: 'HH:MM. Left empty: 09:00', example: '09:00' },
  orderNumber: { label: 'Order number', hint: '/schedule list shows it', example: '1' },
} satisfies Record<string, FieldText>;

export const orderOptions = {
  orderAmount: 'amount',
  every: 'every',
  firstDate: 'first',
  monthDay: 'day',
  until: 'until',
  payTime: 'time',
  orderNumber: 'order',
};

/** What people write in fields of orders, in lower case. */
export const orderWriting = {
  units: {
    DAY: ['day', 'days', 'daily'],
    WEEK: ['week', 'weeks', 'weekly'],
    MONTH: ['month', 'months', 'monthly'],
    YEAR: ['year', 'years', 'yearly'],
  },
  last: ['last', 'last day', 'the last'],
  above: ['all above', 'everything above', 'above'],
};

export const orderReasons = {
  every: (most: number): string =>
    `Write how often it is paid: month, 2 weeks or 10 days. At most every ${most}.`,
  monthDay: 'Write a day from 1 to 31, or “last”.',
  monthDayUnused: 'A day of the month goes only with months. Leave it empty, or pay every month.',
  until: (most: number): string =>
    `Write the last date as YYYY-MM-DD, or the number of payments from 1 to ${most}.`,
  untilBeforeFirst: 'This date is before the first payment.',
  time: 'Write the time as HH:MM, for example 09:00.',
  orderNumber: 'Write the number of the order, for example 1. `/schedule list` shows it.',
};
