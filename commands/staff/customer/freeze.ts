/** Staff stop all debits of an account immediately. */
import {
  servedAccountField,
  defineCommand,
  frozenReply,
  reasonField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff customer freeze'];

export default defineCommand({
  name: 'freeze',
  words: wording,
  access: { staff: 'serve' },
  form: {
    words: wording,
    fields: { account_number: servedAccountField(), reason: reasonField() },
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason }) => {
    await bank.counter.freeze(session, { accountNumber, reason });
    return frozenReply();
  },
});
