/** A customer sends money to a member: the short form of `/transfer`, straight to its card. */
import {
  amountField,
  bookTransfer,
  defineCommand,
  memberField,
  memoField,
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
    fields: { member: memberField('payMember'), amount: amountField(), memo: memoField() },
  },
  confirm: async (context, { member: discordUserId, amount, memo }) =>
    transferQuestion(context, { target: { discordUserId }, amount, memo }),
  run: bookTransfer,
});
