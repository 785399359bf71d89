/** A customer sees what the bank charges and pays now, and what it will. */
import { defineCommand, feesReply } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

export default defineCommand({
  name: 'fees',
  words: words.commands.fees,
  access: 'customer',
  run: async ({ bank, session }) =>
    feesReply(
      await bank.fees.overview(session),
      await bank.interest.overview(session),
      bank.currency,
    ),
});
