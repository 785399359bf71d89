/** A manager asks a second one to give an account to another Discord user of the same person. */
import {
  accountNumberField,
  actedReply,
  chosenUser,
  defineCommand,
  reasonField,
  userFields,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'relink',
  description: 'Ask a second manager to give an account to another Discord user',
  access: { staff: 'manage' },
  form: {
    title: 'Give an account to another user',
    fields: {
      account_number: accountNumberField(),
      ...userFields('New Discord user'),
      reason: reasonField(),
    },
    oneOf: [['member', 'discord_id']],
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason, ...user }) =>
    actedReply(
      await bank.counter.relink(session, { accountNumber, member: chosenUser(user), reason }),
      { title: 'Account relinked', sentence: 'It answers to the other Discord user now.' },
      bank.currency,
    ),
});
