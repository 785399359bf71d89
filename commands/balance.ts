/** A customer sees their money: now, or at a time of the past. */
import {
  balanceReply,
  type Context,
  defineCommand,
  momentField,
  noToken,
  optional,
  pastBalanceReply,
  utc,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.balance;

async function now({ bank, session, commands }: Context<'customer'>, numberShown: boolean) {
  const shared = await bank.shared.list(session);
  const sharedPots = shared.length === 0 ? null : await bank.pots.shared(session);
  const interest = await bank.interest.overview(session);
  const view = { currency: bank.currency, numberShown, commands, shared, sharedPots, interest };
  return balanceReply(await bank.accounts.overview(session), view);
}

export default defineCommand({
  name: 'balance',
  words: wording,
  access: 'customer',
  formByButton: true,
  form: { words: wording, fields: { at: optional(momentField()) } },
  actions: {
    number: {
      answer: 'replace',
      alone: true,
      token: noToken,
      run: async (context) => now(context, true),
    },
  },
  run: async (context, { at: moment }) => {
    if (moment === null) return now(context, false);
    const { bank, session } = context;
    const zone = (await bank.timeZones.of(session.customerId)) ?? utc;
    const past = await bank.accountStatements.balanceAt(session, { moment, zone });
    return pastBalanceReply(past, { currency: bank.currency, now: context.now });
  },
});
