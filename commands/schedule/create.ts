/** A customer has an account paid again and again. */
import {
  accountOf,
  accountOption,
  chooseAccount,
  defineCommand,
  everyField,
  firstDateField,
  memberField,
  memoField,
  monthDayField,
  newOrderQuestion,
  optional,
  orderAmountField,
  orderMadeReply,
  orderRules,
  payeeField,
  payTimeField,
  timeZoneField,
  untilField,
  withAccountChoice,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['schedule create'];
const nine = { hour: 9, minute: 0 };

export default defineCommand({
  name: 'create',
  words: wording,
  access: 'customer',
  movesMoney: true,
  form: {
    words: wording,
    fields: {
      to: optional(payeeField('toAccount')),
      member: optional(memberField('toMember')),
      amount: orderAmountField(),
      every: everyField(),
      first: optional(firstDateField()),
      day: optional(monthDayField()),
      until: optional(untilField()),
      time: optional(payTimeField()),
      time_zone: optional(timeZoneField()),
      memo: memoField(),
      from: optional(accountOption('fromAccount', 'PAY')),
    },
    oneOf: [['to', 'member']],
    more: ['day', 'until', 'time', 'time_zone', 'memo'],
    check: orderRules,
  },
  actions: chooseAccount('from', 'PAY'),
  prefill: async ({ customerId }, bank) => {
    const zone = customerId === null ? null : await bank.timeZones.of(customerId);
    return zone === null ? {} : { time_zone: zone };
  },
  confirm: async (context, given) => {
    const { bank, session } = context;
    const from = await accountOf(context, given.from, 'PAY');
    const { to, member, amount, every, first, day, until, time, time_zone: zone, memo } = given;
    const quote = await bank.orders.quote(session, {
      from,
      payee: to ?? { discordUserId: member! },
      amount,
      memo,
      first,
      zone,
      monthDay: day,
      ...every,
      ...(time ?? nine),
      last: until !== null && 'last' in until ? until.last : null,
      count: until !== null && 'count' in until ? until.count : null,
    });
    const { toNumber: accountNumber, calendar } = quote;
    const paying = from === undefined ? {} : { from };
    const order = { ...paying, accountNumber, amount, calendar: { ...calendar }, memo };
    const question = newOrderQuestion(quote, { amount, memo }, { currency: bank.currency, order });
    return withAccountChoice(context, question, { use: 'from', chosen: from, action: 'PAY' });
  },
  run: async ({ bank, session, requestId, isProved }, order) =>
    orderMadeReply(
      await bank.orders.create(session, { ...order, requestId, isProved }),
      bank.currency,
    ),
});
