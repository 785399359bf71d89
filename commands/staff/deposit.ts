/** Over the counter: staff deposit money into an account. */
import {
  servedAccountField,
  amountField,
  defineCommand,
  memoField,
  quoteQuestion,
  receiptReply,
  shownFee,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff deposit'];

export default defineCommand({
  name: 'deposit',
  words: wording,
  access: { staff: 'serve' },
  movesMoney: true,
  form: {
    words: wording,
    fields: {
      account_number: servedAccountField(),
      amount: amountField({ shares: false }),
      memo: memoField(),
    },
  },
  confirm: async ({ bank, session }, { account_number: accountNumber, amount, memo }) => {
    const order = { accountNumber, wish: amount, memo };
    const quote = await bank.counter.quoteDeposit(session, order);
    return quoteQuestion(quote, bank.currency, { ...order, ...shownFee(quote) });
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const receipt = await bank.counter.deposit(session, { ...order, requestId, isProved });
    return receiptReply(receipt, bank.currency);
  },
});
