/** A customer gives one of their accounts a name. */
import {
  accountNameField,
  accountRenamedReply,
  defineCommand,
  ownAccountField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['account rename'];

export default defineCommand({
  name: 'rename',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { account: ownAccountField(), name: accountNameField() } },
  run: async ({ bank, session }, { account: meant, name }) => {
    const { accountNumber: account } = await bank.accounts.find(session, meant);
    return accountRenamedReply(await bank.accounts.rename(session, { account, name }));
  },
});
