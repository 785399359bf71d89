/** Staff lift the lock that an owner has set with `/lock`. */
import {
  accountNumberField,
  defineCommand,
  staffUnlockedReply,
  reasonField,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'unlock',
  description: 'Lift the lock that the owner has set',
  access: { staff: 'serve' },
  form: {
    title: 'Unlock an account',
    fields: { account_number: accountNumberField(), reason: reasonField() },
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason }) => {
    await bank.counter.unlock(session, { accountNumber, reason });
    return staffUnlockedReply;
  },
});
