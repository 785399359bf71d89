/**
 * Group commit: while one batch commits, the next gathers. An idle ledger starts at once, and a
 * busy one fills its next batch. A further batch begins beside a running one if it would be full,
 * or if a request has waited too long: a batch has its own cost (decision 0057). Requests of one
 * account keep their order, see `Turns`.
 */
import { elapsedMs } from '../../../lib/clock.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { type Turn, Turns } from './turns.ts';

export interface QueueLimits {
  /** Requests that may wait; more are refused at once. */
  readonly waitingMax: number;
  readonly batchMax: number;
  readonly batchesAtOnce: number;
  /** Waiting requests that begin a further batch beside a running one. */
  readonly besideMin: number;
  /** A request that has waited so long begins one too: a slow batch must not stop the others. */
  readonly besideAfterMs: number;
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
  batchMax: 512,
  batchesAtOnce: 4,
  besideMin: 256,
  besideAfterMs: 100,
  waitMaxMs: 5_000,
};

export interface RequestQueue<Request, Answer> {
  add(request: Request): Promise<Answer>;
  /** Refuses new requests and finishes those that were accepted. */
  close(): Promise<void>;
}

interface Waiting<Request, Answer> extends Turn {
  readonly request: Request;
  readonly askedAt: number;
  readonly resolve: (receipt: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export type Outcome<Answer> =
  { readonly ok: true; readonly receipt: Answer } | { readonly ok: false; readonly error: unknown };

/** What the queue is for. */
export interface QueueWork<Request, Answer> {
  /** Each account that the request uses, once. */
  readonly accountsOf: (request: Request) => readonly m.AccountId[];
  /** Never throws: every failure is an outcome of each request it concerns. */
  readonly run: (
    requests: readonly Request[],
    /** To be called when all their accounts are locked. */
    onLocked: () => void,
  ) => Promise<readonly Outcome<Answer>[]>;
}

class GroupCommit<Request, Answer> implements RequestQueue<Request, Answer> {
  readonly #work: QueueWork<Request, Answer>;
  readonly #options: QueueLimits;
  readonly #turns = new Turns();
  #waiting: Waiting<Request, Answer>[] = [];
  #running = 0;
  #scheduled = false;
  #closed = false;
  #drained: (() => void) | null = null;
  #sweep: NodeJS.Timeout | null = null;
  #beside: NodeJS.Timeout | null = null;

  constructor(work: QueueWork<Request, Answer>, options: QueueLimits) {
    this.#work = work;
    this.#options = options;
  }

  add(request: Request): Promise<Answer> {
    if (this.#closed || this.#waiting.length >= this.#options.waitingMax)
      return Promise.reject(new BankError('BANK_BUSY'));
    return new Promise<Answer>((resolve, reject) => {
      const accounts = this.#turns.enter(this.#work.accountsOf(request));
      this.#waiting.push({ request, accounts, askedAt: elapsedMs(), resolve, reject });
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
    while (this.#running < batchesAtOnce && this.#mayBegin()) {
      const { batch, rest } = this.#turns.choose(this.#waiting, batchMax);
      if (batch.length === 0) return;
      this.#waiting = rest;
      void this.#start(batch);
    }
    this.#watchBeside();
  }

  #mayBegin(): boolean {
    const { besideMin } = this.#options;
    return this.#running === 0 || this.#waiting.length >= besideMin || this.#untilBesideMs() <= 0;
  }

  /** Until the eldest request has waited too long. */
  #untilBesideMs(): number {
    const [eldest] = this.#waiting;
    if (eldest === undefined) return Infinity;
    return eldest.askedAt + this.#options.besideAfterMs - elapsedMs();
  }

  #watchBeside(): void {
    const inMs = this.#untilBesideMs();
    // Later requests wait for the end of a batch, or for the locks of one.
    if (this.#beside !== null || inMs <= 0 || inMs === Infinity) return;
    this.#beside = setTimeout(() => {
      this.#beside = null;
      this.#pump();
    }, Math.ceil(inMs));
  }

  async #start(batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    const use = this.#turns.begin(batch);
    this.#running += 1;
    const begun = elapsedMs();
    const hold = () => {
      use.hold();
      this.#schedule();
    };
    const outcomes = await this.#work.run(
      batch.map((one) => one.request),
      hold,
    );
    this.#running -= 1;
    this.#tell(batch, begun);
    use.end();
    for (let index = 0; index < batch.length; index += 1) {
      const one = batch[index]!;
      this.#turns.leave(one);
      const outcome = outcomes[index];
      if (outcome?.ok) one.resolve(outcome.receipt);
      else one.reject(outcome?.error ?? new Error('Defect: a request without an outcome'));
    }
    this.#schedule();
    this.#settleDrain();
  }

  #tell(batch: readonly Waiting<Request, Answer>[], begun: number): void {
    // Requests wait in the order of their arrival.
    const waitMs = begun - (batch[0]?.askedAt ?? begun);
    this.#options.ended?.({ requests: batch.length, ms: elapsedMs() - begun, waitMs });
  }

  /** One timer for the eldest: all wait equally long, so the order of arrival is that of expiry. */
  #watch(): void {
    if (this.#sweep !== null) return;
    const [eldest] = this.#waiting;
    if (eldest === undefined) return;
    const inMs = eldest.askedAt + this.#options.waitMaxMs - elapsedMs();
    this.#sweep = setTimeout(() => this.#refuseLate(), Math.max(1, inMs));
  }

  #refuseLate(): void {
    this.#sweep = null;
    const begun = elapsedMs() - this.#options.waitMaxMs;
    const late = this.#waiting.filter((one) => one.askedAt <= begun);
    this.#waiting = this.#waiting.filter((one) => one.askedAt > begun);
    for (const one of late) {
      this.#turns.leave(one);
      one.reject(new BankError('BANK_BUSY'));
    }
    this.#watch();
    this.#settleDrain();
  }

  #settleDrain(): void {
    if (this.#running > 0 || this.#waiting.length > 0) return;
    for (const timer of [this.#sweep, this.#beside]) if (timer !== null) clearTimeout(timer);
    this.#sweep = null;
    this.#beside = null;
    this.#drained?.();
  }
}

export const requestQueue = <Request, Answer>(
  work: QueueWork<Request, Answer>,
  options: QueueLimits,
): RequestQueue<Request, Answer> => new GroupCommit(work, options);
