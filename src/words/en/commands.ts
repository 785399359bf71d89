/**
 * Descriptions and form titles of each command, by its path. Every file below `commands/` has a row
 * here. Descriptions end without a full stop.
 */
import type { CommandText } from '../text/shapes.ts';
import { accountCommands } from './common/own-accounts.ts';
import { feeCommands } from './common/fees.ts';
import { interestCommands } from './common/interest.ts';
import { limitCommands } from './common/limits.ts';
import { potCommands } from './common/pots.ts';
import { sharedCommands } from './shared/index.ts';
import { orderCommands } from './orders/forms.ts';
import { requestCommands } from './requests.ts';
import { setupCommands } from './common/setup.ts';

const customers = {
  'account access-log': {
    description: 'See which staff members viewed or changed your account',
  },
  ask: { description: 'Ask the bank in your own words', title: 'Ask the bank' },
  balance: { description: 'See your balance', title: 'Balance at a time' },
  deposit: { description: 'Deposit money into your account', title: 'Deposit money' },
  'forgot-password': {
    description: 'Reset your password',
    title: 'Find your account',
    second: { button: 'Enter code', title: 'New password' },
  },
  help: { description: 'See which commands you can use' },
  history: { description: 'See your transactions', title: 'Filter transactions' },
  inbox: { description: 'Read all notices from the bank' },
  language: {
    description: 'Choose the language in which the bank writes to you',
    title: 'Your language',
  },
  lock: { description: 'Lock your account so that no money can leave it' },
  login: { description: 'Log in to your account', title: 'Log in' },
  logout: { description: 'Log out' },
  pay: { description: 'Send money to a member', title: 'Send money' },
  'payee add': {
    description: 'Save an account that you pay under a nickname',
    title: 'Save a payee',
  },
  'payee list': { description: 'See the accounts that you have saved' },
  'payee remove': { description: 'Remove a saved payee', title: 'Remove a payee' },
  'payee rename': { description: 'Change the nickname of a saved payee', title: 'Rename a payee' },
  notices: {
    description: 'Choose how and when the bank tells you of something',
    title: 'How you are told',
  },
  'privacy erase': {
    description: 'Close your account permanently and erase your personal data',
    title: 'Erase your data',
  },
  'privacy export': {
    description: 'Download the data the bank holds about you',
    title: 'Export your data',
  },
  'profile password': { description: 'Change your password', title: 'New password' },
  'profile recovery-codes': {
    description: 'Get new recovery codes; the old ones stop working',
    title: 'New recovery codes',
  },
  'profile update': {
    description: 'Change your name, e-mail address or phone number',
    title: 'Your details',
    second: { button: 'Enter code', title: 'Confirm your e-mail' },
  },
  'profile view': { description: 'See your personal details' },
  register: {
    description: 'Open an account at this bank',
    title: 'Your details',
    second: { button: 'Choose password', title: 'Your password' },
  },
  security: {
    description: 'Set up an authenticator app, get recovery codes or lock your account',
    second: { button: 'Enter code', title: 'Code from your app' },
  },
  session: { description: 'See your current login and your recent ones' },
  receipt: { description: 'Get the receipt of a payment', title: 'Receipt' },
  verify: { description: 'Check whether a receipt is genuine', title: 'Check a receipt' },
  'prove balance': {
    description: 'Get a proof that your balance is in the bank’s published total',
  },
  'prove payment': {
    description: 'Get a proof of a payment that anybody can check',
    title: 'Prove a payment',
  },
  statement: {
    description: 'Download a statement of your account',
    title: 'Account statement',
  },
  transfer: { description: 'Send money to another account', title: 'Send money' },
  unlock: { description: 'Unlock your account', title: 'Unlock your account' },
  withdraw: { description: 'Withdraw money from your account', title: 'Withdraw money' },
} satisfies Record<string, CommandText>;

const staff = {
  'staff adjust': {
    description: 'Correct a balance; large amounts need a second manager',
    title: 'Adjust a balance',
  },
  'staff approvals list': {
    description: 'See requests that need approval by a second staff member',
  },
  'staff audit': {
    description: 'Read the audit trail: who did what to whom, when and why',
    title: 'Filter the audit trail',
  },
  'staff customer find': {
    description: 'Find a customer by account number, phone, e-mail, name or member',
    title: 'Find a customer',
  },
  'staff customer freeze': {
    description: 'Freeze an account so that no money can leave it',
    title: 'Freeze an account',
  },
  'staff customer relink': {
    description: 'Ask a second manager to link an account to another Discord user',
    title: 'Link an account to another user',
    done: {
      title: 'Account relinked',
      sentence: 'The account is now linked to the new Discord user.',
    },
  },
  'staff customer unfreeze': {
    description: 'Ask a second staff member to unfreeze an account',
    title: 'Unfreeze an account',
    done: { title: 'Account unfrozen', sentence: 'Money can leave the account again.' },
  },
  'staff customer unlock': {
    description: 'Remove the lock that the owner has set',
    title: 'Unlock an account',
  },
  'staff customer view': { description: 'See a customer’s account', title: 'View a customer' },
  'staff deposit': {
    description: 'Deposit money into a customer’s account',
    title: 'Deposit for a customer',
  },
  'staff doctor': { description: 'Check settings, database, secrets, backups, mail and Discord' },
  'staff report': {
    description: 'See customers, deposits held, daily flow and the trial balance',
  },
  'staff reverse': {
    description: 'Reverse a transaction; large amounts need a second manager',
    title: 'Reverse a transaction',
  },
  'staff role grant': {
    description: 'Give a member a role at the bank',
    title: 'Grant a role',
    done: {
      title: 'Role granted',
      sentence: 'The role is active now. `/help` lists the commands it allows.',
    },
  },
  'staff role list': { description: 'See the bank’s staff and their roles' },
  'staff role revoke': {
    description: 'Remove a member’s role at the bank',
    title: 'Revoke a role',
  },
  'staff statement': {
    description: 'Download a statement of a customer’s account',
    title: 'Statement of a customer',
  },
  'staff stuck list': { description: 'See confirmations and jobs that could not be completed' },
  'staff withdraw': {
    description: 'Withdraw money from a customer’s account',
    title: 'Withdraw for a customer',
  },
} satisfies Record<string, CommandText>;

export const commands = {
  ...customers,
  ...accountCommands,
  ...potCommands,
  ...limitCommands,
  ...sharedCommands,
  ...feeCommands,
  ...interestCommands,
  ...orderCommands,
  ...requestCommands,
  ...setupCommands,
  ...staff,
};
