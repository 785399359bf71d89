/** A manager asks a second one to link an account to another Discord user of the same person. */
import {
  servedAccountField,
  actedReply,
  chosenUser,
  defineCommand,
  reasonField,
  userFields,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff customer relink'];

export default defineCommand({
  name: 'relink',
  words: wording,
  access: { staff: 'manage' },
  form: {
    words: wording,
    fields: {
      account_number: servedAccountField(),
      ...userFields('newUser'),
      reason: reasonField(),
    },
    oneOf: [['member', 'discord_id']],
  },
  run: async ({ bank, session }, { account_number: accountNumber, reason, ...user }) =>
    actedReply(
      await bank.counter.relink(session, { accountNumber, member: chosenUser(user), reason }),
      wording.done,
      bank.currency,
    ),
});
