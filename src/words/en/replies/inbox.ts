/** The inbox, and what other replies say of it. */
import type { InboxState } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');

const states: Record<Exclude<InboxState, 'HELD'>, string> = {
  SENT: 'sent',
  KEPT: 'kept here, as you chose',
  CLOSED: 'not sent: you accept no direct messages',
  NO_SERVER: 'not sent: you share no server with the bank',
  GONE: 'not sent: Discord did not find you',
  FAILED: 'not sent: Discord did not take it',
  UNSURE: 'it may not have arrived',
  WAITING: 'on its way',
};

export const inbox = {
  title: 'Inbox',
  unread: (count: number): string => plural(count, { one: '1 new', other: `${count} new` }),
  empty: 'There are no notices yet.',
  emptyPage: 'There is nothing on this page.',
  states,
  heldUntil: (at: Markup): Markup => md`comes at ${at}`,
  gone: { title: 'Notice', sentence: 'What this notice was about can no longer be shown.' },
  missing: {
    title: 'This notice is no longer in your inbox',
    sentence: 'It is older than 90 days, or belongs to another account.',
  },
  kept: 'Notices stay here for 90 days.',
  open: 'Open a notice',
  buttons: { allRead: 'Mark all as read', settings: 'Notice settings' },
  /** Below the next reply, once. */
  news: (count: number): string =>
    plural(count, { one: 'You have 1 new notice', other: `You have ${count} new notices` }),
  /** Below a message that may have been sent twice. */
  repeated: 'You may have received this message before.',
};
