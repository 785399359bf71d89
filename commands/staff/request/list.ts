/** Staff see the requests for money that a customer got and made. */
import {
  servedAccountField,
  customerRequestsReply,
  defineCommand,
  requestToken,
  staffTableReply,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff request list'];

export default defineCommand({
  name: 'list',
  words: wording,
  access: { staff: 'look' },
  form: { words: wording, fields: { account_number: servedAccountField() } },
  actions: {
    show: {
      answer: 'beside',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        staffTableReply(await bank.customerRequests.show(session, id), 0, bank.currency),
    },
  },
  run: async ({ bank, session }, { account_number: accountNumber }) =>
    customerRequestsReply(
      await bank.customerRequests.list(session, { accountNumber }),
      bank.currency,
    ),
});
