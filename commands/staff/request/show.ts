/** Staff see who has paid a customer's request. */
import {
  defineCommand,
  pageToken,
  staffRequestField,
  staffTableReply,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff request show'];

export default defineCommand({
  name: 'show',
  words: wording,
  access: { staff: 'look' },
  form: { words: wording, fields: { request: staffRequestField() } },
  actions: {
    page: {
      answer: 'replace',
      alone: true,
      token: pageToken,
      run: async ({ bank, session }, _given, { id, page }) =>
        staffTableReply(await bank.customerRequests.show(session, id), page, bank.currency),
    },
  },
  run: async ({ bank, session }, { request }) =>
    staffTableReply(await bank.customerRequests.show(session, request), 0, bank.currency),
});
