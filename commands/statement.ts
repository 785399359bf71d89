/** A customer downloads a statement: of a month, or of any days. */
import {
  accountOf,
  accountOption,
  dateField,
  datesInOrder,
  dayIn,
  daysOfMonth,
  defineCommand,
  monthField,
  monthOrDays,
  optional,
  periodRefusal,
  statementFormatsField,
  statementReply,
  statementToken,
  type Context,
  type WantedStatement,
  utc,
} from '../src/bot/index.ts';
import { words } from '../src/words/index.ts';

const wording = words.commands.statement;

async function statement(
  { bank, bankName, identity, session, now }: Context<'customer'>,
  wanted: (today: string) => WantedStatement,
) {
  const zone = (await bank.timeZones.of(session.customerId)) ?? utc;
  const today = dayIn(now, zone);
  const { from, to, formats, account } = wanted(today);
  const refusal = periodRefusal(from, to, today);
  if (refusal) return refusal;
  const period = { from, to, zone };
  const accountShown = identity?.hasSeveral === true;
  return bank.accountStatements.read(session, { period, account }, async (found) =>
    statementReply(found, { formats, bankName, accountShown }),
  );
}

export default defineCommand({
  name: 'statement',
  words: wording,
  access: 'customer',
  formByButton: true,
  form: {
    words: wording,
    fields: {
      month: optional(monthField()),
      from_date: optional(dateField('fromDate')),
      to_date: optional(dateField('toDate')),
      format: statementFormatsField(),
      account: optional(accountOption('ownAccount')),
    },
    check: ({ month = null, from_date = null, to_date = null }) => ({
      month: monthOrDays(month, from_date, to_date),
      to_date: datesInOrder(from_date, to_date),
    }),
  },
  actions: {
    again: {
      answer: 'beside',
      alone: true,
      token: statementToken,
      run: async (context, _input, wanted) => statement(context, () => wanted),
    },
  },
  run: async (context, { month, from_date, to_date, format, account: named }) => {
    const account = await accountOf(context, named, 'ANY');
    return statement(context, (today) => {
      const days = daysOfMonth(month ?? (from_date ?? to_date ?? today).slice(0, 7));
      const formats = format.length === 0 ? (['pdf'] as const) : format;
      const to = to_date ?? (from_date === null ? days.to : today);
      return { from: from_date ?? days.from, to, formats, account };
    });
  },
});
