/** Staff stop all debits of an account, at once. */
import {
  accountNumberField,
  defineCommand,
  frozenReply,
  reasonField,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'freeze',
  description: 'Stop all money from leaving an account, at once',
  access: { staff: 'serve' },
  form: {
    title: 'Freeze an account',
    fields: { account_number: accountNumberField(), reason: reasonField() },
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason }) => {
    await bank.counter.freeze(session, { accountNumber, reason });
    return frozenReply;
  },
});
