/** A customer changes their password; a new session replaces the current one. */
import {
  defineCommand,
  differing,
  passwordChangedReply,
  passwordField,
  proofField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['profile password'];

export default defineCommand({
  name: 'password',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      current_password: proofField(),
      password: passwordField('newPassword'),
      password_again: passwordField('newPasswordAgain'),
    },
    check: differing,
  },
  run: async ({ bank, session, place }, { current_password: currentPassword, password }) =>
    passwordChangedReply(
      await bank.profile.changePassword(session, { currentPassword, password, place }),
    ),
});
