/** Staff ask a second person to unfreeze an account. */
import {
  servedAccountField,
  actedReply,
  defineCommand,
  reasonField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff customer unfreeze'];

export default defineCommand({
  name: 'unfreeze',
  words: wording,
  access: { staff: 'serve' },
  form: {
    words: wording,
    fields: { account_number: servedAccountField(), reason: reasonField() },
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason }) =>
    actedReply(
      await bank.counter.unfreeze(session, { accountNumber, reason }),
      wording.done,
      bank.currency,
    ),
});
