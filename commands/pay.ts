/** A customer sends money to a member: the short form of `/transfer`, straight to its card. */
import {
  accountOption,
  amountField,
  bookTransfer,
  chooseAccount,
  defineCommand,
  memberField,
  memoField,
  optional,
  transferQuestion,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.pay;

export default defineCommand({
  name: 'pay',
  words: wording,
  access: 'customer',
  movesMoney: true,
  optionsRequired: true,
  form: {
    words: wording,
    fields: {
      member: memberField('payMember'),
      amount: amountField(),
      memo: memoField(),
      from: optional(accountOption('fromAccount', 'PAY')),
    },
  },
  actions: chooseAccount('from', 'PAY'),
  confirm: async (context, { member: discordUserId, ...wanted }) =>
    transferQuestion(context, { ...wanted, target: { discordUserId } }),
  run: bookTransfer,
});
