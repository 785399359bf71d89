/** The buttons of next steps, and what is said when something goes on. */
import { limitSteps } from '../common/limits.ts';
import { potSteps } from '../common/pots.ts';
import { sharedSteps } from '../shared/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';

export const next = {
  /** Buttons that open a command. */
  open: {
    balance: 'Balance',
    accounts: 'Your accounts',
    ...potSteps,
    ...limitSteps,
    ...sharedSteps,
    mainAccount: 'Main account',
    deposit: 'Deposit',
    history: 'History',
    payees: 'Your payees',
    orders: 'Standing orders',
    newOrder: 'New standing order',
    send: 'Send money',
    withdraw: 'Withdraw',
    requests: 'Requests',
    blocks: 'People you chose',
    help: 'What you can do',
    logins: 'Your logins',
    unlock: 'Unlock',
    newPassword: 'Forgot password',
    profile: 'Your details',
    changeDetails: 'Change details',
    security: 'Security',
    findCustomer: 'Find a customer',
    viewCustomer: 'View customer',
    customerRequests: 'Requests of the customer',
    freeze: 'Freeze the account',
    adjust: 'Adjust a balance',
    approvals: 'Open requests',
    stuck: 'Stuck requests',
    roles: 'Staff list',
  },
  goOn: 'Continue',
  check: 'Check now',
  invite: 'Ask them to open an account',
  staff: 'Ask the staff',
  amount: (isTransfer: boolean, sum: string): string =>
    isTransfer ? `Send ${sum}` : `Withdraw ${sum}`,
  depositSum: (sum: string): string => `Deposit ${sum}`,
  /** On the card of a deposit that a waiting payment lacks, after the two sums. */
  depositFirst: 'Deposit the rest here, and the payment goes on.',
  resumeExpired:
    'What you had entered is too old to go on by itself. Check it before you continue.',
  invitation: {
    title: (bankName: string): string => `An account at ${bankName}?`,
    /** Public: says nothing about an amount. */
    sentence: (member: Markup): Markup =>
      joined(
        [
          md`${member}, a member of this server would like to pay you.`,
          written('Opening an account takes two minutes.'),
        ],
        ' ',
      ),
    /** Sent to the member alone. */
    direct: (payer: Markup): Markup =>
      md`${payer} would like to pay you. Opening an account takes two minutes.`,
  },
  invited: {
    title: 'We have asked them',
    sentence: 'When they have opened an account, try again. Nothing has moved.',
  },
  reachStaff: {
    title: 'How to reach the staff',
    sentence: (bankName: string): string =>
      `Write to the people who run ${bankName} in this server. Give them the code or reference ` +
      'from your message and the last four digits of your account number. They never need your ' +
      'password or your codes.',
  },
};
