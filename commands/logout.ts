/** A customer logs out. */
import { defineCommand, logoutReply } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.logout;

export default defineCommand({
  name: 'logout',
  words: wording,
  access: 'customer',
  run: async ({ bank, session }) => {
    await bank.sessions.logout(session);
    return logoutReply();
  },
});
