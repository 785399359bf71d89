/** A customer downloads a statement: of a month, or of any days. */
import {
  accountOf,
  accountOption,
  dayIn,
  defineCommand,
  optional,
  periodRefusal,
  statementFields,
  statementProblems,
  statementReply,
  statementToken,
  type Context,
  wantedStatement,
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
  const isShown = identity?.hasSeveral === true;
  return bank.accountStatements.read(session, { period, account }, async (found, own) =>
    statementReply(found, { formats, bankName, account: isShown ? own : null }),
  );
}

export default defineCommand({
  name: 'statement',
  words: wording,
  access: 'customer',
  formByButton: true,
  form: {
    words: wording,
    fields: { ...statementFields, account: optional(accountOption('ownAccount')) },
    check: (input) => statementProblems(input),
  },
  actions: {
    again: {
      answer: 'beside',
      alone: true,
      token: statementToken,
      run: async (context, _input, wanted) => statement(context, () => wanted),
    },
  },
  run: async (context, { account: named, ...input }) => {
    const account = await accountOf(context, named, 'READ');
    return statement(context, (today) => ({ ...wantedStatement(input, today), account }));
  },
});
