/** Staff cancel a customer's standing order, with a reason that the customer reads. */
import {
  accountNumberField,
  defineCommand,
  orderActedReply,
  orderNumberField,
  reasonField,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff order cancel'];

export default defineCommand({
  name: 'cancel',
  words: wording,
  access: { staff: 'serve' },
  form: {
    words: wording,
    fields: {
      account_number: accountNumberField(),
      order: orderNumberField(),
      reason: reasonField(),
    },
  },
  run: async ({ bank, session }, { account_number: accountNumber, order: number, reason }) =>
    orderActedReply(await bank.customerOrders.cancel(session, { accountNumber, number, reason })),
});
