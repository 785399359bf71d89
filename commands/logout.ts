/** A customer ends their login. */
import { defineCommand, logoutReply } from '../src/bot/index.ts';

export default defineCommand({
  name: 'logout',
  description: 'End your login',
  access: 'customer',
  run: async ({ bank, session }) => {
    await bank.sessions.logout(session);
    return logoutReply;
  },
});
