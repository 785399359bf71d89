/** Staff look a customer up. */
import {
  defineCommand,
  foundReply,
  memberField,
  optional,
  searchField,
} from '../../../src/bot/index.ts';

export default defineCommand({
  name: 'find',
  description: 'Look a customer up by number, name, e-mail or member',
  access: { staff: 'look' },
  form: {
    title: 'Find a customer',
    fields: {
      query: optional(searchField('Number, name or e-mail', 'Whole words of a name: Anna Miller')),
      member: optional(memberField('Or a member')),
    },
    oneOf: [['query', 'member']],
  },
  run: async ({ bank, session }, { query, member }) =>
    foundReply(await bank.counter.find(session, member === null ? { query: query! } : { member })),
});
