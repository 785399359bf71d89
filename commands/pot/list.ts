/** A customer sees their pots, with a picture. */
import { defineCommand, potsReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

export default defineCommand({
  name: 'list',
  words: words.commands['pot list'],
  access: 'customer',
  run: async ({ bank, session }) =>
    potsReply(await bank.accounts.overview(session), {
      roundUps: await bank.pots.roundUps(session),
      shared: await bank.pots.shared(session),
      interest: await bank.interest.overview(session),
      currency: bank.currency,
    }),
});
