/** A customer deposits money; with `DEPOSITS=approval` a teller decides. */
import {
  accountOf,
  accountOption,
  amountField,
  chooseAccount,
  defineCommand,
  depositAskedReply,
  memoField,
  optional,
  quoteQuestion,
  ownReceiptReply,
  shownFee,
  waitsForTeller,
  withAccountChoice,
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
    fields: {
      amount: amountField({ shares: false }),
      memo: memoField(),
      into: optional(accountOption('intoAccount', 'DEPOSIT')),
    },
  },
  actions: chooseAccount('into', 'DEPOSIT'),
  confirm: async (context, { amount, memo, into: named }) => {
    const { bank, session } = context;
    const into = await accountOf(context, named, 'DEPOSIT');
    const quote = await bank.payments.quoteDeposit(session, { into, wish: amount, memo });
    const decidedBy = bank.payments.deposits;
    const chosen = into === undefined ? {} : { into };
    const order = { ...chosen, wish: amount, memo, decidedBy, ...shownFee(quote) };
    const plain = quoteQuestion(quote, bank.currency, order);
    const question = await withAccountChoice(context, plain, {
      use: 'into',
      chosen: into,
      action: 'DEPOSIT',
    });
    if (decidedBy === 'open') return question;
    return { ...question, card: waitsForTeller(question.card) };
  },
  run: async ({ bank, session, requestId, place }, { decidedBy, ...order }) => {
    const confirmed = { ...order, requestId };
    if (decidedBy === 'approval') {
      return depositAskedReply(await bank.payments.askDeposit(session, confirmed), bank.currency);
    }
    const receipt = await bank.payments.deposit(session, confirmed);
    return ownReceiptReply(receipt, bank.currency, place);
  },
});
