/** A manager proposes what the bank pays on savings or pots; a second manager decides. */
import {
  actedReply,
  defineCommand,
  feeFromField,
  interestPointsField,
  interestQuestion,
  interestSavingsField,
  optional,
  termsReasonField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff interest'];

export default defineCommand({
  name: 'interest',
  words: wording,
  access: { staff: 'manage' },
  form: {
    words: wording,
    fields: {
      savings: interestSavingsField(),
      basis_points: interestPointsField(),
      valid_from: optional(feeFromField()),
      reason: termsReasonField(),
    },
  },
  confirm: async ({ bank, session }, { savings: type, basis_points, valid_from, reason }) => {
    const wanted = { type, basisPoints: BigInt(basis_points), from: valid_from };
    const { before, from } = await bank.staffInterest.judge(session, wanted);
    return interestQuestion(before, { ...wanted, from, reason });
  },
  run: async ({ bank, session, requestId }, order) => {
    const acted = await bank.staffInterest.ask(session, { ...order, requestId });
    return actedReply(acted, { title: '', sentence: '' }, bank.currency);
  },
});
