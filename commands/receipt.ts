/** A party of a transaction gets its receipt: as a picture, as PDF and as text. */
import {
  type Context,
  defineCommand,
  receiptCard,
  receiptPdfReply,
  receiptTextReply,
  referenceField,
  requestToken,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.receipt;

type Id = Parameters<Context['bank']['receipts']['of']>[1];

const shown = async ({ bank, session }: Context<'customer'>, id: Id) =>
  receiptCard(await bank.receipts.of(session, id));

async function choose(context: Context<'customer'>, id: Id, isShown: boolean) {
  await context.bank.receipts.showAmounts(context.session, isShown);
  return shown(context, id);
}

export default defineCommand({
  name: 'receipt',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { reference: referenceField() } },
  actions: {
    // On the card of a payment.
    open: {
      answer: 'beside',
      alone: true,
      token: requestToken,
      run: async (context, _input, id) => shown(context, id),
    },
    pdf: {
      answer: 'beside',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _input, id) =>
        receiptPdfReply(await bank.receipts.of(session, id)),
    },
    text: {
      answer: 'beside',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _input, id) =>
        receiptTextReply(await bank.receipts.of(session, id)),
    },
    show: {
      answer: 'replace',
      alone: true,
      token: requestToken,
      run: async (context, _input, id) => choose(context, id, true),
    },
    hide: {
      answer: 'replace',
      alone: true,
      token: requestToken,
      run: async (context, _input, id) => choose(context, id, false),
    },
  },
  run: async (context, { reference }) => shown(context, reference),
});
