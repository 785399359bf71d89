/** A customer locks a pot until a day. */
import {
  defineCommand,
  lockQuestionOf,
  lockUntilField,
  lockWaitField,
  potField,
  potLockedReply,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['pot lock'];

export default defineCommand({
  name: 'lock',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: { pot: potField(), until: lockUntilField(), wait: lockWaitField() },
  },
  confirm: async ({ bank, session }, { pot: meant, until: untilDay, wait: waitHours }) => {
    const pot = await bank.pots.find(session, meant);
    const locking = { pot: pot.accountNumber, untilDay, waitHours };
    const { until } = await bank.pots.judgeLock(session, locking);
    return lockQuestionOf(pot, { untilDay, waitHours, until });
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    potLockedReply(await bank.pots.lock(session, { ...order, requestId, isProved })),
});
