/** Over the counter: staff deposit money into an account. */
import {
  accountNumberField,
  amountField,
  defineCommand,
  memoField,
  quoteQuestion,
  receiptReply,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff deposit'];

export default defineCommand({
  name: 'deposit',
  description: wording.description,
  access: { staff: 'serve' },
  movesMoney: true,
  form: {
    title: wording.title,
    fields: {
      account_number: accountNumberField(),
      amount: amountField({ shares: false }),
      memo: memoField(),
    },
  },
  confirm: async ({ bank, session }, { account_number: accountNumber, amount, memo }) => {
    const order = { accountNumber, wish: amount, memo };
    return quoteQuestion(await bank.counter.quoteDeposit(session, order), bank.currency);
  },
  run: async (
    { bank, session, requestId, isProved },
    { account_number: accountNumber, amount, memo },
  ) => {
    const order = { requestId, isProved, accountNumber, wish: amount, memo };
    return receiptReply(await bank.counter.deposit(session, order), bank.currency);
  },
});
