/** Cards with proofs out of the log. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');

export const proofs = {
  title: 'Proof of a payment',
  sentence: 'The file proves that this payment is in the books, with amount, accounts and time.',
  hidden: 'It shows neither your balance nor the memo.',
  how: 'Anybody can check it with the bank’s public key and its page for checking records.',
  soon: 'This payment is booked. Its proof is ready in about a minute.',
  again: 'Try again',
  witnesses: (count: number): string =>
    count === 0
      ? 'Only the bank has signed for it so far.'
      : `Besides the bank, ${plural(count, { one: '1 witness has', other: `${count} witnesses have` })} signed for it.`,
  balance: {
    title: 'Proof of your balance',
    sentence: 'The file proves that last night’s balance is in the total the bank published.',
    soon: 'Your account is newer than last night’s total. The proof is ready tomorrow.',
    missing: 'An account without a file is newer than last night’s total.',
  },
};
