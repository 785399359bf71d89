/** A small correct history with its books, for tests that damage one thing and expect a finding. */
import type { Answer, HistoryEvent, Operation, Payment } from '../history/model.ts';
import { historyOf } from '../history/model.ts';
import type { BookAccount, BookAudit, BookEntry, Books, BookTransaction } from './books.ts';

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
  session: payment.own === anna ? annaSession : benSession,
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

/** Rows as the bank would write them; a test can add, remove or change any. */
export class BookScript implements Books {
  accounts: BookAccount[] = [];
  transactions: BookTransaction[] = [];
  entries: BookEntry[] = [];
  audit: BookAudit[] = [];

  open(number: string | null, kind = 'CUSTOMER'): void {
    const id = number === null ? 1n : BigInt(number);
    const money = number === null ? null : 0n;
    const customerId = number === null ? null : id + 5n;
    this.accounts.push({ id, kind, number, customerId, balance: money, held: 0n, lastSeq: 0n });
  }

  #enter(number: string | null, transactionId: bigint, amount: bigint): bigint {
    const index = this.accounts.findIndex((account) => account.number === number);
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

  book(key: string, payment: Payment, amount = BigInt(payment.wish)): void {
    const { kind, own, payee } = payment;
    const [from, to] = kind === 'DEPOSIT' ? [null, own] : [own, payee];
    const id = BigInt(key);
    const idOf = (number: string | null) =>
      this.accounts.find((account) => account.number === number)!.id;
    this.transactions.push({
      id,
      kind,
      customerId: idOf(own) + 5n,
      sessionId: BigInt(own === anna ? annaSession : benSession),
      source: idOf(from),
      sourceSeq: this.#enter(from, id, -amount),
      target: idOf(to),
      targetSeq: this.#enter(to, id, amount),
      amount,
    });
  }
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
