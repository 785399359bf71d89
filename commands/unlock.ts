/** The owner unlocks the account with the password and a mailed code or a recovery code. */
import { defineCommand, passwordField, proofCodeField, unlockedReply } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.unlock;

export default defineCommand({
  name: 'unlock',
  words: wording,
  access: 'anyone',
  form: {
    words: wording,
    fields: {
      password: passwordField(),
      code: proofCodeField('unlockCode'),
    },
  },
  run: async ({ bank, person, place }, { password, code }) =>
    unlockedReply(await bank.locks.unlock({ discordUserId: person, place, password, code })),
});
