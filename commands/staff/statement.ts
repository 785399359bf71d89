/** Staff download a statement of any account, also of a closed one. */
import {
  servedAccountField,
  dayIn,
  defineCommand,
  periodRefusal,
  statementFields,
  statementProblems,
  statementReply,
  staffStatementToken,
  type Context,
  wantedStatement,
  type StaffStatement,
  type TimeZone,
  type WantedStatement,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['staff statement'];

/** The days are those of the customer's time zone, which the bank looks up. */
async function statement(
  { bank, bankName, session, now }: Context<{ staff: 'look' }>,
  accountNumber: StaffStatement['account'],
  wanted: (today: string) => WantedStatement,
) {
  const days = (zone: TimeZone) => wanted(dayIn(now, zone));
  return bank.counter.statement(session, { accountNumber, days }, async (found) => {
    const { from, to, zone } = found.head.period;
    const today = dayIn(now, zone);
    const { formats } = wanted(today);
    const refusal = periodRefusal(from, to, today);
    return (
      refusal ??
      statementReply(found, {
        formats,
        bankName,
        account: { accountNumber: found.head.accountNumber, name: null },
        byStaff: true,
      })
    );
  });
}

export default defineCommand({
  name: 'statement',
  words: wording,
  access: { staff: 'look' },
  form: {
    words: wording,
    fields: { account_number: servedAccountField(), ...statementFields },
    check: (input) => statementProblems(input),
  },
  actions: {
    again: {
      answer: 'beside',
      alone: true,
      token: staffStatementToken,
      run: async (context, _input, wanted) => statement(context, wanted.account, () => wanted),
    },
  },
  run: async (context, { account_number: account, ...input }) =>
    statement(context, account, (today) => wantedStatement(input, today)),
});
