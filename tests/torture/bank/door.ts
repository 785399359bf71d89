/** The ledger of a bank process, for money that no command moves: holds, orders, jobs. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BankError, type BankEvent, type BankSettings } from '../../../src/bank/index.ts';
import { createFeeBook } from '../../../src/bank/fee-book.ts';
import { guardedAll } from '../../../src/bank/guard.ts';
import { createJobs, type JobKind } from '../../../src/bank/jobs/index.ts';
import {
  cashAccount,
  createLedger,
  type Initiator,
  type Ledger,
  type LedgerRequest,
} from '../../../src/bank/ledger/index.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { markExpiredDues } from '../../../src/bank/payments/index.ts';
import { isDuplicate } from '../../../src/db/errors.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { insertProcess } from '../../../src/db/processes.ts';
import { bigintOf, bigintOrNull } from '../../../src/db/rows.ts';
import { withTransaction } from '../../../src/db/transaction.ts';
import type { Clock } from '../../../src/lib/clock.ts';
import { type IdSource, idSource, processNumbers } from '../../../src/lib/ids.ts';
import type { Payment } from '../history/model.ts';

export interface DoorPayment {
  readonly requestId: m.RequestId;
  readonly session: m.Session;
  readonly payment: Payment;
}

export interface StandingOrder {
  readonly key: string;
  readonly own: string;
  readonly payee: string;
  readonly amount: string;
}

export interface Door {
  book(asked: DoorPayment): Promise<m.Receipt>;
  authorise(asked: DoorPayment, expiresInMs: number): Promise<m.HoldEnding | null>;
  end(hold: m.HoldId, how: 'void' | 'expire'): Promise<m.HoldEnding | null>;
  /** A standing order that pays once, at once; once per key, however often it is asked for. */
  schedule(order: StandingOrder): Promise<void>;
  /** Once per key, however often it is asked for. */
  enqueue(key: string, account: string): Promise<void>;
  /** Marks dues that are over by their time, as a recurring job does; the number of them. */
  expireDues(): Promise<number>;
}

/** One occurrence, today at midnight, which is due at once. */
const insertOrder = `
  INSERT INTO orders
    (id, customer_id, order_number, source_account_id, target_account_id, amount_kind, amount, memo,
     unit, every, pay_time, time_zone, first_date, count_max, state, next_number, next_at, revision,
     created_at, changed_at)
  SELECT ?, customer_id, ?, id, ?, 'FIXED', ?, ?, 'DAY', 1, '00:00', 'UTC', UTC_DATE(), 1, 'ACTIVE', 0,
    NOW(6), 1, NOW(6), NOW(6)
  FROM accounts
  WHERE id = ?`;
/** A hash: keys of one customer differ little, and their orders need different numbers. */
export const orderNumberOf = (key: string): number =>
  createHash('sha256').update(key).digest().readUInt32BE() >>> 1;

export const bonusKind = 'TORTURE_BONUS';
/** The memo of what the job books; its request id is a fresh one at each run. */
export const bonusMemo = (key: string): string => `job ${key}`;

const selectAccount = `
  SELECT a.id, (SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = a.customer_id)
    AS first_id
  FROM accounts AS a
  WHERE a.account_number = ?`;

interface Place {
  readonly id: m.AccountId;
  /** The customer's first account, which keeps the sums of their day. */
  readonly first: m.AccountId;
}

/** Finds accounts by their number, which never changes. */
function directoryOf(pool: Pool) {
  const known = new Map<string, Place>();
  return async (number: string): Promise<Place> => {
    const found = known.get(number);
    if (found !== undefined) return found;
    const [row] = await pool.rows(selectAccount, [number]);
    if (row === undefined) throw new BankError('TARGET_UNAVAILABLE');
    const id = bigintOf(row, 'id') as m.AccountId;
    const place = { id, first: (bigintOrNull(row, 'first_id') ?? id) as m.AccountId };
    known.set(number, place);
    return place;
  };
}
type Find = ReturnType<typeof directoryOf>;

export const wishOf = ({ wish, shown }: Payment): m.AmountWish => {
  if (wish !== 'half' && wish !== 'all') return { kind: 'exact', amount: BigInt(wish) as m.Amount };
  return { kind: wish, ...(shown === undefined ? {} : { shown: BigInt(shown) as m.Amount }) };
};

function initiatorOf({ session, payment: { initiator } }: DoorPayment): Initiator {
  if (initiator === 'BANK') return { kind: 'BANK', id: 0n };
  const { customerId } = session;
  if (initiator === 'ORDER') return { kind: 'ORDER', id: customerId, customerId };
  return { kind: 'SESSION', session };
}

/** All that decides where how much goes. */
function fingerprintOf({ kind, own, payee, wish, memo, captures }: Payment): m.Fingerprint {
  const parts = [kind, own, payee, wish, memo, captures ?? null];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex') as m.Fingerprint;
}

async function requestOf(find: Find, asked: DoorPayment): Promise<LedgerRequest> {
  const { payment, requestId } = asked;
  const own = await find(payment.own);
  const payee = payment.payee === null ? cashAccount.id : (await find(payment.payee)).id;
  const [source, target] = payment.kind === 'DEPOSIT' ? [cashAccount.id, own.id] : [own.id, payee];
  return {
    requestId,
    initiator: initiatorOf(asked),
    postings: [{ kind: payment.kind, source, target, amount: wishOf(payment) }],
    // The fee of an order is that of its day, as the bank's own orders are paid.
    ...(payment.initiator === 'ORDER' ? { fee: { shown: null } } : {}),
    // What the bank books counts nowhere, and then names no account that counts.
    ...(own.first === own.id || payment.initiator === 'BANK' ? {} : { countedAt: own.first }),
    memo: payment.memo,
    isProved: payment.isProved === true,
    fingerprint: fingerprintOf(payment),
  };
}

async function captureOf(ledger: Ledger, asked: DoorPayment): Promise<LedgerRequest> {
  const { payment, requestId } = asked;
  return ledger.holds.captureRequest(BigInt(payment.captures!) as m.HoldId, {
    requestId,
    initiator: initiatorOf(asked),
    fingerprint: fingerprintOf(payment),
    amount: BigInt(payment.wish) as m.Amount,
  });
}

/** Pays 1 unit under a fresh id, so that only the end of the job keeps it from being paid twice. */
const bonus = (ledger: Ledger, nextId: IdSource): JobKind => ({
  kind: bonusKind,
  leaseMs: 2_000,
  attemptsMax: 100,
  run: async (job) => {
    // Long enough to be killed in between.
    await sleep(20);
    const target = job.subject.id as m.AccountId;
    const exact = { kind: 'exact', amount: 1n as m.Amount } as const;
    const request: LedgerRequest = {
      requestId: nextId() as m.RequestId,
      initiator: { kind: 'BANK', id: job.id },
      postings: [{ kind: 'DEPOSIT', source: cashAccount.id, target, amount: exact }],
      memo: bonusMemo(job.key),
      fingerprint: createHash('sha256').update(job.key).digest('hex') as m.Fingerprint,
    };
    const before = async () => {};
    await ledger.bookWith(request, { before, after: async (tx) => job.finish(tx) });
  },
});

export async function openDoor(tools: {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly report: (event: BankEvent) => void;
  readonly settings: BankSettings;
}): Promise<Door> {
  const { pool, clock, report, settings } = tools;
  const { currency, limitPerTransaction, limitPerDay } = settings;
  const fees = createFeeBook(pool, settings.feesEveryMs ?? 0);
  const { sessionIdleMs: idleMs, sessionAbsoluteMs: absoluteMs } = settings;
  const processNumber = (await insertProcess(pool)) % processNumbers;
  const nextId = idSource({ clock, processNumber });
  const jobs = createJobs({ pool, nextId, report, desk: { cards: false } });
  const limits = { idleMs, absoluteMs, readMs: settings.sessionReadMs ?? 0 };
  const rules = {
    currency,
    limitPerTransaction,
    limitPerDay,
    ...limits,
    get fees() {
      return fees.current;
    },
  };
  const ledger = createLedger({ pool, nextId, jobs, rules, fees }, { report });
  jobs.start([bonus(ledger, nextId)], { everyMs: 100 });
  const find = directoryOf(pool);
  const door: Door = {
    book: async (asked) => {
      const captures = asked.payment.captures !== undefined;
      return ledger.book(await (captures ? captureOf(ledger, asked) : requestOf(find, asked)));
    },
    authorise: async (asked, expiresInMs) =>
      (await ledger.holds.authorise(await requestOf(find, asked), expiresInMs)).ending,
    end: async (hold, how) => ledger.holds[how](hold),
    schedule: async ({ key, own, payee, amount }) => {
      const [source, target] = [(await find(own)).id, (await find(payee)).id];
      const about = [orderNumberOf(key), target, BigInt(amount), `standing ${key}`];
      try {
        await withTransaction(pool, async (tx) => {
          await tx.write(insertOrder, [BigInt(key), ...about, source]);
          await jobs.enqueue(tx, { kind: 'ORDER_PAYMENT', key: `${key}:1` });
        });
      } catch (error) {
        // Asked for before.
        if (!isDuplicate(error, 'PRIMARY')) throw error;
      }
    },
    enqueue: async (key, account) => {
      const subject = { id: (await find(account)).id };
      await withTransaction(pool, async (tx) =>
        jobs.enqueue(tx, { kind: bonusKind, key, subject }),
      );
    },
    expireDues: async () => markExpiredDues(pool, 1_000),
  };
  return guardedAll({ door }).door;
}
