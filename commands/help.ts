/** Explains what the person can do now, by topic. */
import {
  defineCommand,
  helpReply,
  noToken,
  reachStaffReply,
  topicToken,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.help;

export default defineCommand({
  name: 'help',
  words: wording,
  access: 'anyone',
  actions: {
    /** The button of refusals that only staff can resolve. */
    staff: {
      answer: 'beside',
      token: noToken,
      run: async ({ bankName }) => reachStaffReply(bankName),
    },
    /** The button of public cards. */
    topics: { answer: 'beside', token: noToken, run: async (context) => helpReply(context) },
    topic: {
      answer: 'replace',
      token: topicToken,
      run: async (context, _given, topic) => helpReply(context, topic),
    },
  },
  run: async (context) => helpReply(context),
});
