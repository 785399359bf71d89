/** Managers approve or decline what waits in shared accounts, and askers cancel it. */
import {
  waitingReply,
  type Context,
  waitingDecidedReply,
  defineCommand,
  type RequestId,
  requestToken,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const show = async ({ bank, session }: Context<'customer'>) =>
  waitingReply(await bank.shared.approvals(session), {
    viewer: session.discordUserId,
    currency: bank.currency,
  });

const deciding = (verdict: 'APPROVED' | 'DECLINED' | 'CANCELLED') =>
  ({
    answer: 'replace',
    alone: true,
    token: requestToken,
    run: async ({ bank, session }: Context<'customer'>, _given: unknown, id: RequestId) =>
      waitingDecidedReply(await bank.shared.decide(session, id, verdict), bank.currency),
  }) as const;

export default defineCommand({
  name: 'approvals',
  words: words.commands['account share approvals'],
  access: 'customer',
  actions: {
    approve: deciding('APPROVED'),
    decline: deciding('DECLINED'),
    revoke: deciding('CANCELLED'),
  },
  run: show,
});
