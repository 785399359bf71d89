/** Requests that need a second person. Cards in the staff channel have the same buttons. */
import {
  approvalConfirmed,
  approvalLines,
  approvalsReply,
  cursorToken,
  decidedReply,
  defineCommand,
  requestToken,
  type Context,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

async function page({ bank, session }: Context<{ staff: 'approvals' }>, after: bigint) {
  const waiting = await bank.approvals.open(session, { after, limit: 2 });
  return approvalsReply(waiting, bank);
}

const wording = words.commands['staff approvals list'];

export default defineCommand({
  name: 'list',
  words: wording,
  access: { staff: 'approvals' },
  movesMoney: true,
  actions: {
    approve: {
      answer: 'replace',
      token: requestToken,
      confirms: approvalConfirmed,
      details: async ({ bank, session }, id) => {
        const approval = await bank.approvals.find(session, id);
        return approval === null ? [] : approvalLines(approval, bank.currency);
      },
      done: async ({ bank, session }, id) => {
        const decided = await bank.approvals.decided(session, { id, verdict: 'APPROVED' });
        return decided && decidedReply(decided, bank.currency);
      },
      run: async ({ bank, session, isProved, setup }, _, id) => {
        const decided = await bank.approvals.decide(session, { id, verdict: 'APPROVED', isProved });
        if (decided.kind === 'SETUP') setup.installation.reopen(null);
        return decidedReply(decided, bank.currency);
      },
    },
    decline: {
      answer: 'replace',
      token: requestToken,
      run: async ({ bank, session }, _, id) =>
        decidedReply(
          await bank.approvals.decide(session, { id, verdict: 'DECLINED' }),
          bank.currency,
        ),
    },
    'next-open': {
      answer: 'replace',
      token: cursorToken,
      run: async (context, _, after) => page(context, after),
    },
  },
  run: async (context) => page(context, 0n),
});
