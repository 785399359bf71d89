/** A customer sends money to another account, named by its number or its owner on Discord. */
import {
  accountNumberField,
  amountField,
  defineCommand,
  memberField,
  memoField,
  optional,
  quoteQuestion,
  receiptReply,
  shownWish,
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
      to: optional(accountNumberField('toAccount')),
      member: optional(memberField('toMember')),
      amount: amountField(),
      memo: memoField(),
    },
    oneOf: [['to', 'member']],
  },
  confirm: async ({ bank, session }, { to, member, amount, memo }) => {
    const target = to === null ? { discordUserId: member! } : { accountNumber: to };
    const quote = await bank.payments.quoteTransfer(session, { target, wish: amount, memo });
    // A member is paid at the account that the card shows, also if it is another one by then.
    const { accountNumber } = quote;
    return quoteQuestion(quote, bank.currency, { accountNumber, wish: shownWish(quote), memo });
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const receipt = await bank.payments.transfer(session, { ...order, requestId, isProved });
    return receiptReply(receipt, bank.currency);
  },
});
