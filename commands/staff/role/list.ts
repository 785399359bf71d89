/** Who works at the bank, and as what. */
import { defineCommand, rolesReply } from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'list',
  description: 'See who works at the bank',
  access: { staff: 'roles' },
  run: async ({ bank, session }) => rolesReply(await bank.staff.listRoles(session)),
});
