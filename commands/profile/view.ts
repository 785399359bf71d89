/** A customer reads what the bank knows of them. */
import { defineCommand, profileReply } from '../../src/bot/index.ts';

export default defineCommand({
  name: 'view',
  description: 'See your details',
  access: 'customer',
  run: async ({ bank, session, now }) => profileReply(await bank.profile.view(session), now),
});
