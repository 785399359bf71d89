/** A manager, or the owner while there are too few, takes a member's role away, at once. */
import { defineCommand, memberField, reasonField, revokedReply } from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'revoke',
  description: 'Take a member’s role at the bank away, at once',
  access: { staff: 'roles' },
  form: {
    title: 'Revoke a role',
    fields: { member: memberField('Member'), reason: reasonField() },
  },
  run: async ({ bank, session }, change) =>
    revokedReply(await bank.staff.revokeRole(session, change), change.member),
});
