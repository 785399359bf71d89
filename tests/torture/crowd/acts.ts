/** Operations of customers, each written into the history before it begins and after it ended. */
import type * as m from '../../../src/bank/model/index.ts';
import type { BankHost } from '../bank/host.ts';
import { Defect, Lost, Refusal } from '../bank/host.ts';
import type { HistoryWriter } from '../history/file.ts';
import { wishOf } from '../bank/door.ts';
import { needsDoor, ownNumbers, withFee } from './known-fee.ts';
import type { PassingTime, World } from './world.ts';
import type { Answer, Operation, Payment, ReceiptFacts } from '../history/model.ts';
import { specialsOf, type Tally } from './tally.ts';
import { detailsOf, placeOf, remember, type AskedPayment, type Customer } from './customer.ts';

/** An answer that is not final; the same request must be repeated. */
const busyCodes = new Set(['BANK_BUSY']);
const unknownCodes = new Set(['OUTCOME_UNKNOWN', 'CHANGE_UNKNOWN']);

export interface ActTools {
  readonly history: HistoryWriter;
  /** A bank process to talk to, chosen anew for each call. */
  readonly bank: () => BankHost;
  readonly tally: Tally;
  readonly passing: PassingTime;
  readonly world: World;
}

function failureAnswer(error: unknown): Answer {
  if (error instanceof Refusal) {
    const { code } = error;
    if (busyCodes.has(code)) return { outcome: 'busy', code };
    if (unknownCodes.has(code)) return { outcome: 'unknown', why: code };
    return { outcome: 'declined', code };
  }
  if (error instanceof Lost || error instanceof Defect) {
    return { outcome: 'unknown', why: error.message.split('\n')[0] ?? '' };
  }
  throw error;
}

/** Runs one operation between its two lines of history. */
export async function recorded<Value>(
  tools: ActTools,
  client: string,
  operation: Operation,
  work: (bank: BankHost) => Promise<Value>,
  answerOf: (value: Value) => Answer,
): Promise<{ readonly answer: Answer; readonly value: Value | null }> {
  const { history, tally } = tools;
  const ask = history.ask(client, operation);
  let answer: Answer;
  let value: Value | null = null;
  try {
    value = await work(tools.bank());
    answer = answerOf(value);
    tally.lastOkAt = performance.now();
  } catch (error) {
    answer = failureAnswer(error);
    if (error instanceof Lost && error.message.startsWith('no answer')) tally.overdue += 1;
  }
  tally[answer.outcome] += 1;
  for (const act of specialsOf(operation, answer)) {
    tally.special.set(act, (tally.special.get(act) ?? 0) + 1);
  }
  history.answer(ask, answer);
  return { answer, value };
}

export const receiptFacts = (receipt: m.Receipt): ReceiptFacts => ({
  reference: receipt.reference,
  amount: `${receipt.amount}`,
  balanceBefore: `${receipt.balanceBefore}`,
  balanceAfter: `${receipt.balanceAfter}`,
  bookedAt: receipt.bookedAt.toISOString(),
  replayed: receipt.replayed,
});

async function bookAt(
  bank: BankHost,
  { key: requestId, session, payment }: AskedPayment,
): Promise<m.Receipt> {
  if (needsDoor(payment)) {
    return bank.call('ledger', 'book', { requestId, session, payment });
  }
  const isProved = payment.isProved === true;
  const wanted = { requestId, wish: wishOf(payment), memo: payment.memo, isProved };
  const own = payment.own as m.AccountNumber;
  const other = payment.payee as m.AccountNumber;
  if (payment.kind === 'POT_ADD') {
    return bank.call('pots', 'add', session, { ...wanted, pot: other, account: own });
  }
  if (payment.kind === 'POT_TAKE') {
    return bank.call('pots', 'take', session, { ...wanted, pot: own, account: other });
  }
  if (payment.kind === 'DEPOSIT') {
    return bank.call('payments', 'deposit', session, { ...wanted, into: own });
  }
  const fee = payment.fee === undefined ? {} : { fee: BigInt(payment.fee) as m.Balance };
  const booking = { ...wanted, ...fee, from: own };
  if (payment.kind === 'WITHDRAWAL') return bank.call('payments', 'withdraw', session, booking);
  const accountNumber = await payeeOf(bank, session, payment);
  const pays = payment.pays === undefined ? undefined : (BigInt(payment.pays) as m.RequestId);
  const roundUp = roundUpOf(payment);
  return bank.call('payments', 'transfer', session, { ...booking, accountNumber, pays, roundUp });
}

function roundUpOf({ roundUp }: Payment): m.RoundUp | undefined {
  if (roundUp === undefined) return undefined;
  const [amount, pot] = [BigInt(roundUp.amount) as m.Amount, roundUp.pot as m.AccountNumber];
  return { amount, pot, potName: 'Trip' };
}

/** Some payees are saved and found by nickname; by number where the bank cannot do that now. */
async function payeeOf(bank: BankHost, session: m.Session, payment: Payment) {
  const accountNumber = payment.payee as m.AccountNumber;
  if (Number(accountNumber) % 8 !== 0) return accountNumber;
  const nickname = `no. ${accountNumber}`;
  try {
    await bank.call('payees', 'add', session, { nickname, target: { accountNumber } });
    const found = await bank.call('payees', 'find', session, { nickname: nickname.toUpperCase() });
    if (found !== accountNumber) throw new TypeError(`${nickname} stands for ${found}`);
    return found;
  } catch (error) {
    if (error instanceof TypeError) throw error;
    failureAnswer(error);
    return accountNumber;
  }
}

/** The payment as its card shows it, with its fee and what is put aside; null: there is no card. */
export async function shownBy(
  tools: ActTools,
  { session, payment }: AskedPayment,
): Promise<Payment | null> {
  const bank = tools.bank();
  const from = payment.own as m.AccountNumber;
  const wanted = { wish: wishOf(payment), memo: payment.memo, from };
  const target = { accountNumber: payment.payee as m.AccountNumber };
  try {
    const quoted =
      payment.kind === 'WITHDRAWAL'
        ? await bank.call('payments', 'quoteWithdrawal', session, wanted)
        : await bank.call('payments', 'quoteTransfer', session, { ...wanted, target });
    const { amount, fee, roundUp } = quoted;
    const saves = roundUp !== undefined && !roundUp.isSkipped;
    return {
      ...payment,
      ...(wanted.wish.kind === 'exact' ? {} : { shown: `${amount}` }),
      fee: `${fee}`,
      ...(saves ? { roundUp: { amount: `${roundUp.amount}`, pot: roundUp.pot } } : {}),
    };
  } catch (error) {
    failureAnswer(error);
    return null;
  }
}

export async function pay(
  tools: ActTools,
  customer: Customer,
  given: AskedPayment,
): Promise<Answer> {
  const asked = withFee(tools.world, customer, given);
  const { key, session, payment } = asked;
  const operation = { kind: 'pay', key: `${key}`, session: `${session.id}`, payment } as const;
  const { answer } = await recorded(
    tools,
    payment.initiator === 'BANK' ? 'the bank' : customer.name,
    operation,
    async (bank) => bookAt(bank, asked),
    (receipt) => ({ outcome: 'ok', receipt: receiptFacts(receipt) }),
  );
  const isOwn = ownNumbers(customer).includes(payment.own) || payment.of === customer.account;
  if (answer.outcome === 'ok' && isOwn && payment.kind === 'WITHDRAWAL' && !payment.fee) {
    customer.freeWithdrawals += 1;
  }
  if (answer.outcome === 'ok' && isOwn && payment.initiator !== 'BANK') {
    if (payment.own === customer.other) {
      const { special } = tools.tally;
      special.set('second account', (special.get('second account') ?? 0) + 1);
    }
    remember(customer.acknowledged, asked);
  }
  return answer;
}

/** Reads the balance first, then the newest entry, as the checker expects. */
export async function look(tools: ActTools, customer: Customer, session: m.Session): Promise<void> {
  await recorded(
    tools,
    customer.name,
    { kind: 'read', session: `${session.id}`, account: customer.account },
    async (bank) => {
      const accounts = await bank.call('accounts', 'overview', session);
      const account = accounts.find(({ accountNumber }) => accountNumber === customer.account);
      const page = await bank.call('statements', 'page', session, {
        filter: {},
        size: 1,
        account: customer.account,
      });
      return { account, newest: page.entries[0] };
    },
    ({ account, newest }) =>
      account === undefined
        ? { outcome: 'declined', code: 'SESSION_EXPIRED' }
        : {
            outcome: 'ok',
            read: {
              balance: `${account.balance}`,
              seq: `${newest?.seq ?? 0n}`,
              balanceAfter: `${newest?.balanceAfter ?? 0n}`,
            },
          },
  );
}

/** Payments name their account, so that none is affected. */
export async function makeMain(
  tools: ActTools,
  { session }: Customer,
  order: { readonly account: m.AccountNumber; readonly requestId: m.RequestId },
): Promise<void> {
  try {
    await tools.bank().call('accounts', 'makeMain', session, order);
    const { special } = tools.tally;
    special.set('main account', (special.get('main account') ?? 0) + 1);
  } catch (error) {
    failureAnswer(error);
  }
}

const sessionAnswer = (session: m.Session, account: string): Answer => ({
  outcome: 'ok',
  session: { session: `${session.id}`, account },
});

/** One of its own for each customer. Digits would make its judgement take four times as long. */
const passwordOf = (number: number): string =>
  `quartz-lantern-${[...`${number}`].map((digit) => 'bcdfghjkmp'[Number(digit)]).join('')}`;

/** A new customer with one account. */
export async function enter(
  tools: ActTools,
  { number, discordUserId }: { readonly number: number; readonly discordUserId: m.DiscordUserId },
) {
  const name = `customer ${number}`;
  const password = passwordOf(number);
  const { value, answer } = await recorded(
    tools,
    name,
    { kind: 'register', discordUserId },
    async (bank) =>
      bank.call('customers', 'register', {
        discordUserId,
        place: placeOf,
        details: detailsOf(number),
        password,
      }),
    ({ session, account }) => sessionAnswer(session, account.accountNumber),
  );
  if (value === null) throw new Error(`Registration failed: ${JSON.stringify(answer)}`);
  const { session, account } = value;
  return { name, discordUserId, password, session, account: account.accountNumber };
}

export async function register(
  tools: ActTools,
  person: {
    readonly number: number;
    readonly discordUserId: m.DiscordUserId;
    readonly isLimited: boolean;
    /** Opens their second account. */
    readonly openOther: (session: m.Session) => Promise<m.AccountNumber>;
    readonly openPot: (session: m.Session) => Promise<m.AccountNumber>;
  },
): Promise<Customer> {
  const { isLimited, openOther, openPot } = person;
  const entered = await enter(tools, person);
  return {
    ...entered,
    other: await openOther(entered.session),
    pot: await openPot(entered.session),
    isLimited,
    isLimiting: false,
    freeWithdrawals: 0,
    ended: [],
    acknowledged: [],
    isAtTheDoor: false,
    isFrozen: false,
  };
}

/** Sometimes ends the session, and opens a new one; tries until there is one. */
export async function logOut(tools: ActTools, customer: Customer): Promise<Answer> {
  const { session, discordUserId, name } = customer;
  const operation = { kind: 'logout', session: `${session.id}`, discordUserId } as const;
  const { answer } = await recorded(
    tools,
    name,
    operation,
    async (bank) => bank.call('sessions', 'logout', session),
    () => ({ outcome: 'ok' }),
  );
  if (answer.outcome === 'ok') remember(customer.ended, session);
  return answer;
}

export async function idle(
  tools: ActTools,
  { name }: Customer,
  session: m.Session,
): Promise<Answer> {
  const { answer } = await recorded(
    tools,
    name,
    { kind: 'idle', session: `${session.id}` },
    async () => tools.passing.idle(session),
    () => ({ outcome: 'ok' }),
  );
  return answer;
}

export async function logIn(tools: ActTools, customer: Customer): Promise<Answer> {
  const { discordUserId, account, password, name } = customer;
  const former = customer.session;
  const { answer, value } = await recorded(
    tools,
    name,
    { kind: 'login', discordUserId },
    async (bank) =>
      bank.call('sessions', 'login', {
        discordUserId,
        place: placeOf,
        accountNumber: account,
        password,
      }),
    (session) => sessionAnswer(session, account),
  );
  if (value !== null) {
    remember(customer.ended, former);
    customer.session = value;
  }
  return answer;
}
