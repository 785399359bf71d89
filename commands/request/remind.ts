/** An asker reminds the people who have not paid a request, at most three times. */
import {
  defineCommand,
  remindedReply,
  remindQuestion,
  remindersMax,
  requestBeginning,
  madeRequestField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['request remind'];

export default defineCommand({
  name: 'remind',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { request: madeRequestField() } },
  actions: { begin: requestBeginning },
  confirm: async ({ bank, session }, { request }) =>
    remindQuestion(await bank.requests.judgeReminder(session, request), remindersMax),
  run: async ({ bank, session, isProved }, reminder) =>
    remindedReply(await bank.requests.remind(session, { ...reminder, isProved }), reminder.id),
});
