/** A customer opens a locked pot early, after the wait that was chosen with the lock. */
import {
  defineCommand,
  onlyPotField,
  optional,
  potToken,
  releasedReply,
  releaseQuestion,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['pot release'];

export default defineCommand({
  name: 'release',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { pot: optional(onlyPotField()) } },
  actions: {
    begin: {
      token: potToken,
      values: async ({ bank, session }, number) => {
        const pot = await bank.pots.find(session, { accountNumber: number });
        return { pot: pot.accountNumber };
      },
    },
  },
  confirm: async ({ bank, session }, { pot }) =>
    releaseQuestion(await bank.pots.judgeRelease(session, pot)),
  run: async ({ bank, session, requestId, isProved }, order) =>
    releasedReply(await bank.pots.release(session, { ...order, requestId, isProved })),
});
