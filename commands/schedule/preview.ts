/** A customer sees the next payments of all standing orders, or of one. */
import { defineCommand, optional, orderNumberField, planReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['schedule preview'];

export default defineCommand({
  name: 'preview',
  words: wording,
  access: 'customer',
  formByButton: true,
  form: { words: wording, fields: { order: optional(orderNumberField()) } },
  run: async ({ bank, session }, { order: number }) =>
    planReply(await bank.orders.plan(session, { number }), bank.currency),
});
