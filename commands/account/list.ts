/** A customer sees all of their accounts. */
import { accountsReply, defineCommand } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

export default defineCommand({
  name: 'list',
  words: words.commands['account list'],
  access: 'customer',
  run: async ({ bank, session }) =>
    accountsReply(
      await bank.accounts.overview(session),
      await bank.shared.list(session),
      bank.currency,
    ),
});
