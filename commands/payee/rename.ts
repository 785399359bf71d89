/** A customer changes the nickname of a saved payee. */
import {
  defineCommand,
  nicknameField,
  payeeRenamedReply,
  savedNicknameField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['payee rename'];

export default defineCommand({
  name: 'rename',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      payee: savedNicknameField('savedNickname'),
      nickname: nicknameField('newNickname'),
    },
  },
  run: async ({ bank, session }, { payee: from, nickname: to }) =>
    payeeRenamedReply(await bank.payees.rename(session, { from, to })),
});
