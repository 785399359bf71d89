/** A manager sets from which sum on payments of a shared account need approvals. */
import {
  defineCommand,
  ruleAboveField,
  ruleNeededField,
  ruleQuestion,
  ruleReply,
  sharedAccountField,
  sharedBeginning,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share rule'];

export default defineCommand({
  name: 'rule',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      above: ruleAboveField(),
      needed: ruleNeededField(),
      account: sharedAccountField(),
    },
  },
  actions: { begin: sharedBeginning },
  confirm: async ({ bank, session }, { account: meant, above, needed }) => {
    const { accountNumber: account } = await bank.shared.find(session, meant, 'SET_RULE');
    const order = { account, rule: above === null ? null : { above, needed: needed ?? 1 } };
    return ruleQuestion(await bank.shared.judgeRule(session, order), order, bank.currency);
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    ruleReply(
      await bank.shared.changeRule(session, { ...order, requestId, isProved }),
      order,
      bank.currency,
    ),
});
