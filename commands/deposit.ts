/** A customer puts money in. */
import {
  amountField,
  defineCommand,
  memoField,
  quoteCard,
  receiptReply,
} from '../src/bot/index.ts';

export default defineCommand({
  name: 'deposit',
  description: 'Put money into your account',
  access: 'customer',
  form: {
    title: 'Deposit money',
    fields: { amount: amountField('Amount', { shares: false }), memo: memoField() },
  },
  confirm: async ({ bank, session }, { amount, memo }) => {
    const quote = await bank.payments.quoteDeposit(session, { wish: amount, memo });
    return { card: quoteCard(quote, bank.currency) };
  },
  run: async ({ bank, session, requestId }, { amount, memo }) => {
    const order = { requestId, wish: amount, memo };
    return receiptReply(await bank.payments.deposit(session, order), bank.currency);
  },
});
