/** A customer reads every notice, also those that were not sent. */
import {
  cursorToken,
  defineCommand,
  inboxReply,
  noToken,
  openedReply,
  pageTurns,
  type Context,
  type Turn,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const size = 8;

const page = async (context: Context<'customer'>, _: unknown, turn: Turn) =>
  inboxReply(await context.bank.inbox.page(context.session, { size, ...turn }), {
    bankName: context.bankName,
    currency: context.bank.currency,
  });

const wording = words.commands.inbox;

export default defineCommand({
  name: 'inbox',
  words: wording,
  access: 'customer',
  actions: {
    ...pageTurns(page),
    open: {
      answer: 'beside',
      token: cursorToken,
      run: async ({ bank, bankName, session }, _, id) =>
        openedReply(await bank.inbox.open(session, id), { bankName, currency: bank.currency }),
    },
    'all-read': {
      answer: 'replace',
      token: noToken,
      run: async (context) => {
        await context.bank.inbox.readAll(context.session);
        return page(context, {}, {});
      },
    },
  },
  run: async (context) => page(context, {}, {}),
});
