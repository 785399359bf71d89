/** A customer closes an empty pot for good. */
import {
  defineCommand,
  potClosedReply,
  potClosingQuestion,
  potField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['pot close'];

export default defineCommand({
  name: 'close',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { pot: potField() } },
  confirm: async ({ bank, session }, { pot }) =>
    potClosingQuestion(await bank.pots.judgeClosing(session, pot)),
  run: async ({ bank, session, requestId, isProved }, { account: pot }) =>
    potClosedReply(await bank.pots.close(session, { pot, requestId, isProved })),
});
