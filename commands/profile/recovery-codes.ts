/** A customer gets eight new recovery codes; the old ones stop working. */
import { defineCommand, proofField, recoveryCodesReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['profile recovery-codes'];

export default defineCommand({
  name: 'recovery-codes',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: { current_password: proofField() },
  },
  run: async ({ bank, session }, { current_password: currentPassword }) =>
    recoveryCodesReply(await bank.profile.renewRecoveryCodes(session, currentPassword)),
});
