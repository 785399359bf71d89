/**
 * Money set aside for a payment that may follow. A hold is asked for as a transaction is, and meets
 * the same refusals; it ends once: captured (all of it or less), voided, or expired by the
 * database's time. What has ended is available again, apart from what was captured.
 */
import { OutcomeUnknown } from '../../db/errors.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import { untilKnown } from '../audit/index.ts';
import type { OneTimeKind } from '../jobs/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, BankError, type ReportEvent } from '../model/index.ts';
import { decideLocked, type LedgerTools, lockedWithRows } from './batch.ts';
import { counted } from './booking.ts';
import { endHolds } from './held.ts';
import { countsOf } from './limits.ts';
import { customerOf, initiatorId, kindOf, type LedgerRequest } from './request.ts';
import { effectOn, knownWithinMs, unknownOutcome } from './receipt.ts';
import { type LedgerState, lockAccounts } from './state.ts';
import { type HoldState, insertHold, readActiveHolds, readHolds, saveHeld } from './store/holds.ts';

export interface HoldView {
  readonly id: m.HoldId;
  readonly amount: m.Amount;
  readonly expiresAt: Date;
  /** Null while it is active; by its time it may be over before anything has ended it. */
  readonly ending: m.HoldEnding | null;
}

/** What was set aside: the amount that is to be paid, and its fee. */
export interface HeldSums {
  readonly amount: m.Amount;
  readonly fee: m.Balance;
}

export interface Holds {
  /**
   * Sets the amount of the one posting aside with its fee, once per request id. `after` runs in the
   * same transaction. Throws what booking it throws.
   */
  authorise(
    request: LedgerRequest,
    expiresInMs: number,
    after?: (tx: Tx, held: HeldSums) => Promise<void>,
  ): Promise<HoldView>;
  /**
   * The request that takes the money of a hold, or less of it, for `Ledger.book`. Throws
   * HOLD_UNKNOWN; booking it throws HOLD_ENDED and HOLD_EXCEEDED.
   */
  captureRequest(
    id: m.HoldId,
    capture: Pick<LedgerRequest, 'requestId' | 'initiator'> & {
      /** That of the hold unless given. */
      readonly fingerprint?: m.Fingerprint;
      /** All of it unless given. */
      readonly amount?: m.Amount;
    },
  ): Promise<LedgerRequest>;
  /** How it ended: EXPIRED where its time was over, CAPTURED where that came first. */
  void(id: m.HoldId): Promise<m.HoldEnding>;
  /** The same in the transaction of the caller; locks the accounts that pay and count. */
  voidIn(tx: Tx, id: m.HoldId): Promise<m.HoldEnding>;
  /** Null while its time is not over. */
  expire(id: m.HoldId): Promise<m.HoldEnding | null>;
  /** What is set aside on the account now, oldest first. */
  active(account: m.AccountId): Promise<readonly HoldView[]>;
}

const viewOf = ({ id, amount, expiresAt, ending }: HoldState): HoldView => ({
  id,
  amount: amountOf(amount),
  expiresAt,
  ending,
});

async function findHold(tx: Parameters<typeof readHolds>[0], id: m.HoldId) {
  const [hold] = await readHolds(tx, [id]);
  return hold ?? null;
}

function answered(hold: HoldState, request: LedgerRequest): HoldView {
  const isSame =
    hold.customerId === customerOf(request.initiator) && hold.fingerprint === request.fingerprint;
  if (!isSame) throw new BankError('REQUEST_REUSED');
  return viewOf(hold);
}

/** The accounts with the money set aside, and counted; nothing is booked. */
function setAside(
  state: LedgerState,
  request: LedgerRequest,
  { amount, fee }: { readonly amount: bigint; readonly fee: bigint },
) {
  const [{ source }] = request.postings;
  const { today } = state;
  const counts = countsOf(state, request, amount - fee);
  const payer = state.accounts.get(source)!;
  const accounts = new Map([[source, { ...payer, held: payer.held + amount }]]);
  if (counts !== null) {
    const counter = accounts.get(counts.at) ?? state.accounts.get(counts.at)!;
    accounts.set(counter.id, counted(counter, counts, today));
  }
  return { countedAt: counts?.at ?? null, accounts: [...accounts.values()] };
}

async function authorise(
  tx: Tx,
  tools: LedgerTools,
  {
    request: asked,
    expiresInMs,
    after,
  }: {
    readonly request: LedgerRequest;
    readonly expiresInMs: number;
    readonly after: ((tx: Tx, held: HeldSums) => Promise<void>) | undefined;
  },
): Promise<HoldView> {
  const request = { ...asked, isHold: true };
  const [{ source, target }] = request.postings;
  assert(target !== null && request.postings.length === 1, 'a hold is of one posting');
  const locked = await lockedWithRows(tx, tools, [request]);
  const id = request.requestId as bigint as m.HoldId;
  const earlier = await findHold(tx, id);
  if (earlier !== null) return answered(earlier, request);
  const wanted = { requests: [request], rules: tools.rules };
  const { state, decided } = await decideLocked(tx, locked, wanted);
  const { outcomes, bookings } = decided;
  const [outcome] = outcomes;
  if (outcome?.ok !== true) throw outcome?.error ?? new BankError('BANK_BUSY');
  const { postings } = bookings[0]!;
  const { change, fee } = effectOn(source, postings);
  const amount = -change;
  const { countedAt, accounts } = setAside(state, request, { amount, fee });
  const { fingerprint, memo, initiator } = request;
  const asHold = {
    id,
    kind: kindOf(request),
    source,
    target,
    countedAt,
    amount,
    fee,
    memo,
    fingerprint,
  };
  const by = { customerId: customerOf(initiator), initiatorKind: initiator.kind };
  const hold = { ...asHold, ...by, initiatorId: initiatorId(initiator), expiresInMs };
  await insertHold(tx, hold, state.nowText);
  await saveHeld(tx, accounts);
  for (const [name, rows] of decided.paid) {
    await tools.linked?.[name]?.write(tx, rows, state.nowText);
  }
  const subject = { id, customerId: hold.customerId };
  const due = { inMs: expiresInMs };
  await tools.jobs.enqueue(tx, { kind: holdExpiryKind, key: `${id}`, subject, due });
  await after?.(tx, { amount: amountOf(postings[0].amount), fee });
  return viewOf((await findHold(tx, id))!);
}

const holdExpiryKind = 'HOLD_EXPIRY';

/** The job that ends a hold once its time is over, unless something has ended it before. */
export const holdExpiry = (holds: Holds): OneTimeKind => ({
  kind: holdExpiryKind,
  attemptsMax: 20,
  leaseMs: 60_000,
  run: async ({ key }) => {
    const ending = await holds.expire(BigInt(key) as m.HoldId);
    // The clock of the jobs may be ahead of the database's: the job comes again.
    if (ending === null) throw new HoldNotDue();
  },
});

class HoldNotDue extends Error {
  override readonly name = 'HoldNotDue';
}

/** Under the lock of the account that pays, where every ending is written. */
async function end(tx: Tx, id: m.HoldId, wanted: 'VOIDED' | 'EXPIRED') {
  const known = await findHold(tx, id);
  if (known === null) throw new BankError('HOLD_UNKNOWN');
  const accounts = [known.source, ...(known.countedAt === null ? [] : [known.countedAt])];
  const state = await lockAccounts(tx, accounts);
  const hold = (await findHold(tx, id))!;
  if (hold.ending !== null) return hold.ending;
  const isOver = hold.expiresAt.getTime() <= state.now.getTime();
  if (wanted === 'EXPIRED' && !isOver) return null;
  const ending = isOver ? 'EXPIRED' : 'VOIDED';
  await endHolds(tx, state, { holds: [hold], ending });
  return ending;
}

export function createHolds(tools: LedgerTools, report: ReportEvent): Holds {
  const { pool } = tools;
  const once = async <Value>(id: bigint, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    try {
      const attempt = async () => withTransaction(pool, work);
      return await untilKnown(attempt, { withinMs: knownWithinMs });
    } catch (error) {
      throw error instanceof OutcomeUnknown ? unknownOutcome(id as m.RequestId, report) : error;
    }
  };
  return {
    authorise: async (request, expiresInMs, after) => {
      await tools.fees?.refresh();
      return once(request.requestId, async (tx) =>
        authorise(tx, tools, { request, expiresInMs, after }),
      );
    },
    captureRequest: async (id, { amount, ...asked }) => {
      const hold = await findHold(pool, id);
      if (hold === null) throw new BankError('HOLD_UNKNOWN');
      const { kind, source, target, memo, countedAt, fingerprint } = hold;
      const exact = { kind: 'exact', amount: amount ?? amountOf(hold.amount) } as const;
      const counted = countedAt === null ? {} : { countedAt };
      const postings = [{ kind, source, target, amount: exact }] as const;
      return { fingerprint, ...asked, postings, ...counted, memo, links: { captures: id } };
    },
    voidIn: async (tx, id) => {
      const ending = await end(tx, id, 'VOIDED');
      assert(ending !== null, 'a hold that is voided has ended');
      return ending;
    },
    void: async (id) => {
      const ending = await once(id, async (tx) => end(tx, id, 'VOIDED'));
      assert(ending !== null, 'a hold that is voided has ended');
      return ending;
    },
    expire: async (id) => once(id, async (tx) => end(tx, id, 'EXPIRED')),
    active: async (account) => (await readActiveHolds(pool, account)).map(viewOf),
  };
}
