/** A customer opens another account. */
import {
  accountNameField,
  accountOpenedReply,
  accountTypeField,
  defineCommand,
  openingQuestion,
  optional,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['account open'];

export default defineCommand({
  name: 'open',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: { kind: accountTypeField(), name: optional(accountNameField()) },
  },
  confirm: async ({ bank, session }, { kind: type, name }) => {
    await bank.accounts.judgeOpening(session, { type, name });
    return openingQuestion({ type, name });
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    accountOpenedReply(await bank.accounts.open(session, { ...order, requestId, isProved })),
});
