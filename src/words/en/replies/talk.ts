/** Answers to sentences in direct messages, mentions and `/ask`. */
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');
const payments = (count: number): string =>
  plural(count, { one: `${count} payment`, other: `${count} payments` });

/** First and last day; null where the period is open. */
interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const during = ({ from, to }: Period): Markup => {
  if (from !== null && from === to) return md`on ${from}`;
  if (from !== null && to !== null) return md`from ${from} to ${to}`;
  if (from !== null) return md`since ${from}`;
  return to === null ? written('so far') : md`until ${to}`;
};

export const talk = {
  /** In a channel that others read. */
  inPrivate: {
    sentence: 'I can answer that where only you see it.',
    button: 'Go on in private',
    tooLong: 'Please ask me in one short sentence.',
  },
  notUnderstood: {
    quoted: (text: string): string => `“${text}”`,
    title: 'I did not understand that',
    lead: 'You can write, for example:',
    examples: ['What is my balance?', 'Send Ben 5 for pizza', 'What did I spend in March?'],
  },
  help: 'Help',
  fillIn: 'Fill in the rest',
  openForm: { lead: 'This needs a form.' },
  missing: {
    lead: 'Some details are missing.',
    member: 'To',
  },
  who: {
    title: 'Who do you mean?',
    lead: (name: string): Markup => md`Several people are called ${name}.`,
    other: 'Someone else',
  },
  unknownPayee: {
    title: (name: string): Markup => md`I do not know ${name}`,
    sentence:
      'Give their account number, mention them with @, or choose them in the form. The rest is ' +
      'already filled in.',
  },
  unclear: {
    title: 'One detail is not clear',
    amount: 'I am not sure which amount you mean. Write it like 1250 or 12.50.',
    payee: 'I am not sure who should get the money. Name one person.',
    payer:
      'Who should pay? Choose one person, several, or a role of the server. The bank asks them for you.',
    date: 'I am not sure which day you mean. Write it like 2026-03-31.',
    paymentDate:
      'A payment is made at once. You can send it now, or write to me again on that day.',
  },
  already: {
    registered: { title: 'You have an account', sentence: 'Log in to use it.' },
    loggedIn: { title: 'You are logged in', sentence: 'You can use your account now.' },
  },
  sums: {
    title: 'Your payments',
    out: (sum: string, count: number, period: Period): Markup =>
      md`You sent **${sum}** in ${payments(count)} ${during(period)}.`,
    in: (sum: string, count: number, period: Period): Markup =>
      md`You received **${sum}** in ${payments(count)} ${during(period)}.`,
    /** Payments with one person. */
    with: (party: Markup): Markup => md`With ${party}:`,
    none: (period: Period): Markup => md`There are no such payments ${during(period)}.`,
    newest: 'The latest:',
  },
};
