/** A customer pauses a standing order. */
import { defineCommand, orderNumberField, pausedReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['schedule pause'];

export default defineCommand({
  name: 'pause',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { order: orderNumberField() } },
  run: async ({ bank, session }, { order }) => pausedReply(await bank.orders.pause(session, order)),
});
