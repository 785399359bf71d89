/** A customer puts money into a pot. */
import {
  accountOption,
  amountField,
  bookPotMove,
  chooseAccount,
  defineCommand,
  optional,
  potField,
  potMoveQuestion,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['pot add'];

export default defineCommand({
  name: 'add',
  words: wording,
  access: 'customer',
  movesMoney: true,
  form: {
    words: wording,
    fields: {
      pot: potField(),
      amount: amountField(),
      from: optional(accountOption('fromAccount')),
    },
  },
  actions: chooseAccount('from'),
  confirm: async (context, { pot, amount, from: account }) =>
    potMoveQuestion(context, 'add', { pot, amount, account }),
  run: async (context, order) => bookPotMove(context, 'add', order),
});
