/** Several accounts of one customer: commands, fields, refusals, notices and cards. */
import type { AccountType, ErrorCode, ErrorData } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { pots, potSentences } from './pots.ts';
import { shared, sharedSentences } from '../shared/index.ts';

export const accountCommands = {
  'account open': {
    description: 'Open another account with a number of its own',
    title: 'Open another account',
  },
  'account list': { description: 'See all your accounts' },
  'account rename': { description: 'Give an account a name of your own', title: 'Name an account' },
  'account main': {
    description: 'Choose the account that receives payments to you as a member',
    title: 'Choose your main account',
  },
  'account close': { description: 'Close one of your accounts', title: 'Close an account' },
} satisfies Record<string, CommandText>;

const named = 'Its name, number or last four digits';

export const accountFields = {
  fromAccount: { label: 'From your account', hint: named },
  intoAccount: { label: 'Into your account', hint: named },
  ownAccount: { label: 'Account', hint: named },
  accountType: {
    label: 'Kind',
    choices: {
      CURRENT: { label: 'Current account', hint: 'For everyday payments' },
      SAVINGS: { label: 'Savings account', hint: 'For money that you put aside' },
    },
  },
  accountName: {
    label: 'Name',
    hint: 'Up to 32 letters and digits. Only you see it.',
    example: 'Holiday',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const accountOptions = {
  fromAccount: 'from',
  intoAccount: 'into',
  ownAccount: 'account',
  accountType: 'kind',
  accountName: 'name',
};

const uses: Record<ErrorData['ACCOUNT_IN_USE']['by'], string> = {
  ORDER: 'A standing order uses this account. Cancel it first with `/schedule cancel`.',
  REQUEST:
    'A request that others can still pay uses this account. Cancel it first with `/request cancel`.',
  DEPOSIT: 'A deposit into this account waits for a teller. Close it when that is decided.',
  POT: 'A pot of this account is open. Take the money out and close it first with `/pot close`.',
  MEMBER_ORDER:
    'A member’s standing order pays from this account. That member cancels it with ' +
    '`/schedule cancel`; it also ends when they are removed.',
};

export const accountSentences = {
  ...potSentences,
  ...sharedSentences,
  ACCOUNT_UNKNOWN: (_, nothing) =>
    `None of your open accounts matches this, or several do. ${nothing} Choose one from the list.`,
  ACCOUNTS_TOO_MANY: ({ max, counted }, nothing) =>
    counted === 'OPEN'
      ? `You can have at most ${max} open accounts. ${nothing} Close one first.`
      : `You have opened ${max} accounts, closed ones included, and can open no more. ${nothing}`,
  ACCOUNT_NAME_TAKEN: (_, nothing) =>
    `You already have an account with this name. ${nothing} Choose another name.`,
  ACCOUNT_IS_MAIN: ({ isOnly }, nothing) =>
    isOnly
      ? `This is your only account. ${nothing} To leave the bank, use \`/privacy erase\`.`
      : `This is your main account. ${nothing} Choose another main account first, with \`/account main\`.`,
  ACCOUNT_NOT_EMPTY: ({ why, balance: { units, currency } }, nothing) =>
    why === 'HELD'
      ? `Money on this account is set aside for a payment. ${nothing} Close it when that is done.`
      : `There is still ${formatAmount(units, currency)} on this account. ` +
        `${nothing} Transfer it to another account first.`,
  ACCOUNT_IN_USE: ({ by }, nothing) => `${uses[by]} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

export const accountReasons = {
  OWN_ACCOUNT_SHAPE: () =>
    'Enter one of your accounts: its name, its number, or the last four digits.',
};

/** Titles and sentences of notices. */
export const accountEvents = {
  OWN_ACCOUNT_OPENED: [
    'New account opened',
    'Another account was opened in your name. `/account list` shows it.',
  ],
  MAIN_ACCOUNT_CHANGED: [
    'Main account changed',
    'Payments to you as a member now reach another of your accounts. `/account list` shows which.',
  ],
  OWN_ACCOUNT_CLOSED: [
    'Account closed',
    'One of your accounts was closed. Its entries stay in your statements.',
  ],
} as const;

/** Labels in the audit trail. */
export const accountAudits = {
  OWN_ACCOUNT_OPENED: 'Further account opened',
  OWN_ACCOUNT_RENAMED: 'Account renamed',
  MAIN_ACCOUNT_CHANGED: 'Main account changed',
  OWN_ACCOUNT_CLOSED: 'Account closed by its owner',
};

const types: Record<AccountType, string> = {
  POT: pots.type,
  SHARED: shared.type,
  CURRENT: 'Current account',
  SAVINGS: 'Savings account',
};

export const ownAccounts = {
  types,
  main: 'main account',
  total: 'In all accounts',
  type: 'Kind',
  name: 'Name',
  list: { title: 'Your accounts', closed: 'Closed' },
  open: {
    question: 'Open another account?',
    note: 'It gets a number of its own. Your limits stay the same for all accounts together.',
    done: 'Account opened',
  },
  renamed: 'The account has a new name',
  makeMain: {
    question: 'Make this your main account?',
    note: 'Payments to you as a member will reach it. Money will leave it where you name no other account.',
    done: 'This is now your main account',
  },
  close: {
    question: 'Close this account?',
    note: 'It cannot be opened again. Its entries stay in your statements.',
    confirm: 'Close the account',
    done: 'The account is closed',
  },
  buttons: {
    open: 'Open another account',
    rename: 'Rename',
    main: 'Main account',
    close: 'Close',
    list: 'Your accounts',
  },
  /** Above a list of the customer's accounts, on a card. */
  choose: {
    from: 'Pay from another account',
    into: 'Use another account',
    history: 'Show another account',
  },
};
