/** A customer asks one or more people for money; each pays with an ordinary transfer. */
import {
  type AccountNumber,
  accountOf,
  accountOption,
  askedAccountField,
  chooseAccount,
  type Context,
  defineCommand,
  dueDateField,
  expiryField,
  type InputOf,
  invitationReply,
  madeReply,
  membersField,
  memoField,
  noToken,
  optional,
  requestQuestion,
  serverRoleField,
  sumField,
  withAccountChoice,
} from '../../src/bot/index.ts';
import { words } from '../../src/words/index.ts';

const wording = words.commands['request create'];

const fields = {
  member: optional(membersField()),
  role: optional(serverRoleField()),
  amount: optional(sumField('askEach')),
  total: optional(sumField('askTotal')),
  memo: memoField(),
  account: optional(askedAccountField()),
  due_date: optional(dueDateField()),
  expires: optional(expiryField()),
  into: optional(accountOption('intoAccount')),
};

/** A nickname or a name is looked up; a number is checked by the quote. */
const payerAccount = async (
  bank: Context['bank'],
  session: Context<'customer'>['session'],
  payee: NonNullable<InputOf<typeof fields>['account']>,
) => ('accountNumber' in payee ? payee.accountNumber : bank.payees.find(session, payee));

async function quoteOf(
  context: Context<'customer'>,
  input: InputOf<typeof fields>,
  into: AccountNumber | undefined,
) {
  const { bank, session, place, person, roleMembers } = context;
  const { member, role, account: payee, amount, total, memo, due_date: dueOn } = input;
  const { expires: expiry } = input;
  const ofRole = role === null ? [] : await roleMembers(place, role);
  // Whoever asks is often in the role themselves.
  const members = [...(member ?? []), ...ofRole.filter((id) => id !== person)];
  const account = payee === null ? null : await payerAccount(bank, session, payee);
  const sum = amount === null ? { total: total! } : { each: amount };
  return bank.requests.quote(session, {
    members,
    account,
    amount: sum,
    memo,
    dueOn,
    expiry,
    into,
  });
}

export default defineCommand({
  name: 'create',
  words: wording,
  access: 'customer',
  movesMoney: true,
  form: {
    words: wording,
    fields,
    oneOf: [['amount', 'total']],
    someOf: [['member', 'role', 'account']],
    more: ['account', 'due_date', 'expires'],
  },
  actions: {
    ...chooseAccount('into'),
    'open-accounts': {
      answer: 'beside',
      token: noToken,
      run: async (context, input) => {
        const into = await accountOf(context, input.into);
        const { unasked } = await quoteOf(context, input, into);
        const left = unasked.filter(({ why }) => why === 'NO_ACCOUNT');
        const members = left.map(({ member }) => member);
        return invitationReply(members, context.bankName);
      },
    },
  },
  confirm: async (context, input) => {
    const { bank, place } = context;
    const into = await accountOf(context, input.into);
    const quote = await quoteOf(context, input, into);
    const inServer = place.guildId !== null;
    const question = requestQuestion(quote, { currency: bank.currency, inServer, into });
    return withAccountChoice(context, question, { use: 'into', chosen: into });
  },
  run: async ({ bank, session, requestId, isProved }, order) => {
    const made = await bank.requests.create(session, { ...order, requestId, isProved });
    return madeReply(made, bank.currency);
  },
});
