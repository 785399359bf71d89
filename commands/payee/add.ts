/** A customer saves an account that they pay, under a nickname. */
import {
  defineCommand,
  memberField,
  nicknameField,
  optional,
  payeeField,
  payeeSavedReply,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['payee add'];

export default defineCommand({
  name: 'add',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      nickname: nicknameField('nickname'),
      account: optional(payeeField('payeeAccount')),
      member: optional(memberField('payeeMember')),
    },
    oneOf: [['account', 'member']],
  },
  run: async ({ bank, session }, { nickname, account, member }) => {
    const target = account ?? { discordUserId: member! };
    return payeeSavedReply(await bank.payees.add(session, { nickname, target }));
  },
});
