/** A customer reads their personal details. */
import { defineCommand, profileReply } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['profile view'];

export default defineCommand({
  name: 'view',
  words: wording,
  access: 'customer',
  run: async ({ bank, session, now }) => profileReply(await bank.profile.view(session), now),
});
