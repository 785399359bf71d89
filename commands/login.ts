/** A customer proves who they are; the account number of this Discord user is filled in. */
import { accountNumberField, defineCommand, loginReply, passwordField } from '../src/bot/index.ts';

export default defineCommand({
  name: 'login',
  description: 'Log in to your account',
  access: 'anyone',
  form: {
    title: 'Log in',
    fields: { account_number: accountNumberField(), password: passwordField() },
  },
  prefill: ({ accountNumber }) => (accountNumber === null ? {} : { account_number: accountNumber }),
  run: async ({ bank, person, place }, { account_number: accountNumber, password }) =>
    loginReply(
      await bank.sessions.login({ discordUserId: person, place, accountNumber, password }),
    ),
});
