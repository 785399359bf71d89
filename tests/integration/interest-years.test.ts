/** Years of interest against a calculation of its own, to the minor unit. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { gems } from '../support/bank.ts';
import { bookedAt, creditAt, creditsOf, openedAt, setRate } from '../support/interest.ts';
import { withLedger } from '../support/ledger.ts';
import { addTo, openPot, takeFrom } from '../support/pots.ts';
import { withBank } from '../support/with-bank.ts';
import { randomOf } from '../torture/support/random.ts';

const { database, bank, anna } = withBank({ balances: { anna: 900_000n } });
const ledger = withLedger(database);

/** A balance from a moment on. */
interface Step {
  readonly at: string;
  readonly balance: bigint;
}

/** Numerator over denominator, as schoolbooks add them. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}
const plus = (one: Fraction, other: Fraction): Fraction => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
});
const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));
const reduced = ({ over, under }: Fraction): Fraction => {
  const by = common(over, under);
  return { over: over / by, under: under / by };
};

const isLeap = (year: number) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** What the days of a month owe: the last balance of each day, at the rate of that day. */
function owedOf(
  month: Date,
  steps: readonly Step[],
  rates: readonly (readonly [string, bigint])[],
) {
  let owed: Fraction = { over: 0n, under: 1n };
  const day = new Date(month);
  for (; day.getUTCMonth() === month.getUTCMonth(); day.setUTCDate(day.getUTCDate() + 1)) {
    const date = day.toISOString().slice(0, 10);
    const balance = steps.filter(({ at }) => at.slice(0, 10) <= date).at(-1)?.balance ?? 0n;
    const points = rates.filter(([from]) => from <= date).at(-1)?.[1] ?? 0n;
    const days = isLeap(day.getUTCFullYear()) ? 366n : 365n;
    owed = reduced(plus(owed, { over: balance * points, under: 10_000n * days }));
  }
  return owed;
}

describe('interest of several years', () => {
  test.each([1, 2, 3])(
    'equals an independent calculation: history %i',
    async (seed) => {
      const random = randomOf(`interest ${seed}`);
      const pick = (below: number) => random.between(0, below - 1);
      const pot = await openPot(bank, anna);
      const id = await openedAt(database, pot, '2023-01-03');
      const rates = Array.from({ length: 6 }, (_, number) => {
        const day = new Date(Date.UTC(2023, number * 6 + pick(5), 1 + pick(28)));
        return [day.toISOString().slice(0, 10), BigInt(pick(10_001))] as const;
      });
      for (const [day, basisPoints] of rates) {
        await setRate(database, 'POT', { basisPoints, day });
      }
      const tools = { pool: database.pool, ledger: ledger().ledger, currency: gems };
      const steps: Step[] = [];
      let [seq, balance, paid] = [1n, 0n, 0n];
      let owed: Fraction = { over: 0n, under: 1n };
      const expected: string[] = [];
      for (let number = 0; number < 37; number += 1) {
        const month = new Date(Date.UTC(2023, number, 1));
        for (let move = 0; move < pick(4); move += 1) {
          const hours = pick(27 * 24);
          const at = new Date(month.getTime() + 3_600_000 * (1 + (hours * (move + 1)) / 4));
          const last = steps.at(-1)?.at ?? '';
          const moment = [at.toISOString().slice(0, 19), last].sort().at(-1)!;
          const amount = BigInt(1 + pick(9_000));
          const isIn = balance < amount || random.chance(0.5);
          await (isIn ? addTo : takeFrom)(bank, anna, pot, amount);
          balance += isIn ? amount : -amount;
          await bookedAt(database, { id, seq }, moment);
          steps.push({ at: moment, balance });
          seq += 1n;
        }
        owed = reduced(plus(owed, owedOf(month, steps, rates)));
        const due = owed.over / owed.under - paid;
        const end = new Date(Date.UTC(2023, number + 1, 1)).toISOString();
        await creditAt(tools, `${end.slice(0, 10)}T00:03:00`);
        if (due > 0n) {
          const moment = `${end.slice(0, 10)}T00:03:00`;
          await bookedAt(database, { id, seq }, moment);
          balance += due;
          paid += due;
          steps.push({ at: moment, balance });
          seq += 1n;
        }
        expected.push(`${month.toISOString().slice(0, 10)} ${due}`);
      }
      const stored = new Set(await creditsOf(database, id));
      expect(expected.filter((line) => !stored.has(line) && !line.endsWith(' 0'))).toEqual([]);
      const sum = [...stored].reduce((all, line) => all + BigInt(line.split(' ')[1]!), 0n);
      expect(sum).toBe(paid);
      const [own] = (await bank.accounts.overview(anna.session)).filter(
        (one: m.OwnAccount) => one.accountNumber === pot,
      );
      expect(own!.balance).toBe(balance);
      expect((await verifyBooks(database.pool)).findings).toEqual([]);
    },
    60_000,
  );
});
