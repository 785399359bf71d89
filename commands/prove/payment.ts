/** A customer downloads a proof of a payment, which anybody can check without the bank. */
import {
  defineCommand,
  paymentProofReply,
  referenceField,
  requestToken,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['prove payment'];

export default defineCommand({
  name: 'payment',
  words: wording,
  access: 'customer',
  form: { words: wording, fields: { reference: referenceField() } },
  actions: {
    again: {
      answer: 'beside',
      alone: true,
      token: requestToken,
      run: async ({ bank, session }, _given, id) =>
        paymentProofReply(id, await bank.proofs.payment(session, id)),
    },
  },
  run: async ({ bank, session }, { reference }) =>
    paymentProofReply(reference, await bank.proofs.payment(session, reference)),
});
