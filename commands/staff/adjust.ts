/** A manager corrects a balance; the counterpart is the suspense account. */
import {
  servedAccountField,
  amountField,
  correctedReply,
  defineCommand,
  exactAmount,
  quoteQuestion,
  reasonField,
  sideField,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff adjust'];

export default defineCommand({
  name: 'adjust',
  words: wording,
  access: { staff: 'manage' },
  movesMoney: true,
  form: {
    words: wording,
    fields: {
      account_number: servedAccountField(),
      amount: amountField({ shares: false }),
      side: sideField(),
      reason: reasonField(),
    },
  },
  confirm: async ({ bank, session }, { account_number: accountNumber, amount, side, reason }) => {
    const order = { accountNumber, amount: exactAmount(amount), side, reason };
    const quote = await bank.corrections.quoteAdjustment(session, order);
    return quoteQuestion(quote, bank.currency, order);
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const corrected = await bank.corrections.adjust(session, { ...order, requestId, isProved });
    return correctedReply(corrected, bank.currency);
  },
});
