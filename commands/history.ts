/** A customer reads their entries, newest first, all or filtered. */
import {
  accountOf,
  accountOption,
  amountRangeField,
  chooseAccount,
  dateField,
  datesInOrder,
  daysField,
  daysOrDates,
  directionField,
  dayBefore,
  defineCommand,
  historyReply,
  isoDate,
  kindsField,
  noToken,
  optional,
  pageTurns,
  searchField,
  withAccountMenu,
  type Context,
  type InputOf,
  type Turn,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const pageSize = 8;

const fields = {
  days: optional(daysField()),
  direction: optional(directionField()),
  type: kindsField(),
  from_date: optional(dateField('fromDate')),
  to_date: optional(dateField('toDate')),
  counterparty: optional(searchField('counterparty')),
  text: optional(searchField('memoText')),
  amount: optional(amountRangeField()),
  account: optional(accountOption('ownAccount')),
};

async function page(
  context: Context<'customer'>,
  {
    days,
    direction,
    type,
    from_date,
    to_date,
    counterparty,
    text,
    amount,
    ...of
  }: InputOf<typeof fields>,
  turn: Turn,
) {
  const { bank, session, now } = context;
  const since = days === null ? from_date : dayBefore(isoDate(now), days - 1);
  const filter = {
    ...(type.length === 0 ? {} : { kinds: type }),
    ...(direction === null ? {} : { direction }),
    ...(since === null ? {} : { fromDate: since }),
    ...(to_date === null ? {} : { toDate: to_date }),
    ...(counterparty === null ? {} : { counterparty }),
    ...(text === null ? {} : { text }),
    ...(amount === null ? {} : { amount }),
  };
  const account = await accountOf(context, of.account, 'READ');
  const found = await bank.statements.page(session, { filter, account, size: pageSize, ...turn });
  const filtered = Object.keys(filter).length > 0;
  const reply = historyReply(found, { currency: bank.currency, filtered });
  return withAccountMenu(context, reply, {
    use: 'history',
    chosen: account,
    action: 'READ',
  });
}

const wording = words.commands.history;

export default defineCommand({
  name: 'history',
  words: wording,
  access: 'customer',
  formByButton: true,
  form: {
    words: wording,
    fields,
    check: ({ days = null, from_date = null, to_date = null }) => ({
      days: daysOrDates(days, from_date, to_date),
      to_date: datesInOrder(from_date, to_date),
    }),
    shown: ({ days, ...others }, { today }) =>
      typeof days === 'string' && /^\d{1,4}$/.test(days)
        ? { ...others, from_date: dayBefore(today, Number(days) - 1) }
        : others,
  },
  actions: {
    ...chooseAccount('account', 'READ'),
    ...pageTurns(page),
    recent: {
      answer: 'beside',
      token: noToken,
      run: async (context, filter) => page(context, filter, {}),
    },
  },
  run: async (context, filter) => page(context, filter, {}),
});
