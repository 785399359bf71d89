/** A customer who knows the password chooses another; the login goes on under a new session. */
import {
  defineCommand,
  differing,
  passwordChangedReply,
  passwordField,
  proofField,
} from '../../src/bot/index.ts';

export default defineCommand({
  name: 'password',
  description: 'Choose another password',
  access: 'customer',
  form: {
    title: 'New password',
    fields: {
      current_password: proofField(),
      password: passwordField('New password', 'At least 10 characters; a few words are good'),
      password_again: passwordField('New password again'),
    },
    check: differing,
  },
  run: async ({ bank, session, place }, { current_password: currentPassword, password }) =>
    passwordChangedReply(
      await bank.profile.changePassword(session, { currentPassword, password, place }),
    ),
});
