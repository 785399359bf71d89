/**
 * Somebody has forgotten the password: what they know finds the account, a code proves the person.
 * The answers are the same whether or not there is such an account.
 */
import {
  accountNumberField,
  codeAskedReply,
  defineCommand,
  differing,
  emailField,
  passwordField,
  phoneField,
  proofCodeField,
  recoveredReply,
} from '../src/bot/index.ts';

export default defineCommand({
  name: 'forgot-password',
  description: 'Choose a new password with a code',
  access: 'anyone',
  form: {
    title: 'Find your account',
    fields: { account_number: accountNumberField(), email: emailField(), phone: phoneField() },
  },
  prefill: ({ accountNumber }) => (accountNumber === null ? {} : { account_number: accountNumber }),
  second: {
    button: 'Enter code',
    form: {
      title: 'New password',
      fields: {
        code: proofCodeField('Code', 'From our mail, or a recovery code'),
        password: passwordField('New password', 'At least 10 characters; a few words are good'),
        password_again: passwordField('New password again'),
      },
      check: differing,
    },
    run: async ({ bank, person, place }, { code, password }) => {
      await bank.recovery.complete({ discordUserId: person, place, code, password });
      return recoveredReply;
    },
  },
  run: async ({ bank, person, place }, { account_number: accountNumber, email, phone }) => {
    await bank.recovery.request({ discordUserId: person, place, accountNumber, email, phone });
    return codeAskedReply(bank.canMail);
  },
});
