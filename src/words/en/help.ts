/** The answer of `/help`, and the card in a server that the bot has joined. */
import { limitTopics } from './common/limits.ts';
import { potTopics } from './common/pots.ts';
import { sharedTopics } from './shared/index.ts';
import { md, written } from '../text/markup.ts';

export const help = {
  choose: 'Choose a topic',
  topics: {
    start: 'First steps',
    money: 'Money',
    payees: 'Paying people you know',
    schedule: 'Standing orders',
    orders: 'Standing orders: changes',
    accounts: 'Your accounts',
    ...potTopics,
    ...limitTopics,
    ...sharedTopics,
    records: 'Statements and proofs',
    requests: 'Asking for money',
    tables: 'Requests: more',
    account: 'Your account',
    notices: 'Notices',
    security: 'Security',
    privacy: 'Your data',
    customers: 'Staff: customers',
    counter: 'Staff: money',
    terms: 'Staff: fees and interest',
    desk: 'Staff: approvals and reports',
    customerOrders: 'Staff: standing orders',
    customerRequests: 'Staff: requests for money',
    roles: 'Staff: roles',
  },
  /** For people without an account. */
  firstSteps: [
    written('Open an account. It takes two short forms.'),
    md`Add money with ${written('`/deposit`')}.`,
    md`Pay people in this server with ${written('`/transfer`')}.`,
  ],
  loggedOut: 'Log in to see your balance and to send money.',
  /** Sentences instead of commands. */
  write: 'You can also simply write: “Send Ben 5 for pizza”.',
  amounts: 'Amounts: `12`, `12.50`, `1.5k`, `half`, `all`.',
  staffServer: 'Staff commands work in the staff server.',
  private: 'Only you can see the bank’s answers.',
  arrival: {
    title: (bankName: string): string => `${bankName} is here`,
    sentence:
      'Open an account and pay each other in this server. Only you see the answers that the bank ' +
      'gives you.',
    howItWorks: 'How it works',
  },
};
