/** Staff ask a second person to let money leave a frozen account again. */
import {
  accountNumberField,
  actedReply,
  defineCommand,
  reasonField,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'unfreeze',
  description: 'Ask a second person to let an account go on',
  access: { staff: 'serve' },
  form: {
    title: 'Unfreeze an account',
    fields: { account_number: accountNumberField(), reason: reasonField() },
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason }) =>
    actedReply(
      await bank.counter.unfreeze(session, { accountNumber, reason }),
      { title: 'Account unfrozen', sentence: 'Money can leave it again.' },
      bank.currency,
    ),
});
