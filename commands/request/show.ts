/** An asker sees who has paid a request; a payer sees what they are asked for. */
import {
  defineCommand,
  requestReply,
  pageToken,
  requestField,
  tableReply,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['request show'];

export default defineCommand({
  name: 'show',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { request: requestField() } },
  actions: {
    page: {
      answer: 'replace',
      alone: true,
      token: pageToken,
      run: async ({ bank, session }, _given, { id, page }) =>
        tableReply(await bank.requests.show(session, id), page, bank.currency),
    },
  },
  run: async ({ bank, session }, { request }) =>
    requestReply(await bank.requests.find(session, request), bank.currency),
});
