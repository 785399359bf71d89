/** A customer chooses the account that receives payments to them as a member. */
import { defineCommand, mainQuestion, mainReply, ownAccountField } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['account main'];

export default defineCommand({
  name: 'main',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { account: ownAccountField() } },
  confirm: async ({ bank, session }, { account }) =>
    mainQuestion(await bank.accounts.find(session, account)),
  run: async ({ bank, session, requestId, isProved }, order) =>
    mainReply(await bank.accounts.makeMain(session, { ...order, requestId, isProved })),
});
