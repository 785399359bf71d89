/** Random lives of the ledger itself: postings, fees and holds, against a model of a few lines. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { newRequestId, openPerson, type Person } from '../support/bank.ts';
import {
  accountId,
  fees,
  inSession,
  minuteMs,
  otherFingerprint,
  requestFor,
  theBank,
  withLedger,
} from '../support/ledger.ts';
import { withBank } from '../support/with-bank.ts';

const limitPerDay = 900n;
const { database, bank } = withBank({});
const current = withLedger(database, { limitPerDay, limitPerTransaction: 600n });

interface Spend {
  readonly does: 'pay' | 'hold' | 'quote';
  readonly who: number;
  readonly to: number;
  readonly amount: bigint;
  readonly fee: bigint;
}
interface Capture {
  readonly does: 'capture';
  readonly hold: number;
  readonly share: number;
}
interface End {
  readonly does: 'void' | 'expire' | 'pass';
  readonly hold: number;
}
type Step = Spend | Capture | End;

const people = 3;
const person = fc.nat(people - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom('pay' as const, 'hold' as const, 'quote' as const),
      who: person,
      to: person,
      amount: fc.bigInt({ min: 1n, max: 620n }),
      fee: fc.constantFrom(0n, 0n, 7n),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('capture' as const),
      hold: fc.nat(12),
      share: fc.integer({ min: 1, max: 11 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('void' as const, 'expire' as const, 'pass' as const),
      hold: fc.nat(12),
    }),
  },
);

interface ModelHold {
  readonly who: number;
  readonly to: number;
  readonly amount: bigint;
  over: boolean;
  ending: m.HoldEnding | null;
}

/** What the ledger should be. */
class Model {
  readonly people = Array.from({ length: people }, () => ({ balance: 1_000n, out: 0n }));
  readonly holds: ModelHold[] = [];

  #active(who: number): bigint {
    const mine = this.holds.filter((hold) => hold.who === who && hold.ending === null);
    return mine.reduce((sum, hold) => sum + hold.amount, 0n);
  }

  available(who: number): bigint {
    return this.people[who]!.balance - this.#active(who);
  }

  /** What is over by its time is returned when its payer asks for anything. */
  #settle(who: number): void {
    for (const hold of this.holds) if (hold.who === who && hold.over) this.#end(hold, 'EXPIRED');
  }

  #end(hold: ModelHold, ending: m.HoldEnding): void {
    if (hold.ending !== null) return;
    hold.ending = ending;
    this.people[hold.who]!.out -= hold.amount;
  }

  spend({ does, who, to, amount, fee }: Spend): string {
    this.#settle(who);
    if (who === to) return 'TARGET_SAME';
    const own = this.people[who]!;
    if (amount > 600n) return 'AMOUNT_ABOVE_LIMIT';
    const further = does === 'hold' ? 0n : fee;
    if (amount + further > this.available(who)) return 'FUNDS_INSUFFICIENT';
    if (own.out + amount > limitPerDay) return 'DAY_LIMIT_REACHED';
    if (does === 'quote') return `moved ${amount}`;
    own.out += amount;
    if (does === 'hold') this.holds.push({ who, to, amount, over: false, ending: null });
    else {
      own.balance -= amount + further;
      this.people[to]!.balance += amount;
    }
    return `moved ${amount}`;
  }

  capture(index: number, amount: bigint): string {
    const hold = this.holds[index]!;
    this.#settle(hold.who);
    if (hold.ending !== null || hold.over) return 'HOLD_ENDED';
    if (amount > hold.amount) return 'HOLD_EXCEEDED';
    hold.ending = 'CAPTURED';
    const own = this.people[hold.who]!;
    own.out -= hold.amount - amount;
    own.balance -= amount;
    this.people[hold.to]!.balance += amount;
    return `moved ${amount}`;
  }

  end(index: number, does: 'void' | 'expire'): string {
    const hold = this.holds[index]!;
    if (does === 'expire' && hold.ending === null && !hold.over) return 'null';
    this.#end(hold, hold.over ? 'EXPIRED' : 'VOIDED');
    return String(hold.ending);
  }
}

/** What is over by its time is no longer counted, although nothing has ended it. */
const returned: Step[] = [
  { does: 'hold', who: 0, to: 1, amount: 450n, fee: 0n },
  { does: 'pass', hold: 0 },
  { does: 'quote', who: 0, to: 1, amount: 500n, fee: 0n },
];

const codeOf = (error: { code?: string }) => error.code ?? String(error);

class RealLife {
  readonly model = new Model();
  readonly holds: m.HoldId[] = [];
  #people: readonly Person[] = [];
  #accounts: readonly m.AccountId[] = [];

  async settle(): Promise<void> {
    const opened = [];
    for (let count = 0; count < people; count += 1) opened.push(await openPerson(bank, 1_000n));
    this.#people = opened;
    this.#accounts = await Promise.all(opened.map(async (one) => accountId(database, one)));
  }

  async #spend(asked: Spend): Promise<string> {
    const { does, who, to, amount, fee } = asked;
    const { ledger } = current();
    const parties = { from: this.#accounts[who]!, to: this.#accounts[to]! };
    const further =
      fee > 0n && does !== 'hold' ? [{ kind: 'FEE' as const, to: fees, amount: fee }] : [];
    const initiator = inSession(this.#people[who]!);
    const request = requestFor({ initiator, ...parties, amount, further });
    if (does === 'pay') return `moved ${(await ledger.book(request)).amount}`;
    if (does === 'quote') return `moved ${(await ledger.quote(request)).amount}`;
    const hold = await ledger.holds.authorise(request, minuteMs);
    this.holds.push(hold.id);
    return `moved ${hold.amount}`;
  }

  async #capture(id: m.HoldId, amount: bigint): Promise<string> {
    const asked = { requestId: newRequestId(), initiator: theBank, fingerprint: otherFingerprint };
    const { ledger } = current();
    const request = await ledger.holds.captureRequest(id, { ...asked, amount: amount as m.Amount });
    return `moved ${(await ledger.book(request)).amount}`;
  }

  async live(one: Step): Promise<void> {
    if ('fee' in one) {
      expect(await this.#spend(one).catch(codeOf)).toBe(this.model.spend(one));
    } else await this.#followUp(one);
  }

  async #followUp(one: Capture | End): Promise<void> {
    if (this.holds.length === 0) return;
    const which = one.hold % this.holds.length;
    const [id, modelled] = [this.holds[which]!, this.model.holds[which]!];
    if (one.does === 'capture') {
      const amount = (modelled.amount * BigInt(one.share)) / 10n || 1n;
      expect(await this.#capture(id, amount).catch(codeOf)).toBe(this.model.capture(which, amount));
    } else if (one.does === 'pass') {
      // Its time passes; the day stays the same.
      const over =
        'UPDATE holds SET held_at = held_at - INTERVAL 1 SECOND, expires_at = NOW(6) WHERE id = ?';
      await database.pool.write(over, [id]);
      modelled.over = true;
    } else {
      const ended = await current().ledger.holds[one.does](id);
      expect(String(ended)).toBe(this.model.end(which, one.does));
    }
  }

  /** As the jobs do: a refused hold leaves what is over to them. */
  async expireAll(): Promise<void> {
    for (const [hold, id] of this.holds.entries()) {
      const ended = await current().ledger.holds.expire(id);
      expect(String(ended)).toBe(this.model.end(hold, 'expire'));
    }
  }

  async balances(): Promise<unknown> {
    const sql = 'SELECT balance, held FROM accounts WHERE id = ?';
    return Promise.all(
      this.#accounts.map(async (id) => {
        const [row] = await database.pool.rows(sql, [id]);
        return [BigInt(String(row!['balance'])), BigInt(String(row!['held']))];
      }),
    );
  }
}

test(
  'any life of the ledger is the model’s life, and the books balance',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
        const life = new RealLife();
        await life.settle();
        for (const one of steps) await life.live(one);
        await life.expireAll();
        const expected = life.model.people.map(({ balance }, who) => [
          balance,
          balance - life.model.available(who),
        ]);
        expect(await life.balances()).toEqual(expected);
      }),
      { numRuns: 40, examples: [[returned]] },
    );
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
  },
);
