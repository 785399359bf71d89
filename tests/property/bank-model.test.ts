/** Random sequences of operations of a small bank, compared with a simple model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AmountWish, RequestId } from '../../src/bank/index.ts';
import {
  exactly,
  newRequestId,
  openPerson,
  place,
  shareOf,
  password,
  type Person,
} from '../support/bank.ts';
import { brokenInvariants } from '../support/books.ts';
import { withBank } from '../support/with-bank.ts';

const limits = { limitPerTransaction: 500n, limitPerDay: 2_000n };
const peopleCount = 3;
const { database, bank } = withBank({ settings: limits, leavesBooksUnchecked: true });

type Kind = 'deposit' | 'withdraw' | 'transfer';
interface Payment {
  readonly does: 'pay';
  readonly kind: Kind;
  readonly who: number;
  readonly to: number;
  readonly wish: AmountWish;
  /** What its card showed, for a share; set when it is first asked. */
  readonly shown?: bigint;
}
type Step =
  | Payment
  /** An earlier payment is repeated, unchanged or with another amount. */
  | { readonly does: 'repeat'; readonly back: number; readonly changed: boolean }
  | { readonly does: 'logout' | 'login' | 'freeze' | 'thaw'; readonly who: number };

const person = fc.nat(peopleCount - 1);
const wish: fc.Arbitrary<AmountWish> = fc.oneof(
  { weight: 5, arbitrary: fc.bigInt({ min: 1n, max: 520n }).map(exactly) },
  { weight: 1, arbitrary: fc.constantFrom<AmountWish>({ kind: 'half' }, { kind: 'all' }) },
);
const payment: fc.Arbitrary<Payment> = fc.record({
  does: fc.constant('pay'),
  kind: fc.constantFrom<Kind>('deposit', 'deposit', 'withdraw', 'transfer', 'transfer'),
  who: person,
  to: person,
  wish,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: payment },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('repeat'),
      back: fc.nat(5),
      changed: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('logout', 'login', 'login', 'freeze', 'thaw', 'thaw'),
      who: person,
    }),
  },
);

/** The expected state of the bank: three balances and a few flags. */
class Model {
  readonly people = Array.from({ length: peopleCount }, () => ({
    balance: 0n,
    out: 0n,
    deposited: 0n,
    frozen: false,
    loggedIn: true,
  }));
  readonly booked = new Map<RequestId, { payment: Payment; amount: bigint }>();

  /** The error's code, or the moved amount. */
  pay(id: RequestId, asked: Payment): string {
    if (asked.kind === 'deposit' && asked.wish.kind !== 'exact') return 'AMOUNT_UNCLEAR';
    const earlier = this.booked.get(id);
    if (earlier) return earlier.payment === asked ? `moved ${earlier.amount}` : 'REQUEST_REUSED';
    const own = this.people[asked.who]!;
    const payee = this.people[asked.to]!;
    const outgoing = asked.kind !== 'deposit';
    if (!own.loggedIn) return 'SESSION_EXPIRED';
    if (own.frozen && outgoing) return 'ACCOUNT_FROZEN';
    if (asked.kind === 'transfer' && own === payee) return 'TARGET_SAME';
    const amount = this.#amount(asked.wish, own.balance);
    if (amount > limits.limitPerTransaction) return 'AMOUNT_ABOVE_LIMIT';
    if (amount === 0n || (outgoing && amount > own.balance)) return 'FUNDS_INSUFFICIENT';
    if (asked.wish.kind !== 'exact' && asked.shown !== amount) return 'AMOUNT_CHANGED';
    const moved = outgoing ? own.out : own.deposited;
    if (moved + amount > limits.limitPerDay) return 'DAY_LIMIT_REACHED';
    own.balance += outgoing ? -amount : amount;
    if (outgoing) own.out += amount;
    else own.deposited += amount;
    if (asked.kind === 'transfer') payee.balance += amount;
    this.booked.set(id, { payment: asked, amount });
    return `moved ${amount}`;
  }

  /** As its card would show it now. */
  shown({ who, wish: asked }: Payment): bigint {
    return this.#amount(asked, this.people[who]!.balance);
  }

  #amount(asked: AmountWish, balance: bigint): bigint {
    if (asked.kind === 'exact') return asked.amount;
    return asked.kind === 'all' ? balance : balance / 2n;
  }
}

class RealLife {
  readonly model = new Model();
  readonly people: Person[] = [];
  readonly asked: { readonly id: RequestId; readonly payment: Payment }[] = [];

  async settle(): Promise<void> {
    while (this.people.length < peopleCount) this.people.push(await openPerson(bank));
  }

  async #book(id: RequestId, payment: Payment): Promise<string> {
    const { kind, who, to, wish: asked, shown = 0n } = payment;
    const { session } = this.people[who]!;
    const settled = asked.kind === 'exact' ? asked : shareOf(asked.kind, shown);
    const booking = { requestId: id, wish: settled, memo: null };
    const { accountNumber } = this.people[to]!;
    const booked =
      kind === 'transfer'
        ? bank.payments.transfer(session, { ...booking, accountNumber })
        : bank.payments[kind](session, booking);
    return booked.then(
      (receipt) => `moved ${receipt.amount}`,
      (error: { code?: string; message: string }) => error.code ?? error.message,
    );
  }

  async #turn(does: 'logout' | 'login' | 'freeze' | 'thaw', who: number): Promise<void> {
    const one = this.people[who]!;
    const flags = this.model.people[who]!;
    if (does === 'freeze' || does === 'thaw') {
      const status = does === 'freeze' ? 'FROZEN' : 'OPEN';
      const freeze = 'UPDATE accounts SET status = ? WHERE account_number = ?';
      await database.pool.write(freeze, [status, one.accountNumber]);
      flags.frozen = does === 'freeze';
    } else if (does === 'logout') {
      await bank.sessions.logout(one.session);
      flags.loggedIn = false;
    } else {
      const { discordUserId, accountNumber } = one;
      const login = { discordUserId, accountNumber, place, password };
      this.people[who] = { ...one, session: await bank.sessions.login(login) };
      flags.loggedIn = true;
    }
  }

  async live(one: Step): Promise<void> {
    if (one.does === 'pay') {
      const id = newRequestId();
      const payment = { ...one, shown: this.model.shown(one) };
      this.asked.push({ id, payment });
      expect(await this.#book(id, payment)).toBe(this.model.pay(id, payment));
    } else if (one.does === 'repeat') {
      const earlier = this.asked.at(-1 - one.back);
      if (!earlier) return;
      // An amount that no first payment uses, so that it is never equal by chance.
      const again = one.changed ? { ...earlier.payment, wish: exactly(521n) } : earlier.payment;
      expect(await this.#book(earlier.id, again)).toBe(this.model.pay(earlier.id, again));
    } else {
      await this.#turn(one.does, one.who);
    }
  }

  async balances(): Promise<(bigint | undefined)[]> {
    return Promise.all(
      this.people.map(async ({ accountNumber }) => {
        const sql = 'SELECT balance FROM accounts WHERE account_number = ?';
        const [row] = await database.pool.rows(sql, [accountNumber]);
        return BigInt(String(row!['balance']));
      }),
    );
  }
}

describe('any sequence of operations', () => {
  test('matches the model, and the books balance', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50 }), async (steps) => {
        const life = new RealLife();
        await life.settle();
        for (const one of steps) await life.live(one);
        expect(await life.balances()).toEqual(life.model.people.map(({ balance }) => balance));
      }),
      { numRuns: 60 },
    );
    expect(await brokenInvariants(database.pool)).toEqual({});
  });
});
