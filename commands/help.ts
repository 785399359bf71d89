/** Anyone sees what they can do here, made from the commands themselves. */
import { defineCommand, helpReply } from '../src/bot/index.ts';

export default defineCommand({
  name: 'help',
  description: 'See what you can do at this bank',
  access: 'anyone',
  run: async (context) => helpReply(context),
});
