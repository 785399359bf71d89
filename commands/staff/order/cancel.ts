/** Staff cancel a customer's standing order, with a reason that the customer reads. */
import {
  defineCommand,
  orderActedReply,
  orderChangeOf,
  staffOrderFields,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff order cancel'];

export default defineCommand({
  name: 'cancel',
  words: wording,
  access: { staff: 'serve' },
  form: { words: wording, fields: staffOrderFields() },
  run: async ({ bank, session }, input) =>
    orderActedReply(await bank.customerOrders.cancel(session, orderChangeOf(input))),
});
