/** A customer withdraws money. */
import {
  accountOf,
  accountOption,
  amountField,
  chooseAccount,
  defineCommand,
  memoField,
  optional,
  quoteQuestion,
  ownReceiptReply,
  shownFee,
  shownWish,
  withAccountChoice,
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
    fields: {
      amount: amountField(),
      memo: memoField(),
      from: optional(accountOption('fromAccount', 'PAY')),
    },
  },
  actions: chooseAccount('from', 'PAY'),
  confirm: async (context, { amount, memo, from: named }) => {
    const { bank, session } = context;
    const from = await accountOf(context, named, 'PAY');
    const quote = await bank.payments.quoteWithdrawal(session, { from, wish: amount, memo });
    const paying = from === undefined ? {} : { from };
    const order = { ...paying, wish: shownWish(quote), memo, ...shownFee(quote) };
    const question = quoteQuestion(quote, bank.currency, order);
    return withAccountChoice(context, question, {
      use: 'from',
      chosen: from,
      action: 'PAY',
    });
  },
  run: async ({ bank, session, requestId, isProved, place }, order) => {
    const receipt = await bank.payments.withdraw(session, { ...order, requestId, isProved });
    return ownReceiptReply(receipt, bank.currency, place);
  },
});
