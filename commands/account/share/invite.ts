/** A manager of a shared account invites a customer. */
import {
  allowanceField,
  allowanceProblem,
  defineCommand,
  invitationQuestion,
  invitedReply,
  memberField,
  optional,
  sharedAccountField,
  sharedBeginning,
  sharedReadsField,
  sharedRoleField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share invite'];

export default defineCommand({
  name: 'invite',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      member: memberField('sharedMember'),
      role: sharedRoleField(),
      allowance: allowanceField(),
      history: optional(sharedReadsField()),
      account: sharedAccountField(),
    },
    check: allowanceProblem,
  },
  actions: { begin: sharedBeginning },
  confirm: async ({ bank, session }, { account: meant, history, ...given }) => {
    const { accountNumber: account } = await bank.shared.find(session, meant, 'INVITE');
    const order = { ...given, account, readsAll: history === 'all' };
    const { account: found, needsProof } = await bank.shared.judgeInvitation(session, order);
    return invitationQuestion(found, order, { needsProof, currency: bank.currency });
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const account = await bank.shared.invite(session, { ...order, requestId, isProved });
    return invitedReply(account, order, bank.currency);
  },
});
