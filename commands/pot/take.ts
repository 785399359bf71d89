/** A customer takes money out of a pot. */
import {
  accountOption,
  amountField,
  bookPotMove,
  chooseAccount,
  defineCommand,
  optional,
  potField,
  potMoveQuestion,
  potToken,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['pot take'];

export default defineCommand({
  name: 'take',
  words: wording,
  access: 'customer',
  movesMoney: true,
  form: {
    words: wording,
    fields: {
      pot: potField(),
      amount: amountField(),
      into: optional(accountOption('intoAccount')),
    },
  },
  actions: {
    ...chooseAccount('into'),
    all: {
      token: potToken,
      values: async ({ bank, session }, number) => {
        const pot = await bank.pots.find(session, { accountNumber: number });
        return { pot: pot.accountNumber, amount: 'all' };
      },
    },
  },
  confirm: async (context, { pot, amount, into: account }) =>
    potMoveQuestion(context, 'take', { pot, amount, account }),
  run: async (context, order) => bookPotMove(context, 'take', order),
});
