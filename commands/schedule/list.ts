/** A customer sees their standing orders, and changes one with the buttons of its card. */
import {
  type Context,
  defineCommand,
  noToken,
  orderReply,
  ordersReply,
  orderToken,
  pausedReply,
  planReply,
  resumedReply,
  skippedReply,
  skipToken,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['schedule list'];

const all = async ({ bank, session }: Context<'customer'>) =>
  ordersReply(await bank.orders.list(session), bank.currency);

export default defineCommand({
  name: 'list',
  words: wording,
  access: 'customer',
  actions: {
    all: { answer: 'replace', token: noToken, run: async (context) => all(context) },
    one: {
      answer: 'replace',
      token: orderToken,
      run: async ({ bank, session }, _, number) =>
        orderReply(await bank.orders.view(session, number), bank.currency),
    },
    plan: {
      answer: 'replace',
      token: noToken,
      run: async ({ bank, session }) =>
        planReply(await bank.orders.plan(session, { number: null }), bank.currency),
    },
    preview: {
      answer: 'replace',
      token: orderToken,
      run: async ({ bank, session }, _, number) =>
        planReply(await bank.orders.plan(session, { number }), bank.currency),
    },
    pause: {
      answer: 'replace',
      token: orderToken,
      run: async ({ bank, session }, _, number) =>
        pausedReply(await bank.orders.pause(session, number)),
    },
    resume: {
      answer: 'replace',
      token: orderToken,
      run: async ({ bank, session }, _, number) =>
        resumedReply(await bank.orders.resume(session, number)),
    },
    skip: {
      answer: 'replace',
      token: skipToken,
      run: async ({ bank, session }, _, { number, date }) =>
        skippedReply(await bank.orders.skip(session, number, date)),
    },
  },
  run: async (context) => all(context),
});
