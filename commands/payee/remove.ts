/** A customer removes a saved payee; payments and the account stay as they are. */
import { defineCommand, payeeRemovedReply, savedNicknameField } from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['payee remove'];

export default defineCommand({
  name: 'remove',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { payee: savedNicknameField('savedNickname') } },
  run: async ({ bank, session }, { payee }) =>
    payeeRemovedReply(await bank.payees.remove(session, payee)),
});
