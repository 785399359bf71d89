/** A manager, or the owner while there are too few, takes a member's role away, at once. */
import {
  chosenUser,
  defineCommand,
  reasonField,
  revokedReply,
  userFields,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'revoke',
  description: 'Take a member’s role at the bank away, at once',
  access: { staff: 'roles' },
  form: {
    title: 'Revoke a role',
    fields: { ...userFields('Member'), reason: reasonField() },
    oneOf: [['member', 'discord_id']],
  },
  run: async ({ bank, session }, { reason, ...user }) => {
    const member = chosenUser(user);
    return revokedReply(await bank.staff.revokeRole(session, { member, reason }), member);
  },
});
