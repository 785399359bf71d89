/** A customer cancels a standing order for good. */
import {
  cancelledReply,
  cancelOrderQuestion,
  defineCommand,
  orderNumberField,
  orderToken,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['schedule cancel'];

export default defineCommand({
  name: 'cancel',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { order: orderNumberField() } },
  actions: {
    one: {
      token: orderToken,
      values: async ({ bank, session }, number) => {
        const { order } = await bank.orders.view(session, number);
        return { order: `${order.number}` };
      },
    },
  },
  confirm: async ({ bank, session }, { order: number }) => {
    const { order: view } = await bank.orders.view(session, number);
    return cancelOrderQuestion(view, { currency: bank.currency, order: { number } });
  },
  run: async ({ bank, session }, { number }) =>
    cancelledReply(await bank.orders.cancel(session, number)),
});
