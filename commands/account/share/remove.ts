/** A manager removes a member of a shared account, or withdraws an invitation. */
import {
  defineCommand,
  memberField,
  removalQuestion,
  removedReply,
  sharedAccountField,
  sharedBeginning,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share remove'];

export default defineCommand({
  name: 'remove',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: { member: memberField('sharedMember'), account: sharedAccountField() },
  },
  actions: { begin: sharedBeginning },
  confirm: async ({ bank, session }, { account: meant, member }) => {
    const { accountNumber: account } = await bank.shared.find(session, meant, 'REMOVE');
    const order = { account, member };
    return removalQuestion(await bank.shared.judgeRemoval(session, order), order);
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    removedReply(await bank.shared.remove(session, { ...order, requestId, isProved }), order),
});
