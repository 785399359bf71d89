/** A customer sees the accounts that they have saved. */
import {
  type Context,
  defineCommand,
  pageTurns,
  payeesReply,
  type Turn,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const size = 20;

const page = async ({ bank, session }: Context<'customer'>, turn: Turn) =>
  payeesReply(await bank.payees.list(session, { size, ...turn }));

export default defineCommand({
  name: 'list',
  words: words.commands['payee list'],
  access: 'customer',
  actions: pageTurns(async (context, _given, turn) => page(context, turn)),
  run: async (context) => page(context, {}),
});
