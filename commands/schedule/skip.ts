/** A customer leaves out the next payment of a standing order. */
import { defineCommand, orderNumberField, skippedReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['schedule skip'];

export default defineCommand({
  name: 'skip',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { order: orderNumberField() } },
  run: async ({ bank, session }, { order }) =>
    skippedReply(await bank.orders.skip(session, order, null)),
});
