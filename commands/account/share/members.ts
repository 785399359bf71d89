/** A member of a shared account sees who else uses it. */
import {
  type AccountNumber,
  accountToken,
  type Context,
  defineCommand,
  membersReply,
  sharedAccountField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share members'];

const show = async ({ bank, session }: Context<'customer'>, account: AccountNumber) =>
  membersReply(await bank.shared.members(session, account), bank.currency);

export default defineCommand({
  name: 'members',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { account: sharedAccountField() } },
  actions: {
    show: {
      answer: 'beside',
      alone: true,
      token: accountToken,
      run: async (context, _given, number) => show(context, number),
    },
  },
  run: async (context, { account: meant }) => {
    const { bank, session } = context;
    const { accountNumber } = await bank.shared.find(session, meant, 'READ');
    return show(context, accountNumber);
  },
});
