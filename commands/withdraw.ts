/** A customer takes money out. */
import {
  amountField,
  defineCommand,
  memoField,
  quoteQuestion,
  receiptReply,
} from '../src/bot/index.ts';

export default defineCommand({
  name: 'withdraw',
  description: 'Take money out of your account',
  access: 'customer',
  movesMoney: true,
  form: {
    title: 'Withdraw money',
    fields: { amount: amountField(), memo: memoField() },
  },
  confirm: async ({ bank, session }, { amount, memo }) => {
    const quote = await bank.payments.quoteWithdrawal(session, { wish: amount, memo });
    return quoteQuestion(quote, bank.currency);
  },
  run: async ({ bank, session, requestId, isProved }, { amount, memo }) => {
    const order = { requestId, isProved, wish: amount, memo };
    return receiptReply(await bank.payments.withdraw(session, order), bank.currency);
  },
});
