/** A customer sees their money: balance, held amount, available amount. */
import { balanceReply, defineCommand, noToken } from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.balance;

export default defineCommand({
  name: 'balance',
  words: wording,
  access: 'customer',
  actions: {
    number: {
      answer: 'replace',
      token: noToken,
      run: async ({ bank, session, commands }) =>
        balanceReply(await bank.accounts.overview(session), {
          currency: bank.currency,
          numberShown: true,
          commands,
        }),
    },
  },
  run: async ({ bank, session, commands }) =>
    balanceReply(await bank.accounts.overview(session), {
      currency: bank.currency,
      numberShown: false,
      commands,
    }),
});
