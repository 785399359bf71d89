/** A customer resumes a paused standing order. */
import { defineCommand, orderNumberField, resumedReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['schedule resume'];

export default defineCommand({
  name: 'resume',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { order: orderNumberField() } },
  run: async ({ bank, session }, { order }) =>
    resumedReply(await bank.orders.resume(session, order)),
});
