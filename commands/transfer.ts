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
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.transfer;

export default defineCommand({
  name: 'transfer',
  description: wording.description,
  access: 'customer',
  movesMoney: true,
  form: {
    title: wording.title,
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
    // Fixes the member's account, so that the account on the card is the one that is paid.
    return {
      ...quoteQuestion(quote, bank.currency),
      settled: { to: quote.accountNumber, member: [] },
    };
  },
  run: async ({ bank, session, requestId, isProved }, { to, amount, memo }) => {
    const order = { requestId, isProved, accountNumber: to!, wish: amount, memo };
    return receiptReply(await bank.payments.transfer(session, order), bank.currency);
  },
});
