/** A customer deposits money; with `DEPOSITS=approval` a teller decides. */
import {
  amountField,
  defineCommand,
  depositAskedReply,
  memoField,
  quoteQuestion,
  receiptReply,
  waitsForTeller,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.deposit;

export default defineCommand({
  name: 'deposit',
  words: wording,
  access: 'customer',
  movesMoney: true,
  form: {
    words: wording,
    fields: { amount: amountField({ shares: false }), memo: memoField() },
  },
  confirm: async ({ bank, session }, { amount, memo }) => {
    const quote = await bank.payments.quoteDeposit(session, { wish: amount, memo });
    const decidedBy = bank.payments.deposits;
    const order = { wish: amount, memo, decidedBy };
    const question = quoteQuestion(quote, bank.currency, order);
    if (decidedBy === 'open') return question;
    return { ...question, card: waitsForTeller(question.card) };
  },
  run: async ({ bank, session, requestId }, { decidedBy, ...order }) => {
    const confirmed = { ...order, requestId };
    if (decidedBy === 'approval') {
      return depositAskedReply(await bank.payments.askDeposit(session, confirmed), bank.currency);
    }
    return receiptReply(await bank.payments.deposit(session, confirmed), bank.currency);
  },
});
