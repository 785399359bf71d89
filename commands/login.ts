/** A customer logs in; the account number of this Discord user is filled in. */
import { accountNumberField, defineCommand, loginReply, passwordField } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.login;

export default defineCommand({
  name: 'login',
  words: wording,
  access: 'anyone',
  form: {
    words: wording,
    fields: { account_number: accountNumberField(), password: passwordField() },
  },
  prefill: ({ accountNumber }) => (accountNumber === null ? {} : { account_number: accountNumber }),
  run: async ({ bank, person, place }, { account_number: accountNumber, password }) =>
    loginReply(
      await bank.sessions.login({ discordUserId: person, place, accountNumber, password }),
    ),
});
