/** The owner lifts the lock: by the password, and a mailed code or a recovery code. */
import { defineCommand, passwordField, proofCodeField, unlockedReply } from '../src/bot/index.ts';

export default defineCommand({
  name: 'unlock',
  description: 'Lift the lock of your account',
  access: 'anyone',
  form: {
    title: 'Unlock your account',
    fields: {
      password: passwordField(),
      code: proofCodeField('Code', 'From our mail after a login, or a recovery code'),
    },
  },
  run: async ({ bank, person, place }, { password, code }) =>
    unlockedReply(await bank.locks.unlock({ discordUserId: person, place, password, code })),
});
