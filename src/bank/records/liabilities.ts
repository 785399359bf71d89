/** Proof of liabilities: once a day root and total over all balances, and each customer's path. */
import { randomBytes } from 'node:crypto';
import type { Pool } from '../../db/pool.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { hourMs } from '../../lib/durations.ts';
import {
  type BalanceProof,
  leavesOf,
  liabilitiesLine,
  placeOf,
  sharesOf,
  sumPath,
  sumTree,
} from '../../records/index.ts';
import type { RecurringKind } from '../jobs/index.ts';
import type { AccountNumber } from '../model/index.ts';
import * as store from './store/liabilities.ts';

const workMs = 5 * 60_000;
const prunedAtOnce = 5_000;

async function recordToday(tx: Tx): Promise<void> {
  const { today: day, isMade } = await store.readToday(tx);
  if (isMade) return;
  await store.recordBalances(tx, day);
  const seed = randomBytes(32);
  const balances = await store.balancesOf(tx, day);
  if (balances.length === 0) return;
  const { nodes } = leavesOf(seed, day, balances);
  const root = sumTree(nodes).at(-1)![0]!;
  await store.insertLiabilities(tx, {
    day,
    seed,
    leaves: nodes.length,
    total: root.sum,
    root: root.hash,
  });
}

/** Looks once an hour whether the day's balances were recorded: a night offline is made up for. */
export const liabilitiesKind = (pool: Pool): RecurringKind => ({
  kind: 'PROVE_LIABILITIES',
  everyMs: hourMs,
  leaseMs: 2 * workMs,
  run: async () => {
    await withTransaction(pool, recordToday, { workMs, attemptsMax: 1 });
    const prune = async (tx: Tx) => store.pruneBalances(tx, prunedAtOnce);
    while ((await withTransaction(pool, prune)) === prunedAtOnce);
  },
});

/** The line of the next checkpoint; none before the first day. */
export async function liabilitiesLines(tx: Tx): Promise<string[]> {
  const latest = await store.latestLiabilities(tx);
  return latest === null ? [] : [liabilitiesLine(latest)];
}

interface Day {
  readonly day: string;
  readonly balances: ReadonlyMap<string, bigint>;
  readonly levels: ReturnType<typeof sumTree>;
  readonly places: ReadonlyMap<string, number>;
}

async function dayOf(pool: Pool, { day, seed }: store.LiabilitiesDay): Promise<Day> {
  const balances = await store.balancesOf(pool, day);
  const { nodes, places } = leavesOf(seed, day, balances);
  const known = new Map(balances.map(({ accountNumber, balance }) => [accountNumber, balance]));
  return { day, balances: known, levels: sumTree(nodes), places };
}

export type BalancePaths = Pick<BalanceProof, 'shares'> & {
  /** The line that the checkpoint of the proof has. */
  readonly line: string;
};

/** Keeps the newest day's tree in memory. */
export function createLiabilities(pool: Pool) {
  let kept: Day | null = null;
  /** Null for an account that was opened after the day's moment, and before the first day. */
  return async (accountNumber: AccountNumber): Promise<BalancePaths | null> => {
    const latest = await store.latestLiabilities(pool);
    if (latest === null) return null;
    kept = kept?.day === latest.day ? kept : await dayOf(pool, latest);
    const { balances, levels, places } = kept;
    const balance = balances.get(accountNumber);
    if (balance === undefined) return null;
    const shares = sharesOf(latest.seed, latest.day, { accountNumber, balance }).map((share) => {
      const index = places.get(placeOf(share))!;
      return { share, index, path: sumPath(levels, index) };
    });
    return { shares, line: liabilitiesLine(latest) };
  };
}
