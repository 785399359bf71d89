/** Lists the bank's staff and their roles. */
import { defineCommand, rolesReply } from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff role list'];

export default defineCommand({
  name: 'list',
  words: wording,
  access: { staff: 'roles' },
  run: async ({ bank, session }) => rolesReply(await bank.staff.listRoles(session)),
});
