/** A customer changes their details. A new e-mail address must be confirmed by a code. */
import {
  defineCommand,
  emailConfirmedReply,
  emailField,
  fullNameField,
  proofField,
  phoneField,
  profileUpdatedReply,
  proofCodeField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['profile update'];

export default defineCommand({
  name: 'update',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      full_name: fullNameField(),
      email: emailField(),
      phone: phoneField(),
      current_password: proofField(),
    },
  },
  prefill: async ({ session }, bank) => {
    if (session === null) return {};
    const { fullName, email, phone } = (await bank.profile.view(session)).details;
    return { full_name: fullName, email, phone };
  },
  second: {
    alone: true,
    form: {
      words: wording.second,
      fields: { code: proofCodeField('emailCode') },
    },
    run: async ({ bank, session }, { code }) =>
      emailConfirmedReply(await bank.profile.confirmEmail(session, code)),
  },
  run: async ({ bank, session }, input) => {
    const { full_name: fullName, email, phone, current_password: currentPassword } = input;
    const changes = { fullName, email, phone, currentPassword };
    return profileUpdatedReply(await bank.profile.update(session, changes));
  },
});
