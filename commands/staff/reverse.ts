/** A manager reverses a transaction by booking one that mirrors it. */
import {
  correctedReply,
  defineCommand,
  quoteQuestion,
  reasonField,
  referenceField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff reverse'];

export default defineCommand({
  name: 'reverse',
  words: wording,
  access: { staff: 'manage' },
  movesMoney: true,
  form: {
    words: wording,
    fields: { reference: referenceField(), reason: reasonField() },
  },
  confirm: async ({ bank, session }, { reference: transaction, reason }) => {
    const order = { transaction, reason };
    const quote = await bank.corrections.quoteReversal(session, order);
    return quoteQuestion(quote, bank.currency, order);
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const corrected = await bank.corrections.reverse(session, { ...order, requestId, isProved });
    return correctedReply(corrected, bank.currency);
  },
});
