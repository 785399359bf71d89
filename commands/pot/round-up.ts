/** A customer rounds their payments up and saves the rest in a pot. */
import {
  defineCommand,
  onlyPotField,
  optional,
  roundUpField,
  roundUpsQuestion,
  roundUpsReply,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['pot round-up'];

export default defineCommand({
  name: 'round-up',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { to: roundUpField(), pot: optional(onlyPotField()) } },
  confirm: async (context, wanted) => roundUpsQuestion(context, wanted),
  run: async ({ bank, session, requestId, isProved }, order) => {
    const roundUps = await bank.pots.setRoundUps(session, { ...order, requestId, isProved });
    const { of = null } = order;
    const all = of === null ? [] : await bank.shared.list(session);
    const shared = all.find(({ accountNumber }) => accountNumber === of);
    return roundUpsReply(roundUps, shared?.name ?? null);
  },
});
