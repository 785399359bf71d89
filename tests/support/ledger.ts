/** The ledger by itself, for money that no command moves yet: fees, holds, orders. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import { feesAccount } from '../../src/bank/ledger/chart.ts';
import {
  createLedger,
  type Initiator,
  type Ledger,
  type LedgerRequest,
} from '../../src/bank/ledger/index.ts';
import { createJobs } from '../../src/bank/jobs/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { idSource } from '../../src/lib/ids.ts';
import { exactly, gems, newRequestId, type Person } from './bank.ts';
import type { TestDatabase } from './database.ts';

export const minuteMs = 60_000;
/** Of no request that `requestFor` makes. */
export const otherFingerprint = '01'.repeat(32) as m.Fingerprint;
export const rules = {
  currency: gems,
  limitPerTransaction: 100_000n,
  limitPerDay: 1_000_000n,
  idleMs: 15 * minuteMs,
  absoluteMs: 480 * minuteMs,
  readMs: 0,
};

export interface TestLedger {
  readonly ledger: Ledger;
  readonly events: string[];
}

/** The caller closes it. */
export function openLedger(
  pool: Pool,
  changes: Partial<typeof rules> = {},
  processNumber = 1_022n,
): TestLedger {
  const events: string[] = [];
  const nextId = idSource({ clock: systemClock, processNumber });
  const jobs = createJobs({ pool, nextId, report: () => {}, desk: { cards: false } });
  const tools = { pool, nextId, jobs, rules: { ...rules, ...changes } };
  const ledger = createLedger(tools, { report: ({ name }) => events.push(name) });
  return { ledger, events };
}

/** Called at the top of a file: a ledger of its own for each test, beside the bank's. */
export function withLedger(database: TestDatabase, changes: Partial<typeof rules> = {}) {
  const current: { it?: TestLedger } = {};
  beforeEach(() => {
    current.it = openLedger(database.pool, changes);
  });
  afterEach(async () => current.it?.ledger.close());
  return () => current.it!;
}

export async function accountId(database: TestDatabase, person: Person): Promise<m.AccountId> {
  const sql = 'SELECT id FROM accounts WHERE account_number = ?';
  const [row] = await database.pool.rows(sql, [person.accountNumber]);
  return bigintOf(row!, 'id') as m.AccountId;
}

export const inSession = ({ session }: Person): Initiator => ({ kind: 'SESSION', session });
export const theBank: Initiator = { kind: 'BANK', id: 0n };

interface Asked {
  readonly initiator: Initiator;
  readonly from: m.AccountId;
  readonly to: m.AccountId;
  readonly amount: bigint;
  readonly kind?: m.TransactionKind;
  readonly requestId?: m.RequestId;
  readonly memo?: string;
  readonly further?: readonly { kind: m.TransactionKind; to: m.AccountId; amount: bigint }[];
  readonly isProved?: boolean;
}

/** A transfer unless its kind says otherwise; further postings leave the same account. */
export function requestFor(asked: Asked): LedgerRequest {
  const { initiator, from, to, amount, kind = 'TRANSFER', memo = null, further = [] } = asked;
  const others = further.map((one) => ({
    kind: one.kind,
    source: from,
    target: one.to,
    amount: one.amount as m.Amount,
  }));
  const facts = JSON.stringify([kind, `${from}`, `${to}`, `${amount}`, memo]);
  return {
    requestId: asked.requestId ?? newRequestId(),
    initiator,
    postings: [{ kind, source: from, target: to, amount: exactly(amount) }, ...others],
    memo,
    isProved: asked.isProved ?? true,
    fingerprint: createHash('sha256').update(facts).digest('hex') as m.Fingerprint,
  };
}

export const fees = feesAccount.id;
