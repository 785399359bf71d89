/** Over the counter: staff withdraw money from an account. */
import {
  servedAccountField,
  amountField,
  defineCommand,
  memoField,
  quoteQuestion,
  receiptReply,
  shownFee,
  shownWish,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff withdraw'];

export default defineCommand({
  name: 'withdraw',
  words: wording,
  access: { staff: 'serve' },
  movesMoney: true,
  form: {
    words: wording,
    fields: { account_number: servedAccountField(), amount: amountField(), memo: memoField() },
  },
  confirm: async ({ bank, session }, { account_number: accountNumber, amount, memo }) => {
    const asked = { accountNumber, wish: amount, memo };
    const quote = await bank.counter.quoteWithdrawal(session, asked);
    return quoteQuestion(quote, bank.currency, {
      ...asked,
      wish: shownWish(quote),
      ...shownFee(quote),
    });
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const receipt = await bank.counter.withdraw(session, { ...order, requestId, isProved });
    return receiptReply(receipt, bank.currency);
  },
});
