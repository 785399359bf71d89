/** A manager closes a shared account for good. */
import {
  defineCommand,
  sharedClosingQuestion,
  sharedClosedReply,
  sharedAccountField,
  sharedBeginning,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share close'];

export default defineCommand({
  name: 'close',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { account: sharedAccountField() } },
  actions: { begin: sharedBeginning },
  confirm: async ({ bank, session }, { account: meant }) => {
    const { accountNumber } = await bank.shared.find(session, meant, 'CLOSE');
    return sharedClosingQuestion(await bank.shared.judgeClosing(session, accountNumber));
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    sharedClosedReply(await bank.shared.close(session, { ...order, requestId, isProved })),
});
