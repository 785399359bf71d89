/** A customer sees their current and recent logins, and can end the current one. */
import { defineCommand, logoutReply, noToken, sessionReply } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const shown = 10;

const wording = words.commands.session;

export default defineCommand({
  name: 'session',
  words: wording,
  access: 'customer',
  actions: {
    end: {
      answer: 'replace',
      token: noToken,
      run: async ({ bank, session }) => {
        await bank.sessions.logout(session);
        return logoutReply();
      },
    },
  },
  run: async ({ bank, session }) =>
    sessionReply(session, await bank.sessions.recent(session, shown)),
});
