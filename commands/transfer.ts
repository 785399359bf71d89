/**
 * A customer sends money to another account, named by its number, a nickname, its owner on Discord,
 * or the reference of a payment to return.
 */
import {
  accountOption,
  amountField,
  bookTransfer,
  chooseAccount,
  defineCommand,
  memberField,
  memoField,
  optional,
  payRequest,
  payeeField,
  paymentButtons,
  searchField,
  transferQuestion,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.transfer;

export default defineCommand({
  name: 'transfer',
  words: wording,
  access: 'customer',
  movesMoney: true,
  form: {
    words: wording,
    fields: {
      to: optional(payeeField('toAccount')),
      member: optional(memberField('toMember')),
      amount: amountField(),
      memo: memoField(),
      name: optional(searchField('payeeName')),
      from: optional(accountOption('fromAccount', 'PAY')),
    },
    oneOf: [['to', 'member']],
  },
  actions: { ...chooseAccount('from', 'PAY'), ...paymentButtons, pay: payRequest },
  confirm: async (context, { to, member, ...wanted }) =>
    transferQuestion(context, { ...wanted, target: to ?? { discordUserId: member! } }),
  run: bookTransfer,
});
