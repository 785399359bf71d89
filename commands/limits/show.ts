/** A customer sees the limits of their payments, and what is left of them. */
import { defineCommand, limitsReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

export default defineCommand({
  name: 'show',
  words: words.commands['limits show'],
  access: 'customer',
  run: async ({ bank, session }) => limitsReply(await bank.limits.overview(session), bank.currency),
});
