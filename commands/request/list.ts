/** A customer sees what they are asked to pay, and what they have asked for. */
import {
  type Context,
  declinedReply,
  defineCommand,
  requestReply,
  laterDueReply,
  listReply,
  pageTurns,
  requestToken,
  type Turn,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const pageSize = 8;

async function page({ bank, session }: Context<'customer'>, turn: Turn) {
  const toPay = await bank.requests.toPay(session);
  const made = await bank.requests.made(session, { size: pageSize, ...turn });
  return listReply({ toPay, made }, bank.currency);
}

export default defineCommand({
  name: 'list',
  words: words.commands['request list'],
  access: 'customer',
  actions: {
    ...pageTurns<'customer', unknown>(async (context, _given, turn) => page(context, turn)),
    show: {
      answer: 'beside',
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        requestReply(await bank.requests.find(session, id), bank.currency),
    },
    decline: {
      answer: 'replace',
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        declinedReply(await bank.requests.decline(session, id)),
    },
    later: {
      answer: 'replace',
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        laterDueReply(await bank.requests.due(session, id), bank.currency),
    },
  },
  run: async (context) => page(context, {}),
});
