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
  confirm: async ({ bank, session }, { pot: meant }) => {
    const { accountNumber } = await bank.pots.find(session, meant);
    return potClosingQuestion(await bank.accounts.judgeClosing(session, { accountNumber }));
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    potClosedReply(await bank.accounts.close(session, { ...order, requestId, isProved })),
});
