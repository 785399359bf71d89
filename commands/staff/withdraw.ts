/** Over the counter: staff withdraw money from an account. */
import {
  accountNumberField,
  amountField,
  defineCommand,
  memoField,
  quoteQuestion,
  receiptReply,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff withdraw'];

export default defineCommand({
  name: 'withdraw',
  description: wording.description,
  access: { staff: 'serve' },
  movesMoney: true,
  form: {
    title: wording.title,
    fields: { account_number: accountNumberField(), amount: amountField(), memo: memoField() },
  },
  confirm: async ({ bank, session }, { account_number: accountNumber, amount, memo }) => {
    const order = { accountNumber, wish: amount, memo };
    return quoteQuestion(await bank.counter.quoteWithdrawal(session, order), bank.currency);
  },
  run: async (
    { bank, session, requestId, isProved },
    { account_number: accountNumber, amount, memo },
  ) => {
    const order = { requestId, isProved, accountNumber, wish: amount, memo };
    return receiptReply(await bank.counter.withdraw(session, order), bank.currency);
  },
});
