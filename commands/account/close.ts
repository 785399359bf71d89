/** A customer closes one of their accounts for good. */
import {
  closedReply,
  closingQuestion,
  defineCommand,
  ownAccountField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['account close'];

export default defineCommand({
  name: 'close',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { account: ownAccountField() } },
  confirm: async ({ bank, session }, { account }) =>
    closingQuestion(await bank.accounts.judgeClosing(session, account)),
  run: async ({ bank, session, requestId, isProved }, order) =>
    closedReply(await bank.accounts.close(session, { ...order, requestId, isProved })),
});
