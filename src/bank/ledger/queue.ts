/**
 * Group commit: while one batch commits, the next gathers. Nobody waits for company: an idle ledger
 * starts at once, and a busy one fills its next batch by itself. Batches that share no account run
 * beside each other; requests of one account keep their order.
 */
import type { Clock } from '../../lib/clock.ts';
import { BankError } from '../errors.ts';
import type * as m from '../model.ts';
import type { Outcome } from './batch.ts';
import type { LedgerRequest } from './request.ts';
import { accountsTouched } from './state.ts';

export interface QueueLimits {
  /** Requests that may wait; more are refused at once. */
  readonly waitingMax: number;
  readonly batchMax: number;
  readonly batchesAtOnce: number;
  /** A request that was not begun by then is refused: nothing moved. */
  readonly waitMaxMs: number;
}

export const defaultQueueLimits: QueueLimits = {
  waitingMax: 10_000,
  batchMax: 256,
  batchesAtOnce: 2,
  waitMaxMs: 5_000,
};

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
) => Promise<readonly (Outcome | { readonly ok: false; readonly error: unknown })[]>;

/** Takes what may run now, in order; what must wait for an account holds back its followers. */
function pick(
  waiting: readonly Waiting[],
  busy: ReadonlySet<m.AccountId>,
  batchMax: number,
): { readonly batch: Waiting[]; readonly rest: Waiting[] } {
  const blocked = new Set(busy);
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const one of waiting) {
    if (batch.length < batchMax && !one.accounts.some((account) => blocked.has(account))) {
      batch.push(one);
    } else {
      rest.push(one);
      for (const account of one.accounts) blocked.add(account);
    }
  }
  return { batch, rest };
}

export function requestQueue(
  run: RunBatch,
  options: QueueLimits & { readonly clock: Clock },
): RequestQueue {
  const { clock, waitingMax, batchMax, batchesAtOnce, waitMaxMs } = options;
  const busy = new Set<m.AccountId>();
  let waiting: Waiting[] = [];
  let running = 0;
  let scheduled = false;
  let closed = false;
  let drained: (() => void) | null = null;
  let sweep: NodeJS.Timeout | null = null;

  /** One timer for the eldest: all wait equally long, so the order of arrival is that of expiry. */
  const watch = (): void => {
    const [eldest] = waiting;
    if (sweep !== null || eldest === undefined) return;
    sweep = setTimeout(
      () => {
        sweep = null;
        const now = clock.now();
        const late = waiting.filter((one) => one.giveUpAt <= now);
        waiting = waiting.filter((one) => one.giveUpAt > now);
        for (const one of late) one.reject(new BankError('BANK_BUSY'));
        watch();
        settleDrain();
      },
      Math.max(1, eldest.giveUpAt - clock.now()),
    );
  };
  const settleDrain = (): void => {
    if (running > 0 || waiting.length > 0) return;
    if (sweep !== null) clearTimeout(sweep);
    sweep = null;
    drained?.();
  };

  const start = async (batch: readonly Waiting[]): Promise<void> => {
    const accounts = new Set(batch.flatMap((one) => one.accounts));
    for (const account of accounts) busy.add(account);
    running += 1;
    const outcomes = await run(batch.map((one) => one.request));
    running -= 1;
    for (const account of accounts) busy.delete(account);
    for (const [index, one] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.ok) one.resolve(outcome.receipt);
      else one.reject(outcome?.error ?? new Error('Defect: a request without an outcome'));
    }
    schedule();
    settleDrain();
  };
  const pump = (): void => {
    scheduled = false;
    for (let free = batchesAtOnce - running; free > 0; free -= 1) {
      const { batch, rest } = pick(waiting, busy, batchMax);
      if (batch.length === 0) return;
      waiting = rest;
      void start(batch);
    }
  };
  /** After the events at hand, so that requests arriving together travel together. */
  const schedule = (): void => {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(pump);
  };

  return {
    add: async (request) => {
      if (closed || waiting.length >= waitingMax) throw new BankError('BANK_BUSY');
      return new Promise<m.Receipt>((resolve, reject) => {
        const giveUpAt = clock.now() + waitMaxMs;
        const accounts = accountsTouched(request);
        waiting.push({ request, accounts, giveUpAt, resolve, reject });
        watch();
        schedule();
      });
    },
    close: async () => {
      closed = true;
      await new Promise<void>((resolve) => {
        drained = resolve;
        settleDrain();
      });
    },
  };
}
