/** A customer answers invitations to shared accounts. */
import {
  answeredReply,
  defineCommand,
  invitationsReply,
  requestToken,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

export default defineCommand({
  name: 'invitations',
  words: words.commands['account share invitations'],
  access: 'customer',
  actions: {
    accept: {
      answer: 'replace',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        answeredReply(await bank.shared.answer(session, id, 'ACCEPTED'), bank.currency),
    },
    decline: {
      answer: 'replace',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        answeredReply(await bank.shared.answer(session, id, 'DECLINED'), bank.currency),
    },
  },
  run: async ({ bank, session }) =>
    invitationsReply(await bank.shared.invitations(session), bank.currency),
});
