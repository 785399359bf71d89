/** A customer reads their entries, newest first, all or filtered. */
import {
  dateField,
  datesInOrder,
  defineCommand,
  historyReply,
  kindsField,
  noToken,
  optional,
  pageTurns,
  searchField,
  type Context,
  type InputOf,
  type Turn,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const pageSize = 8;

const fields = {
  type: kindsField(),
  from_date: optional(dateField('fromDate')),
  to_date: optional(dateField('toDate')),
  counterparty: optional(searchField('counterparty')),
  text: optional(searchField('memoText')),
};

async function page(
  { bank, session }: Context<'customer'>,
  { type, from_date, to_date, counterparty, text }: InputOf<typeof fields>,
  turn: Turn,
) {
  const filter = {
    ...(type.length === 0 ? {} : { kinds: type }),
    ...(from_date === null ? {} : { fromDate: from_date }),
    ...(to_date === null ? {} : { toDate: to_date }),
    ...(counterparty === null ? {} : { counterparty }),
    ...(text === null ? {} : { text }),
  };
  const found = await bank.statements.page(session, { filter, size: pageSize, ...turn });
  const filtered = Object.keys(filter).length > 0;
  return historyReply(found, { currency: bank.currency, filtered });
}

const wording = words.commands.history;

export default defineCommand({
  name: 'history',
  words: wording,
  access: 'customer',
  form: {
    words: wording,
    fields,
    check: ({ from_date = null, to_date = null }) => ({
      to_date: datesInOrder(from_date, to_date),
    }),
  },
  actions: {
    ...pageTurns(page),
    recent: {
      answer: 'beside',
      token: noToken,
      run: async (context, filter) => page(context, filter, {}),
    },
  },
  run: async (context, filter) => page(context, filter, {}),
});
