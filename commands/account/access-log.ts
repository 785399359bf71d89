/** A customer reads which staff looked at their account or changed it, when and why. */
import {
  accessReply,
  defineCommand,
  pageTurns,
  type Context,
  type Turn,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const size = 8;

const page = async ({ bank, session }: Context<'customer'>, _: unknown, turn: Turn) =>
  accessReply(await bank.accounts.accessLog(session, { size, ...turn }));

const wording = words.commands['account access-log'];

export default defineCommand({
  name: 'access-log',
  words: wording,
  access: 'customer',
  actions: pageTurns(page),
  run: async (context) => page(context, {}, {}),
});
