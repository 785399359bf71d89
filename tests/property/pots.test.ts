/** Random sequences of acts on two pots, compared with a simple model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balancesOf } from '../support/accounts.ts';
import { exactly, newRequestId, openPerson, type Person } from '../support/bank.ts';
import { brokenInvariants } from '../support/books.ts';
import { addTo, endLock, lockPot, openPot, releasePot, takeFrom } from '../support/pots.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, ben } = withBank({ balances: { ben: 0n }, leavesBooksUnchecked: true });

const start = 1_000n;
type Does = 'add' | 'take' | 'lock' | 'end' | 'release' | 'close' | 'pay';
interface Step {
  readonly does: Does;
  readonly pot: 0 | 1;
  readonly amount: bigint;
}
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom<Does>(
    'add',
    'add',
    'take',
    'take',
    'lock',
    'end',
    'release',
    'close',
    'pay',
  ),
  pot: fc.constantFrom<0 | 1>(0, 1),
  amount: fc.bigInt({ min: 1n, max: 450n }),
});

interface Pot {
  balance: bigint;
  isLocked: boolean;
  isClosed: boolean;
}

class Model {
  free = start;
  paid = 0n;
  readonly pots: Pot[] = [0, 1].map(() => ({ balance: 0n, isLocked: false, isClosed: false }));

  /** The error's code, or `done`. */
  live({ does, pot: index, amount }: Step): string {
    const pot = this.pots[index]!;
    if (does === 'pay') return this.#pay(amount);
    if (does === 'end') return this.#unlock(pot);
    if (pot.isClosed) return this.#closed(does);
    if (does === 'release') return pot.isLocked ? this.#unlock(pot) : 'POT_NOT_LOCKED';
    if (does === 'lock') {
      pot.isLocked = true;
      return 'done';
    }
    if (does === 'add') return this.#move(pot, amount);
    if (pot.isLocked) return 'POT_LOCKED';
    if (does === 'take') return this.#move(pot, -amount);
    if (pot.balance > 0n) return 'POT_NOT_EMPTY';
    pot.isClosed = true;
    return 'done';
  }

  #closed(does: Does): string {
    return does === 'add' || does === 'take' ? 'ACCOUNT_CLOSED' : 'ACCOUNT_UNKNOWN';
  }

  #unlock(pot: Pot): string {
    pot.isLocked = false;
    return 'done';
  }

  #move(pot: Pot, amount: bigint): string {
    if (this.free - amount < 0n || pot.balance + amount < 0n) return 'FUNDS_INSUFFICIENT';
    this.free -= amount;
    pot.balance += amount;
    return 'done';
  }

  /** Payments are rounded up to the next unit into the first pot while it is open. */
  #pay(amount: bigint): string {
    const pot = this.pots[0]!;
    const rest = pot.isClosed || amount % 100n === 0n ? 0n : 100n - (amount % 100n);
    if (amount > this.free) return 'FUNDS_INSUFFICIENT';
    const saved = amount + rest <= this.free ? rest : 0n;
    this.free -= amount + saved;
    this.paid += amount;
    pot.balance += saved;
    return 'done';
  }
}

async function pay(person: Person, amount: bigint): Promise<void> {
  const { accountNumber } = ben;
  const wish = exactly(amount);
  const card = { target: { accountNumber }, wish, memo: null };
  const { roundUp } = await bank.payments.quoteTransfer(person.session, card);
  const aside = roundUp?.isSkipped === false ? { roundUp } : {};
  await bank.payments.transfer(person.session, {
    accountNumber,
    wish,
    memo: null,
    ...aside,
    requestId: newRequestId(),
  });
}

async function act(
  person: Person,
  numbers: readonly m.AccountNumber[],
  { does, pot: index, amount }: Step,
): Promise<unknown> {
  const pot = numbers[index]!;
  switch (does) {
    case 'add':
      return addTo(bank, person, pot, amount);
    case 'take':
      return takeFrom(bank, person, pot, amount);
    case 'lock':
      return lockPot(bank, person, pot, { days: 3, waitHours: 0 });
    case 'end':
      return endLock(database, pot);
    case 'release':
      return releasePot(bank, person, pot);
    case 'close':
      return bank.accounts.close(person.session, { account: pot, requestId: newRequestId() });
    case 'pay':
      return pay(person, amount);
  }
}

/** The sums of the entries of the customer's accounts, oldest first. */
async function postedOn({ session: { customerId } }: Person): Promise<bigint[]> {
  const sql = `
    SELECT COALESCE(SUM(e.amount), 0) AS total
    FROM accounts AS a
    LEFT JOIN entries AS e ON e.account_id = a.id
    WHERE a.customer_id = ?
    GROUP BY a.id
    ORDER BY a.id`;
  const rows = await database.pool.rows(sql, [customerId]);
  return rows.map(({ total }) => BigInt(String(total)));
}

async function play(steps: readonly Step[]): Promise<void> {
  const person = await openPerson(bank);
  const deposit = { requestId: newRequestId(), wish: exactly(start), memo: null };
  await bank.payments.deposit(person.session, deposit);
  const numbers = [
    await openPot(bank, person, { name: 'One' }),
    await openPot(bank, person, { name: 'Two' }),
  ];
  const set = { pot: numbers[0]!, units: 1, requestId: newRequestId() } as const;
  await bank.pots.setRoundUps(person.session, set);
  const model = new Model();
  for (const one of steps) {
    const outcome = await act(person, numbers, one).then(
      () => 'done',
      (error: { code?: string; message: string }) => error.code ?? error.message,
    );
    expect([one.does, outcome]).toEqual([one.does, model.live(one)]);
  }
  const expected = [model.free, ...model.pots.map(({ balance }) => balance)];
  expect(await balancesOf(bank, person)).toEqual(expected);
  expect(await postedOn(person)).toEqual(expected);
  expect(model.free + model.paid + model.pots[0]!.balance + model.pots[1]!.balance).toBe(start);
}

describe('any sequence of acts on pots', () => {
  test('matches the model, and each pot holds what was posted', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), play), {
      numRuns: 25,
    });
    expect(await brokenInvariants(database.pool)).toEqual({});
  });
});
