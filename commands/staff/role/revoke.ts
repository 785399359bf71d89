/** A manager, or the owner while there are too few managers, revokes a member's role. */
import {
  chosenUser,
  defineCommand,
  roleReasonField,
  revokedReply,
  userFields,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff role revoke'];

export default defineCommand({
  name: 'revoke',
  words: wording,
  access: { staff: 'roles' },
  form: {
    words: wording,
    fields: { ...userFields('roleMember'), reason: roleReasonField() },
    oneOf: [['member', 'discord_id']],
  },
  run: async ({ bank, session }, { reason, ...user }) => {
    const member = chosenUser(user);
    return revokedReply(await bank.staff.revokeRole(session, { member, reason }), member);
  },
});
