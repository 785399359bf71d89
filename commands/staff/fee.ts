/** A manager proposes what the bank charges; a second manager decides. */
import {
  actedReply,
  defineCommand,
  feeFlatField,
  feeFreeField,
  feeFromField,
  feeKindField,
  feeLeastField,
  feeMostField,
  feePerMilleField,
  feeQuestion,
  optional,
  termsReasonField,
  typedTerms,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff fee'];

export default defineCommand({
  name: 'fee',
  words: wording,
  access: { staff: 'manage' },
  form: {
    words: wording,
    fields: {
      movement: feeKindField(),
      flat: optional(feeFlatField()),
      per_mille: optional(feePerMilleField()),
      free: optional(feeFreeField()),
      reason: termsReasonField(),
      minimum: optional(feeLeastField()),
      maximum: optional(feeMostField()),
      valid_from: optional(feeFromField()),
    },
    more: ['minimum', 'maximum', 'valid_from'],
  },
  confirm: async ({ bank, session }, { movement: kind, reason, valid_from: day, ...typed }) => {
    const wanted = { kind, ...typedTerms(typed), from: day };
    const { before, from } = await bank.staffFees.judge(session, wanted);
    return feeQuestion(before, { ...wanted, from, reason }, bank.currency);
  },
  run: async ({ bank, session, requestId }, order) => {
    const acted = await bank.staffFees.ask(session, { ...order, requestId });
    return actedReply(acted, { title: '', sentence: '' }, bank.currency);
  },
});
