/** A manager of a shared account changes the role or the allowance of another member. */
import {
  allowanceField,
  allowanceProblem,
  defineCommand,
  memberField,
  roleChangedReply,
  roleQuestion,
  sharedAccountField,
  sharedBeginning,
  sharedRoleField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['account share role'];

export default defineCommand({
  name: 'role',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields: {
      member: memberField('sharedMember'),
      role: sharedRoleField(),
      allowance: allowanceField(),
      account: sharedAccountField(),
    },
    check: allowanceProblem,
  },
  actions: { begin: sharedBeginning },
  confirm: async ({ bank, session }, { account: meant, ...given }) => {
    const { accountNumber: account } = await bank.shared.find(session, meant, 'CHANGE_ROLE');
    const order = { ...given, account };
    const { needsProof, ...found } = await bank.shared.judgeRole(session, order);
    return roleQuestion(found, order, { needsProof, currency: bank.currency });
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const account = await bank.shared.changeRole(session, { ...order, requestId, isProved });
    return roleChangedReply(account, order, bank.currency);
  },
});
