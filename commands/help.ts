/** Lists the commands that the person can use. */
import { defineCommand, helpReply } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.help;

export default defineCommand({
  name: 'help',
  words: wording,
  access: 'anyone',
  run: async (context) => helpReply(context),
});
