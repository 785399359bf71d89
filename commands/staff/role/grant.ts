/** A manager, or the owner while there are too few managers, gives a member a role. */
import {
  actedReply,
  defineCommand,
  memberField,
  roleReasonField,
  roleField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff role grant'];

export default defineCommand({
  name: 'grant',
  words: wording,
  access: { staff: 'roles' },
  form: {
    words: wording,
    fields: { member: memberField('roleMember'), role: roleField(), reason: roleReasonField() },
  },
  run: async ({ bank, session }, grant) =>
    actedReply(await bank.staff.grantRole(session, grant), wording.done, bank.currency),
});
