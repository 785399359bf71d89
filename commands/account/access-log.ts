/** A customer reads which staff looked at their account or changed it, when and why. */
import { accessReply, cursorToken, defineCommand, type Context } from '../../src/bot/index.ts';

const size = 8;

const page = async (
  { bank, session }: Context<'customer'>,
  range: { readonly before?: bigint; readonly after?: bigint },
) => accessReply(await bank.accounts.accessLog(session, { size, ...range }));

export default defineCommand({
  name: 'access-log',
  description: 'See which staff looked at your account or changed it',
  access: 'customer',
  actions: {
    older: {
      answer: 'replace',
      token: cursorToken,
      run: async (context, _, before) => page(context, { before }),
    },
    newer: {
      answer: 'replace',
      token: cursorToken,
      run: async (context, _, after) => page(context, { after }),
    },
  },
  run: async (context) => page(context, {}),
});
