/** A manager asks a second one to give an account to another Discord user of the same person. */
import {
  accountNumberField,
  actedReply,
  defineCommand,
  memberField,
  reasonField,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'relink',
  description: 'Ask a second manager to give an account to another Discord user',
  access: { staff: 'manage' },
  form: {
    title: 'Give an account to another user',
    fields: {
      account_number: accountNumberField(),
      member: memberField('New Discord user'),
      reason: reasonField(),
    },
  },
  run: async ({ bank, session }, { account_number: accountNumber, member, reason }) =>
    actedReply(
      await bank.counter.relink(session, { accountNumber, member, reason }),
      { title: 'Account relinked', sentence: 'It answers to the other Discord user now.' },
      bank.currency,
    ),
});
