/**
 * Resets a forgotten password: details find the account, and a one-time code proves identity.
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
import { words } from '../src/words/index.ts';

const wording = words.commands['forgot-password'];

export default defineCommand({
  name: 'forgot-password',
  words: wording,
  access: 'anyone',
  form: {
    words: wording,
    fields: { account_number: accountNumberField(), email: emailField(), phone: phoneField() },
  },
  prefill: ({ accountNumber }) => (accountNumber === null ? {} : { account_number: accountNumber }),
  second: {
    form: {
      words: wording.second,
      fields: {
        code: proofCodeField('recoveryCode'),
        password: passwordField('newPassword'),
        password_again: passwordField('newPasswordAgain'),
      },
      check: differing,
    },
    run: async ({ bank, person, place }, { code, password }) => {
      await bank.recovery.complete({ discordUserId: person, place, code, password });
      return recoveredReply();
    },
  },
  run: async ({ bank, person, place }, { account_number: accountNumber, email, phone }) => {
    await bank.recovery.request({ discordUserId: person, place, accountNumber, email, phone });
    return codeAskedReply(bank.canMail);
  },
});
