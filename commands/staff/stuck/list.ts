/** Confirmations and jobs that were not completed; their cards have the same buttons. */
import {
  cursorToken,
  defineCommand,
  requestToken,
  stuckReply,
  unstuckReply,
  type Context,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

async function page({ bank, session }: Context<{ staff: 'manage' }>, after: bigint) {
  return stuckReply(await bank.stuck.list(session, { after, limit: 2 }));
}

const wording = words.commands['staff stuck list'];

export default defineCommand({
  name: 'list',
  words: wording,
  access: { staff: 'manage' },
  actions: {
    'try-again': {
      answer: 'replace',
      token: requestToken,
      run: async ({ bank, session }, _, id) =>
        unstuckReply(id, await bank.stuck.tryAgain(session, id)),
    },
    'give-up': {
      answer: 'replace',
      token: requestToken,
      run: async ({ bank, session }, _, id) =>
        unstuckReply(id, await bank.stuck.giveUp(session, id)),
    },
    'next-stuck': {
      answer: 'replace',
      token: cursorToken,
      run: async (context, _, after) => page(context, after),
    },
  },
  run: async (context) => page(context, 0n),
});
