/** Staff resume a customer's standing order, with a reason that the customer reads. */
import {
  defineCommand,
  orderActedReply,
  orderChangeOf,
  staffOrderFields,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff order resume'];

export default defineCommand({
  name: 'resume',
  words: wording,
  access: { staff: 'serve' },
  form: { words: wording, fields: staffOrderFields() },
  run: async ({ bank, session }, input) =>
    orderActedReply(await bank.customerOrders.resume(session, orderChangeOf(input))),
});
