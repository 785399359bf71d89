/** A customer deposits money; with `DEPOSITS=approval` a teller decides. */
import {
  amountField,
  defineCommand,
  depositAskedReply,
  memoField,
  quoteCard,
  receiptReply,
  waitsForTeller,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.deposit;

export default defineCommand({
  name: 'deposit',
  description: wording.description,
  access: 'customer',
  movesMoney: true,
  form: {
    title: wording.title,
    fields: { amount: amountField({ shares: false }), memo: memoField() },
  },
  confirm: async ({ bank, session }, { amount, memo }) => {
    const quote = await bank.payments.quoteDeposit(session, { wish: amount, memo });
    const card = quoteCard(quote, bank.currency);
    return { card: bank.payments.deposits === 'open' ? card : waitsForTeller(card) };
  },
  run: async ({ bank, session, requestId }, { amount, memo }) => {
    const order = { requestId, wish: amount, memo };
    if (bank.payments.deposits === 'approval') {
      return depositAskedReply(await bank.payments.askDeposit(session, order), bank.currency);
    }
    return receiptReply(await bank.payments.deposit(session, order), bank.currency);
  },
});
