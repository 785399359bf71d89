/** A customer gets eight new recovery codes; the former ones are void. */
import { defineCommand, proofField, recoveryCodesReply } from '../../src/bot/index.ts';

export default defineCommand({
  name: 'recovery-codes',
  description: 'Make new recovery codes; the old ones stop working',
  access: 'customer',
  form: {
    title: 'New recovery codes',
    fields: { current_password: proofField() },
  },
  run: async ({ bank, session }, { current_password: currentPassword }) =>
    recoveryCodesReply(await bank.profile.renewRecoveryCodes(session, currentPassword)),
});
