/** Staff look a customer up. */
import {
  customerQueryField,
  defineCommand,
  foundReply,
  memberField,
  optional,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'find',
  description: 'Look a customer up by number, phone, e-mail, name or member',
  access: { staff: 'look' },
  form: {
    title: 'Find a customer',
    fields: {
      query: optional(customerQueryField()),
      member: optional(memberField('Or a member')),
    },
    oneOf: [['query', 'member']],
  },
  run: async ({ bank, session }, { query, member }) =>
    foundReply(await bank.counter.find(session, member === null ? { query: query! } : { member })),
});
