/**
 * Group commit: while one batch commits, the next gathers. Nobody waits for company: an idle ledger
 * starts at once, and a busy one fills its next batch by itself. Batches that share no account run
 * beside each other; requests of one account keep their order. When all that wait need accounts in
 * use, they may go as soon as the batch before them holds its locks, and wait in the database.
 */
import { elapsedMs } from '../../lib/clock.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import type { Outcome } from './decided.ts';
import type { LedgerRequest } from './request.ts';
import { accountsTouched } from './state.ts';

export interface QueueLimits {
  /** Requests that may wait; more are refused at once. */
  readonly waitingMax: number;
  readonly batchMax: number;
  readonly batchesAtOnce: number;
  /** A request that was not begun by then is refused: nothing moved. */
  readonly waitMaxMs: number;
  /** Called when a batch has ended. */
  readonly ended?: (batch: EndedBatch) => void;
}

export interface EndedBatch {
  readonly requests: number;
  readonly ms: number;
  /** Of the request that waited longest. */
  readonly waitMs: number;
}

export const defaultQueueLimits: QueueLimits = {
  waitingMax: 10_000,
  batchMax: 256,
  batchesAtOnce: 4,
  waitMaxMs: 5_000,
};

/** Fewer than this travel together rather than beside each other: a batch has its own cost. */
const shareMin = 12;

export interface RequestQueue {
  add(request: LedgerRequest): Promise<m.Receipt>;
  /** Refuses new requests and finishes those that were accepted. */
  close(): Promise<void>;
}

interface Waiting {
  readonly request: LedgerRequest;
  readonly accounts: readonly m.AccountId[];
  readonly giveUpAt: number;
  readonly resolve: (receipt: m.Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/** Never throws: every failure is an outcome of each request it concerns. */
export type RunBatch = (
  requests: readonly LedgerRequest[],
  /** To be called when all their accounts are locked. */
  onLocked: () => void,
) => Promise<readonly (Outcome | { readonly ok: false; readonly error: unknown })[]>;

/** Takes what may run now, in order; what must wait for an account holds back its followers. */
function pick(
  waiting: readonly Waiting[],
  isUsed: (account: m.AccountId) => boolean,
  batchMax: number,
): { readonly batch: Waiting[]; readonly rest: Waiting[] } {
  const blocked = new Set<m.AccountId>();
  const isFree = (account: m.AccountId) => !isUsed(account) && !blocked.has(account);
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const one of waiting) {
    if (batch.length < batchMax && one.accounts.every(isFree)) {
      batch.push(one);
    } else {
      rest.push(one);
      for (const account of one.accounts) blocked.add(account);
    }
  }
  return { batch, rest };
}

class GroupCommit implements RequestQueue {
  readonly #run: RunBatch;
  readonly #options: QueueLimits;
  /** Of batches that are still to lock them. */
  readonly #wanted = new Set<m.AccountId>();
  /** Of batches that hold them; the next one in line may have asked for them too. */
  readonly #held = new Map<m.AccountId, number>();
  #waiting: Waiting[] = [];
  #running = 0;
  #scheduled = false;
  #closed = false;
  #drained: (() => void) | null = null;
  #sweep: NodeJS.Timeout | null = null;

  constructor(run: RunBatch, options: QueueLimits) {
    this.#run = run;
    this.#options = options;
  }

  async add(request: LedgerRequest): Promise<m.Receipt> {
    const { waitingMax, waitMaxMs } = this.#options;
    if (this.#closed || this.#waiting.length >= waitingMax) throw new BankError('BANK_BUSY');
    return new Promise<m.Receipt>((resolve, reject) => {
      const giveUpAt = elapsedMs() + waitMaxMs;
      const accounts = accountsTouched(request);
      this.#waiting.push({ request, accounts, giveUpAt, resolve, reject });
      this.#watch();
      this.#schedule();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
      this.#settleDrain();
    });
  }

  /** After the events at hand, so that requests arriving together travel together. */
  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#pump();
    });
  }

  #pump(): void {
    const { batchMax, batchesAtOnce } = this.#options;
    for (let free = batchesAtOnce - this.#running; free > 0; free -= 1) {
      const share = Math.max(shareMin, Math.ceil(this.#waiting.length / free));
      const { batch, rest } = this.#choose(Math.min(share, batchMax));
      if (batch.length === 0) return;
      this.#waiting = rest;
      void this.#start(batch);
    }
  }

  #choose(count: number) {
    const isWanted = (account: m.AccountId) => this.#wanted.has(account);
    const isUsed = (account: m.AccountId) => isWanted(account) || this.#held.has(account);
    const free = pick(this.#waiting, isUsed, count);
    return free.batch.length > 0 ? free : pick(this.#waiting, isWanted, count);
  }

  async #start(batch: readonly Waiting[]): Promise<void> {
    const accounts = new Set(batch.flatMap((one) => one.accounts));
    for (const account of accounts) this.#wanted.add(account);
    this.#running += 1;
    const begun = elapsedMs();
    let isHolding = false;
    const hold = () => {
      if (isHolding) return;
      isHolding = true;
      for (const account of accounts) {
        this.#wanted.delete(account);
        this.#held.set(account, (this.#held.get(account) ?? 0) + 1);
      }
      this.#schedule();
    };
    const outcomes = await this.#run(
      batch.map((one) => one.request),
      hold,
    );
    this.#running -= 1;
    this.#tell(batch, begun);
    hold();
    for (const account of accounts) this.#release(account);
    for (const [index, one] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.ok) one.resolve(outcome.receipt);
      else one.reject(outcome?.error ?? new Error('Defect: a request without an outcome'));
    }
    this.#schedule();
    this.#settleDrain();
  }

  #tell(batch: readonly Waiting[], begun: number): void {
    const { ended, waitMaxMs } = this.#options;
    // Requests wait in the order of their arrival.
    const asked = (batch[0]?.giveUpAt ?? begun + waitMaxMs) - waitMaxMs;
    ended?.({ requests: batch.length, ms: elapsedMs() - begun, waitMs: begun - asked });
  }

  #release(account: m.AccountId): void {
    const holders = (this.#held.get(account) ?? 1) - 1;
    if (holders === 0) this.#held.delete(account);
    else this.#held.set(account, holders);
  }

  /** One timer for the eldest: all wait equally long, so the order of arrival is that of expiry. */
  #watch(): void {
    const [eldest] = this.#waiting;
    if (this.#sweep !== null || eldest === undefined) return;
    const inMs = Math.max(1, eldest.giveUpAt - elapsedMs());
    this.#sweep = setTimeout(() => this.#refuseLate(), inMs);
  }

  #refuseLate(): void {
    this.#sweep = null;
    const now = elapsedMs();
    const late = this.#waiting.filter((one) => one.giveUpAt <= now);
    this.#waiting = this.#waiting.filter((one) => one.giveUpAt > now);
    for (const one of late) one.reject(new BankError('BANK_BUSY'));
    this.#watch();
    this.#settleDrain();
  }

  #settleDrain(): void {
    if (this.#running > 0 || this.#waiting.length > 0) return;
    if (this.#sweep !== null) clearTimeout(this.#sweep);
    this.#sweep = null;
    this.#drained?.();
  }
}

/** `run` never throws: see `RunBatch`. */
export const requestQueue = (run: RunBatch, options: QueueLimits): RequestQueue =>
  new GroupCommit(run, options);
