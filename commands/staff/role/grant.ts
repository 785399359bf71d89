/** A manager, or the owner while there are too few, gives a member a role. */
import {
  actedReply,
  defineCommand,
  memberField,
  reasonField,
  roleField,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'grant',
  description: 'Give a member a role at the bank',
  access: { staff: 'roles' },
  form: {
    title: 'Grant a role',
    fields: { member: memberField('Member'), role: roleField(), reason: reasonField() },
  },
  run: async ({ bank, session }, grant) =>
    actedReply(
      await bank.staff.grantRole(session, grant),
      { title: 'Role granted', sentence: 'It holds at once: `/help` lists what it allows.' },
      bank.currency,
    ),
});
