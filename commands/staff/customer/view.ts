/** Staff see a customer's account; personal details only on demand. */
import {
  accountNumberField,
  defineCommand,
  noToken,
  servedDetailsReply,
  servedReply,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff customer view'];

export default defineCommand({
  name: 'view',
  words: wording,
  access: { staff: 'look' },
  form: { words: wording, fields: { account_number: accountNumberField() } },
  actions: {
    details: {
      answer: 'replace',
      token: noToken,
      run: async ({ bank, session }, { account_number: accountNumber }) =>
        servedDetailsReply(await bank.counter.details(session, { accountNumber }), bank.currency),
    },
  },
  run: async ({ bank, session }, { account_number: accountNumber }) =>
    servedReply(await bank.counter.view(session, { accountNumber }), bank.currency),
});
