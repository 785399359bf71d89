/** A customer locks their account, also without a login. It asks for confirmation once. */
import { defineCommand, lockedReply, lockQuestion, noToken } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.lock;

export default defineCommand({
  name: 'lock',
  words: wording,
  access: 'anyone',
  actions: {
    /** The button of notices. */
    now: { answer: 'beside', token: noToken, run: async () => lockQuestion() },
    confirmed: {
      answer: 'beside',
      token: noToken,
      run: async ({ bank, person, place }) =>
        lockedReply(await bank.locks.lock({ discordUserId: person, place }), bank.canMail),
    },
  },
  run: async () => lockQuestion(),
});
