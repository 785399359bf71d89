/** Anybody with an account stops it, also without a login; notices carry the same button. */
import { defineCommand, lockedReply, lockQuestion, noToken } from '../src/bot/index.ts';

export default defineCommand({
  name: 'lock',
  description: 'Stop all money from leaving your account, at once',
  access: 'anyone',
  actions: {
    now: {
      answer: 'beside',
      token: noToken,
      run: async ({ bank, person, place }) =>
        lockedReply(await bank.locks.lock({ discordUserId: person, place }), bank.canMail),
    },
  },
  run: async () => lockQuestion,
});
