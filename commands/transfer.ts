/**
 * A customer sends money to another account, named by its number, by its owner on Discord, or by
 * the reference of a payment to return.
 */
import {
  amountField,
  type Context,
  defineCommand,
  memberField,
  memoField,
  optional,
  payeeField,
  paymentButtons,
  quoteQuestion,
  receiptReply,
  returnedBefore,
  shownWish,
  withParts,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.transfer;

/** Whether the customer has sent money with this payment's reference in the memo. */
async function isReturned({ bank, session }: Context<'customer'>, reference: string) {
  const filter = { kinds: ['TRANSFER'], text: reference } as const;
  const { entries } = await bank.statements.page(session, { filter, size: 5 });
  return entries.some(({ direction }) => direction === 'out');
}

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
    },
    oneOf: [['to', 'member']],
  },
  actions: paymentButtons,
  confirm: async (context, { to, member, amount, memo }) => {
    const { bank, session } = context;
    const target = to ?? { discordUserId: member! };
    const quote = await bank.payments.quoteTransfer(session, { target, wish: amount, memo });
    // A member is paid at the account that the card shows, also if it is another one by then.
    const { accountNumber } = quote;
    const order = { accountNumber, wish: shownWish(quote), memo };
    const question = quoteQuestion(quote, bank.currency, order);
    if (!('payerOf' in target)) return question;
    const { reference } = await bank.paymentActs.received(session, target.payerOf);
    if (!(await isReturned(context, reference))) return question;
    return { ...question, card: withParts(question.card, returnedBefore()) };
  },
  run: async ({ bank, session, requestId, isProved, place }, order) => {
    const receipt = await bank.payments.transfer(session, { ...order, requestId, isProved });
    return receiptReply(receipt, bank.currency, place);
  },
});
