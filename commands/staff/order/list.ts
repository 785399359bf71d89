/** Staff see a customer's standing orders. */
import { servedAccountField, customerOrdersReply, defineCommand } from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff order list'];

export default defineCommand({
  name: 'list',
  words: wording,
  access: { staff: 'look' },
  form: { words: wording, fields: { account_number: servedAccountField() } },
  run: async ({ bank, session }, { account_number: accountNumber }) =>
    customerOrdersReply(await bank.customerOrders.list(session, { accountNumber }), bank.currency),
});
