/** Staff see a customer's account; now and at a time; personal details only on demand. */
import {
  servedAccountField,
  defineCommand,
  momentField,
  noToken,
  optional,
  servedDetailsReply,
  servedPastReply,
  servedReply,
} from '../../../src/bot/index.ts';
import { words } from '../../../src/words/index.ts';

const wording = words.commands['staff customer view'];

export default defineCommand({
  name: 'view',
  words: wording,
  access: { staff: 'look' },
  form: {
    words: wording,
    fields: { account_number: servedAccountField(), at: optional(momentField()) },
  },
  actions: {
    details: {
      answer: 'replace',
      token: noToken,
      run: async ({ bank, session }, { account_number: accountNumber }) =>
        servedDetailsReply(await bank.counter.details(session, { accountNumber }), bank.currency),
    },
  },
  run: async ({ bank, session, now }, { account_number: accountNumber, at: moment }) => {
    const { currency } = bank;
    if (moment === null) {
      return servedReply(await bank.counter.view(session, { accountNumber }), currency);
    }
    const customer = await bank.counter.viewAt(session, { accountNumber, moment });
    return servedPastReply(customer, { currency, now });
  },
});
