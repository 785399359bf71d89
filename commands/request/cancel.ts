/** An asker cancels what can still be paid of a request. */
import {
  requestCancelled,
  cancelQuestion,
  defineCommand,
  requestBeginning,
  madeRequestField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['request cancel'];

export default defineCommand({
  name: 'cancel',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { request: madeRequestField() } },
  actions: { begin: requestBeginning },
  confirm: async ({ bank, session }, { request }) =>
    cancelQuestion(await bank.requests.show(session, request), bank.currency),
  run: async ({ bank, session, isProved }, { id }) =>
    requestCancelled(await bank.requests.cancel(session, id, isProved), id),
});
