/** Staff remove the lock that an owner has set with `/lock`. */
import {
  servedAccountField,
  defineCommand,
  staffUnlockedReply,
  reasonField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff customer unlock'];

export default defineCommand({
  name: 'unlock',
  words: wording,
  access: { staff: 'serve' },
  form: {
    words: wording,
    fields: { account_number: servedAccountField(), reason: reasonField() },
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason }) => {
    await bank.counter.unlock(session, { accountNumber, reason });
    return staffUnlockedReply();
  },
});
