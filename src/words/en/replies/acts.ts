/** What payer and payee do about a payment afterwards: return it, give thanks, show it. */
import { type Markup, md } from '../../text/markup.ts';

export const acts = {
  /** The memo of a transfer that returns a payment. */
  returnMemo: (reference: string): string => `Return of ${reference}`,
  returnedBefore: '⚠️ **You have sent money back for this payment before.**',
  thanked: { title: 'Thanks sent', sentence: 'The payer gets a message from you.' },
  thankedBefore: {
    title: 'You have already said thanks',
    sentence: 'The payer gets only one message for each payment.',
  },
  share: {
    question: {
      title: 'Share this payment?',
      sentence:
        'Everyone in this channel will see its reference and its day. Nobody will see names or balances.',
    },
    done: { title: 'Payment shared', sentence: 'It is in this channel now.' },
    doneBefore: {
      title: 'This payment has already been shared',
      sentence: 'Each payment can be shared once.',
    },
    failed: {
      title: 'The payment was not shared',
      sentence: 'Discord did not accept the message. Try again.',
    },
    onlyInServers: {
      title: 'Share it in a server',
      sentence: 'Direct messages have no other readers.',
    },
    /** What everyone in the channel sees; the amount only if the payer chose so. */
    line: (reference: Markup, day: Markup, amount: string | null): Markup =>
      amount === null
        ? md`**Payment** ${reference} · ${day}`
        : md`**Payment of ${amount}** ${reference} · ${day}`,
  },
};
