/** Staff look a customer up. */
import {
  customerQueryField,
  defineCommand,
  foundReply,
  memberField,
  optional,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff customer find'];

export default defineCommand({
  name: 'find',
  words: wording,
  access: { staff: 'look' },
  form: {
    words: wording,
    fields: {
      query: optional(customerQueryField()),
      member: optional(memberField('findMember')),
    },
    oneOf: [['query', 'member']],
  },
  run: async ({ bank, session }, { query, member }) =>
    foundReply(await bank.counter.find(session, member === null ? { query: query! } : { member })),
});
