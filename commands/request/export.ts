/** An asker downloads who has paid a request, as CSV. */
import {
  defineCommand,
  exportedRequest,
  madeRequestField,
  requestToken,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['request export'];

export default defineCommand({
  name: 'export',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { request: madeRequestField() } },
  actions: {
    file: {
      answer: 'beside',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        exportedRequest(await bank.requests.csv(session, id)),
    },
  },
  run: async ({ bank, session }, { request }) =>
    exportedRequest(await bank.requests.csv(session, request)),
});
