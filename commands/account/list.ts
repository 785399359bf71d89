/** A customer sees all of their accounts. */
import { accountsReply, defineCommand } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

export default defineCommand({
  name: 'list',
  words: words.commands['account list'],
  access: 'customer',
  run: async ({ bank, session }) => {
    const shared = await bank.shared.list(session);
    const { pots } = shared.length === 0 ? { pots: [] } : await bank.pots.shared(session);
    const own = await bank.accounts.overview(session);
    return accountsReply(own, { accounts: shared, pots }, bank.currency);
  },
});
