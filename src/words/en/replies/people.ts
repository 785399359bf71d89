/** Registration, login, logout, export and erasure. */
import { joined, type Markup, md } from '../../text/markup.ts';
import { recoveryCodesLead } from '../common/shared.ts';
import { formatDay } from '../../text/date.ts';

export const people = {
  /** Shown instead of a customer who has erased their data. */
  formerCustomer: 'a former customer',
  born: (date: string, age: number): string => `${formatDay(date)} (age ${age})`,
  sessionEnds: (pay: Markup, read: Markup): Markup =>
    joined([
      md`You can pay until ${pay}; using the bank extends it. After that, *Confirm* asks who you are.`,
      md`You can see your accounts here until ${read}.`,
    ]),
  register: {
    title: 'Almost there',
    next: 'Now choose a password for this bank. Nothing is saved until then.',
  },
  welcome: {
    title: 'Your account is open',
    greeting: (bankName: string, person: { fullName: string; age: number }): Markup =>
      md`Welcome to ${bankName}, ${person.fullName} (age ${`${person.age}`}).`,
    movedIn: (amount: string): Markup =>
      md`**${amount}** waited for you: your balance with the bank’s former bot. It is in your account.`,
    recoveryCodesLead,
    next: 'Next: add money with `/deposit`, or see every command with `/help`.',
  },
  login: {
    title: 'Logged in',
    next: 'See your balance with `/balance`. Any earlier login has ended.',
  },
  logout: {
    title: 'Logged out',
    next: 'Your login has ended everywhere. Log in again with `/login`.',
  },
  exported: {
    title: 'Your data',
    content: 'All data the bank holds about you, and the entries of your account as a table.',
    note: 'Only you can see this message. Keep the files safe: they contain your personal data.',
  },
  erase: {
    question: 'Erase your data?',
    whatGoes:
      'Your account will be closed, and your name, e-mail, phone, date of birth, password and ' +
      'codes will be deleted. **This cannot be undone.**',
    whatStays:
      'Your payments stay in the books without your name. The audit trail keeps a record of what ' +
      'you did, with your Discord ID.',
    /** Completes "You are about to ...". */
    intent: 'close your account permanently and erase your personal data',
    done: 'Your data has been erased',
    next: 'Your account is closed. You can open a new one at any time with `/register`.',
  },
};
