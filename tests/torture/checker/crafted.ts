/** A small correct history with its books, for tests that damage one thing and expect a finding. */
import type { Answer, HistoryEvent, Operation, Payment } from '../history/model.ts';
import { historyOf } from '../history/model.ts';
import type {
  BookAccount,
  BookApproval,
  BookAudit,
  BookCredit,
  BookDue,
  BookDuePayment,
  BookEnding,
  BookEntry,
  BookFreeUse,
  BookHold,
  BookMember,
  BookPosting,
  Books,
  BookTransaction,
} from './books.ts';

const day = '2026-01-31';
/** The time of a key: later keys are later. */
export const timeOf = (key: string | bigint): string =>
  `${day} 09:30:00.${`${key}`.padStart(3, '0')}000`;

export const [anna, ben] = ['1000000001', '1000000002'];
export const [annaSession, benSession] = ['71', '72'];
const [annaId, benId] = ['901', '902'];

export const deposit = (own: string, wish: string): Payment => ({
  kind: 'DEPOSIT',
  own,
  payee: null,
  wish,
  memo: null,
});
export const transfer = (own: string, payee: string, wish: string): Payment => ({
  ...deposit(own, wish),
  kind: 'TRANSFER',
  payee,
});
export const pay = (key: string, payment: Payment): Operation => ({
  kind: 'pay',
  key,
  session: (payment.of ?? payment.own) === anna ? annaSession : benSession,
  payment,
});
export const receipt = (amount: number, before: number, after: number): Answer => ({
  outcome: 'ok',
  receipt: {
    reference: 'R',
    amount: `${amount}`,
    balanceBefore: `${before}`,
    balanceAfter: `${after}`,
    bookedAt: '2026-01-31 09:30:00.000000',
    replayed: false,
  },
});
export const read = (balance: number, seq: number, balanceAfter = balance): Answer => ({
  outcome: 'ok',
  read: { balance: `${balance}`, seq: `${seq}`, balanceAfter: `${balanceAfter}` },
});

/** The sums with more paid out. */
const paying = ({ paidOut, paidOutWeek, paidOutMonth }: BookAccount, amount: bigint) => ({
  paidOut: paidOut + amount,
  paidOutWeek: paidOutWeek + amount,
  paidOutMonth: paidOutMonth + amount,
});

/** Lines of a history, as the harness writes them. */
export class Script {
  readonly events: HistoryEvent[] = [];
  #asks = 0;

  ask(client: string, operation: Operation): number {
    this.#asks += 1;
    this.events.push({ event: 'asked', ask: this.#asks, client, operation });
    return this.#asks;
  }

  answer(ask: number, answer: Answer): void {
    this.events.push({ event: 'answered', ask, answer });
  }

  did(client: string, operation: Operation, answer: Answer): void {
    this.answer(this.ask(client, operation), answer);
  }

  get history() {
    return historyOf(this.events, 'crafted');
  }
}

/** Of the bank's own accounts. */
const ownIds: Readonly<Record<string, bigint>> = { CASH: 1n, FEES: 2n, INTEREST: 3n };

/** Rows as the bank would write them; a test can add, remove or change any. */
export class BookScript implements Books {
  accounts: BookAccount[] = [];
  transactions: BookTransaction[] = [];
  entries: BookEntry[] = [];
  audit: BookAudit[] = [];
  holds: BookHold[] = [];
  endings: BookEnding[] = [];
  dues: BookDue[] = [];
  duePayments: BookDuePayment[] = [];
  members: BookMember[] = [];
  approvals: BookApproval[] = [];
  freeUses: BookFreeUse[] = [];
  credits: BookCredit[] = [];
  readAt = `${day} 12:00:05.000000`;
  occurrences?: ReadonlyMap<string, string | null>;
  overdueBefore = `${day} 12:00:00.000000`;

  open(number: string | null, kind = 'CUSTOMER'): void {
    const id = number === null ? ownIds[kind]! : BigInt(number);
    const money = number === null ? null : 0n;
    const customerId = number === null ? null : id + 5n;
    const sums = { paidOut: 0n, paidOutWeek: 0n, paidOutMonth: 0n, deposited: 0n };
    const counted = { countedDay: day, ...sums, weekLimit: null, isLimited: false };
    const stored = { type: 'CURRENT', balance: money, held: 0n, lastSeq: 0n, ...counted };
    this.accounts.push({ id, kind, number, customerId, ...stored });
  }

  change(number: string, change: (account: BookAccount) => Partial<BookAccount>): void {
    const index = this.#find(number);
    const account = this.accounts[index]!;
    this.accounts[index] = { ...account, ...change(account) };
  }

  #count({ kind, own }: Payment, amount: bigint): void {
    this.change(own, (account) =>
      kind === 'DEPOSIT' ? { deposited: account.deposited + amount } : paying(account, amount),
    );
  }

  /** Sets money aside, as yet without an ending. */
  hold(key: string, { kind, own, payee, of = own }: Payment, amount: bigint): void {
    const [id, countedAt] = [BigInt(key), BigInt(of)];
    const ends = { source: BigInt(own), target: BigInt(payee!) };
    const times = { heldAt: timeOf(key), expiresAt: timeOf(BigInt(key) + 500n), isAwaited: true };
    this.holds.push({ id, kind, ...ends, countedAt, amount, fee: 0n, ...times });
    this.change(own, (account) => ({ held: account.held + amount }));
    this.change(of, (account) => paying(account, amount));
  }

  /** Ends the hold; `at` gives the time, and the transaction of a capture. */
  end(key: string, ending: string, at: string): void {
    const { source, countedAt, amount } = this.holds.find(({ id }) => id === BigInt(key))!;
    const transactionId = ending === 'CAPTURED' ? BigInt(at) : null;
    this.endings.push({ hold: BigInt(key), ending, transactionId, endedAt: timeOf(at) });
    this.change(`${source}`, (account) => ({ held: account.held - amount }));
    this.change(`${countedAt}`, (account) => paying(account, -amount));
  }

  /** By the number, or the kind of one of the bank's own. */
  #find(name: string): number {
    return this.accounts.findIndex(({ number, kind }) => (number ?? kind) === name);
  }

  #enter(name: string, transactionId: bigint, amount: bigint): bigint {
    const index = this.#find(name);
    const account = this.accounts[index]!;
    const own = account.balance === null;
    const seq = own ? transactionId : account.lastSeq + 1n;
    const balanceAfter = account.balance === null ? null : account.balance + amount;
    this.entries.push({
      account: account.id,
      seq,
      transactionId,
      amount,
      balanceAfter,
      memo: null,
    });
    if (!own) this.accounts[index] = { ...account, balance: balanceAfter, lastSeq: seq };
    return seq;
  }

  post(id: bigint, kind: string, ends: Ends, amount: bigint): BookPosting {
    const idOf = (name: string) => this.accounts[this.#find(name)]!.id;
    return {
      kind,
      source: idOf(ends.from),
      sourceSeq: this.#enter(ends.from, id, -amount),
      target: idOf(ends.to),
      targetSeq: this.#enter(ends.to, id, amount),
      amount,
    };
  }

  book(key: string, payment: Payment, amount = BigInt(payment.wish)): void {
    const { kind, own, payee, initiator = 'SESSION', fee = '0', roundUp, of = own } = payment;
    const [from, to] = kind === 'DEPOSIT' ? ['CASH', own] : [own, payee ?? 'CASH'];
    const id = BigInt(key);
    const session = BigInt(of === anna ? annaSession : benSession);
    this.transactions.push({
      id,
      customerId: initiator === 'BANK' ? null : BigInt(of) + 5n,
      initiator,
      sessionId: initiator === 'SESSION' ? session : null,
      bookedAt: timeOf(key),
      reverses: null,
      ...this.post(id, kind, { from, to }, amount),
      further: [
        ...(fee === '0' ? [] : [this.post(id, 'FEE', { from: own, to: 'FEES' }, BigInt(fee))]),
        ...(roundUp === undefined
          ? []
          : [this.post(id, 'ROUND_UP', { from: own, to: roundUp.pot }, BigInt(roundUp.amount))]),
      ],
    });
    if (initiator !== 'BANK') this.#count({ ...payment, own: of }, amount);
  }
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

export interface Tale {
  readonly script: Script;
  readonly books: BookScript;
}

/**
 * Two people register; Anna deposits 100 and sends Ben 40; both read their balance; all is correct.
 */
export function trueTale(): Tale {
  const script = new Script();
  const books = new BookScript();
  books.open(null, 'CASH');
  for (const [number, discordUserId, session] of [
    [anna, annaId, annaSession],
    [ben, benId, benSession],
  ] as const) {
    books.open(number);
    script.did(
      number,
      { kind: 'register', discordUserId },
      {
        outcome: 'ok',
        session: { session, account: number },
      },
    );
    books.audit.push({
      action: 'REGISTERED',
      actor: discordUserId,
      sessionId: BigInt(session),
      customerId: BigInt(number) + 5n,
    });
  }
  script.did(anna, pay('101', deposit(anna, '100')), receipt(100, 0, 100));
  books.book('101', deposit(anna, '100'));
  script.did(anna, pay('102', transfer(anna, ben, '40')), receipt(40, 100, 60));
  books.book('102', transfer(anna, ben, '40'));
  script.did(anna, { kind: 'read', session: annaSession, account: anna }, read(60, 2));
  script.did(ben, { kind: 'read', session: benSession, account: ben }, read(40, 1));
  return { script, books };
}

export const logout = (session: string, discordUserId = annaId): Operation => ({
  kind: 'logout',
  session,
  discordUserId,
});
export const login = (discordUserId = annaId): Operation => ({ kind: 'login', discordUserId });
