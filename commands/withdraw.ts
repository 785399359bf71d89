/** A customer withdraws money. */
import {
  accountOf,
  accountOption,
  amountField,
  chooseAccount,
  defineCommand,
  managersAskedReply,
  memoField,
  optional,
  quoteQuestion,
  ownReceiptReply,
  shownApprovals,
  shownFee,
  shownWish,
  waitsForManagers,
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
    const order = {
      ...paying,
      wish: shownWish(quote),
      memo,
      ...shownFee(quote),
      ...shownApprovals(quote),
    };
    const plain = quoteQuestion(quote, bank.currency, order);
    const question = await withAccountChoice(context, plain, {
      use: 'from',
      chosen: from,
      action: 'PAY',
    });
    return waitsForManagers(question, quote);
  },
  run: async ({ bank, session, requestId, isProved, place }, order) => {
    const confirmed = { ...order, requestId, isProved };
    if (order.approvals !== undefined) {
      return managersAskedReply(await bank.payments.askManagers(session, confirmed), bank.currency);
    }
    const receipt = await bank.payments.withdraw(session, confirmed);
    return ownReceiptReply(receipt, bank.currency, place);
  },
});
