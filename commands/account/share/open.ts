/** A customer opens an account that several customers use. */
import {
  defineCommand,
  sharedNameField,
  sharedOpenedReply,
  sharedOpeningQuestion,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share open'];

export default defineCommand({
  name: 'open',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { name: sharedNameField() } },
  confirm: async ({ bank, session }, { name }) => {
    await bank.shared.judgeOpening(session, name);
    return sharedOpeningQuestion(name);
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    sharedOpenedReply(await bank.shared.open(session, { ...order, requestId, isProved })),
});
