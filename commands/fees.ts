/** A customer sees what the bank charges now, and what it will charge. */
import { defineCommand, feesReply } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

export default defineCommand({
  name: 'fees',
  words: words.commands.fees,
  access: 'customer',
  run: async ({ bank, session }) => feesReply(await bank.fees.overview(session), bank.currency),
});
