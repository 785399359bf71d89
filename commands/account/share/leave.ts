/** A member leaves a shared account. */
import {
  defineCommand,
  leavingQuestion,
  leftReply,
  sharedAccountField,
  sharedBeginning,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share leave'];

export default defineCommand({
  name: 'leave',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { account: sharedAccountField() } },
  actions: { begin: sharedBeginning },
  confirm: async ({ bank, session }, { account: meant }) => {
    const { accountNumber } = await bank.shared.find(session, meant, 'LEAVE');
    return leavingQuestion(await bank.shared.judgeLeaving(session, accountNumber));
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    leftReply(await bank.shared.leave(session, { ...order, requestId, isProved })),
});
