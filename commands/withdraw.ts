/** A customer withdraws money. */
import {
  amountField,
  defineCommand,
  memoField,
  quoteQuestion,
  receiptReply,
  shownWish,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.withdraw;

export default defineCommand({
  name: 'withdraw',
  words: wording,
  access: 'customer',
  movesMoney: true,
  form: {
    words: wording,
    fields: { amount: amountField(), memo: memoField() },
  },
  confirm: async ({ bank, session }, { amount, memo }) => {
    const quote = await bank.payments.quoteWithdrawal(session, { wish: amount, memo });
    return quoteQuestion(quote, bank.currency, { wish: shownWish(quote), memo });
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const receipt = await bank.payments.withdraw(session, { ...order, requestId, isProved });
    return receiptReply(receipt, bank.currency);
  },
});
