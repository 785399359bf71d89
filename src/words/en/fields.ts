/** Labels, hints and examples of form fields, by the use of the field. */
import { type TransactionKind, transactionKinds } from '../../bank/model/index.ts';
import type { ChoiceText, FieldText } from '../text/shapes.ts';
import { moneyKinds } from './common/money-kinds.ts';
import { accountFields } from './common/own-accounts.ts';
import { settingFields } from './common/setting-fields.ts';
import { potFields } from './common/pots.ts';
import { sharedFields } from './shared/index.ts';
import { orderFields } from './orders/forms.ts';
import { noticeSettings } from './replies/notice-settings.ts';
import { requestFields } from './requests.ts';

const bankPassword =
  'This is your **bank** password, *never your Discord password*. What you type can be seen on ' +
  'your screen.';
const goodPassword = 'At least 10 characters. Several words work well.';
const day = { hint: 'YYYY-MM-DD', example: '2026-01-31' };
const oneTimeCode = { label: 'Code', example: 'ABCD-EFGH-JKMN-P' };

const kindChoices = Object.fromEntries(
  transactionKinds.map((kind) => [kind, { label: moneyKinds[kind].many }]),
) as Record<TransactionKind, ChoiceText>;

const labelled = <Name extends string>(labels: Readonly<Record<Name, string>>) =>
  Object.fromEntries(
    Object.entries<string>(labels).map(([name, label]) => [name, { label }]),
  ) as Record<Name, ChoiceText>;

const money = {
  amount: { label: 'Amount', hint: '12, 12.50, 1.5k, half, all', example: '12.50' },
  /** Without `half` and `all`. */
  exactAmount: { label: 'Amount', hint: '12, 12.50, 1.5k', example: '12.50' },
  accountNumber: { label: 'Account number', hint: '10 digits' },
  toAccount: {
    label: 'To account',
    name: 'Account',
    hint: 'Account number, nickname, or the reference of a payment to return',
  },
  toMember: { label: 'Or to a member', name: 'Member' },
  nickname: {
    label: 'Nickname',
    hint: 'Up to 32 letters and digits. Only you see it.',
    example: 'landlord',
  },
  newNickname: {
    label: 'New nickname',
    hint: 'Up to 32 letters and digits. Only you see it.',
    example: 'landlord',
  },
  savedNickname: { label: 'Saved payee', hint: 'Its nickname' },
  payeeAccount: { label: 'Account', hint: 'Account number, or a person you have paid' },
  payeeMember: { label: 'Or a member', name: 'Member' },
  payMember: { label: 'To', name: 'Member' },
  payeeName: { label: 'Name of the payee', hint: 'Checked against the account; may stay empty' },
  memo: { label: 'Memo', hint: 'Both parties can see it' },
  transactionKinds: {
    label: 'Show only',
    name: 'Kind',
    choices: kindChoices,
  },
  days: { label: 'Days', hint: 'The last so many days: 7, 30, 365' },
  direction: {
    label: 'Direction',
    choices: { in: { label: 'Money in' }, out: { label: 'Money out' } },
  },
  month: { label: 'Month', hint: '2026-03, or March', example: '2026-03' },
  statementFormats: {
    label: 'Format',
    choices: {
      pdf: { label: 'PDF' },
      csv: { label: 'Spreadsheet (CSV)' },
      hledger: { label: 'Accounting: hledger, Ledger' },
      beancount: { label: 'Accounting: Beancount' },
      ofx: { label: 'Finance apps (OFX)' },
      camt: { label: 'Banks (camt.053)' },
    },
  },
  receiptCode: {
    label: 'Code or text of the receipt',
    name: 'Code',
    hint: 'From the receipt, or its whole text',
  },
  pastMoment: { label: 'Time', hint: '2026-03-01, or 2026-03-01 14:30', example: '2026-03-01' },
  fromDate: { label: 'From', name: 'First day', ...day },
  toDate: { label: 'To', name: 'Last day', ...day },
  counterparty: {
    label: 'Counterparty',
    hint: 'Part of the name, or the last digits of the account number',
  },
  sentence: { label: 'Your question or request', example: 'Send Ben 5 for pizza' },
  memoText: { label: 'Text', hint: 'Part of a memo' },
  amountRange: { label: 'Amount', hint: '12, “at least 12”, “at most 50” or 12–50' },
} satisfies Record<string, FieldText>;

const person = {
  fullName: { label: 'Full name', example: 'Anna Miller' },
  email: { label: 'E-mail', example: 'anna@example.com' },
  phone: { label: 'Phone', hint: 'With + and the country code', example: '+49 30 123456' },
  dateOfBirth: { label: 'Date of birth', hint: 'YYYY-MM-DD', example: '1990-12-31' },
  gender: {
    label: 'Gender',
    choices: {
      female: { label: 'Female' },
      male: { label: 'Male' },
      other: { label: 'Other' },
      undisclosed: { label: 'Prefer not to say' },
    },
  },
  noticeKinds: { label: 'About', choices: labelled(noticeSettings.categories) },
  noticeWay: { label: 'How', choices: labelled(noticeSettings.ways) },
  noticeThreshold: {
    label: 'Send payments from',
    hint: 'Smaller payments stay in the inbox. “off”: all are sent',
    example: '5',
  },
  quietHours: { label: 'Quiet hours', hint: 'Begin and end. “off”: none', example: '22:00-07:00' },
  timeZone: { label: 'Time zone', hint: 'Your city or region', example: 'Europe/Berlin' },
  /** Each language by its own name. */
  language: {
    label: 'Language',
    choices: {
      discord: { label: 'As in Discord' },
      en: { label: 'English' },
      de: { label: 'Deutsch' },
      fr: { label: 'Français' },
      es: { label: 'Español' },
      ja: { label: '日本語' },
    },
  },
  terms: {
    label: 'I accept the terms',
    name: 'Terms',
    hint: 'The bank stores these details to serve you. Its currency is not legal tender.',
    refusal: 'To open an account, accept the terms: tick the box.',
  },
  erasure: {
    label: 'I know that this cannot be undone',
    name: 'Erasure',
    hint: 'Your account must be empty',
    refusal: 'To erase your data, tick the box.',
  },
} satisfies Record<string, FieldText>;

const secrets = {
  password: { label: 'Password', notice: bankPassword },
  firstPassword: { label: 'Password', hint: goodPassword, notice: bankPassword },
  firstPasswordAgain: { label: 'Password again', name: 'Second password', notice: bankPassword },
  newPassword: { label: 'New password', hint: goodPassword, notice: bankPassword },
  newPasswordAgain: { label: 'New password again', name: 'Second password', notice: bankPassword },
  currentPassword: { label: 'Current password', notice: bankPassword },
  /** Replaces the password as a proof, for customers with an authenticator app. */
  appProof: {
    label: 'Code',
    hint: 'From your app, or a recovery code',
    notice:
      'Enter the six-digit code from your authenticator app, or a recovery code. A recovery code ' +
      'works only once. Your password is not accepted here.',
  },
  passkeyName: { label: 'Name of the passkey', example: 'My phone' },
  appCode: { label: 'Code', hint: 'The six digits your app shows now', example: '123456' },
  emailCode: { ...oneTimeCode, hint: 'From the e-mail to your new address' },
  recoveryCode: { ...oneTimeCode, hint: 'From our e-mail, or a recovery code' },
  unlockCode: { ...oneTimeCode, hint: 'From our e-mail after a login, or a recovery code' },
} satisfies Record<string, FieldText>;

const staff = {
  reason: { label: 'Reason', hint: 'The customer can read it' },
  roleReason: { label: 'Reason', hint: 'The member can read it' },
  termsReason: { label: 'Reason', hint: 'Other staff can read it; customers cannot' },
  reference: {
    label: 'Reference',
    hint: 'From the receipt or the history',
    example: '01AB-23CD-45EF-GHJ',
  },
  customerQuery: {
    label: 'Number, phone, e-mail, name or Discord ID',
    hint: 'Or the last 4 digits, or words of a name: Anna Miller',
  },
  findMember: { label: 'Or a member', name: 'Member' },
  roleMember: { label: 'Member' },
  newUser: { label: 'New Discord user' },
  discordId: {
    label: 'Or a Discord ID or mention',
    name: 'Discord ID or mention',
    hint: 'For someone who is not in this server',
    example: '123456789012345678',
  },
  side: {
    label: 'Side',
    choices: {
      credit: { label: 'Credit', hint: 'Increases the customer’s balance' },
      debit: { label: 'Debit', hint: 'Decreases the customer’s balance' },
    },
  },
  role: {
    label: 'Role',
    choices: {
      TELLER: { label: 'Teller', hint: 'Serves customers' },
      MANAGER: { label: 'Manager', hint: 'Also approves, corrects and grants roles' },
      AUDITOR: { label: 'Auditor', hint: 'Reads everything, changes nothing' },
    },
  },
  auditActor: {
    label: 'Done by',
    name: 'Person',
    hint: 'A Discord ID or mention',
    example: '123456789012345678',
  },
  auditAccount: { label: 'Affected account', hint: '10 digits' },
  auditAction: { label: 'Action', hint: 'Part of its name, for example: frozen, role, deposit' },
} satisfies Record<string, FieldText>;

export const fields = {
  ...money,
  ...accountFields,
  ...potFields,
  ...settingFields,
  ...sharedFields,
  ...orderFields,
  ...requestFields,
  ...person,
  ...secrets,
  ...staff,
};
