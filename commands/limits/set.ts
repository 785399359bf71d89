/** A customer limits what they can pay: in one payment, a day, a week or a month. */
import {
  defineCommand,
  limitAmountField,
  limitPeriodField,
  limitQuestion,
  limitSetReply,
  optional,
  periodToken,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['limits set'];

export default defineCommand({
  name: 'set',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: { limit: limitPeriodField(), amount: optional(limitAmountField()) },
  },
  actions: {
    /** The form with one limit chosen. */
    period: {
      token: periodToken,
      opens: (period) => ({ limit: period }),
      values: async ({ bank, session }, period) => {
        await bank.limits.overview(session);
        return { limit: period };
      },
    },
  },
  confirm: async ({ bank, session }, { limit: period, amount }) => {
    const wanted = { period, amount };
    return limitQuestion(await bank.limits.judge(session, wanted), wanted, bank.currency);
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    limitSetReply(await bank.limits.set(session, { ...order, requestId, isProved }), bank.currency),
});
