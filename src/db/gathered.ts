/**
 * Batches concurrent requests to the database: one message and one commit instead of one each.
 * Requests that arrive while a batch runs are sent when it returns or has taken `slowMs`.
 */
import { elapsedMs } from '../lib/clock.ts';
import { DatabaseError } from './errors.ts';
import type { PoolLimits } from './pool.ts';

/** Equal to the limit of the ledger's queue. */
const waitingMax = 10_000;
const togetherMax = 128;
/** A batch that takes longer no longer blocks the next one: it may be waiting for a locked row. */
const slowMs = 25;
const slowMax = 4;

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

export interface Gathering extends Pick<PoolLimits, 'acquireMs'> {
  /** Minimum time between the starts of two batches, for work that is not urgent. */
  readonly spacingMs?: number;
}

const busy = (why: string) => new DatabaseError(why, { kind: 'busy' });

/**
 * `work` returns its answers in the order of the requests; if it fails, every request of the batch
 * fails. A request is refused with a DatabaseError of kind `busy`, before any work was done, when
 * too many requests wait or when it waited longer than `acquireMs`.
 */
export function gathered<Ask, Answer>(
  { acquireMs, spacingMs = 0 }: Gathering,
  work: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (ask: Ask) => Promise<Answer> {
  const waiting = new Set<Waiting<Ask, Answer>>();
  let isUnderway = false;
  let slow = 0;
  let isComing = false;
  let sentAt = -Infinity;

  const send = async (batch: readonly Waiting<Ask, Answer>[]): Promise<void> => {
    isUnderway = true;
    sentAt = elapsedMs();
    let isSlow = false;
    const timer = setTimeout(() => {
      [isSlow, isUnderway] = [true, false];
      slow += 1;
      sendSoon();
    }, slowMs);
    try {
      const answers = await work(batch.map(({ ask }) => ask));
      if (answers.length !== batch.length)
        throw new TypeError('A batch must return one answer per request');
      for (const [index, one] of batch.entries()) one.resolve(answers[index]!);
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
    clearTimeout(timer);
    if (isSlow) slow -= 1;
    else isUnderway = false;
    sendSoon();
  };
  const sendNext = (): void => {
    isComing = false;
    if (isUnderway || slow >= slowMax || waiting.size === 0) return;
    const batch = Array.from(waiting).slice(0, togetherMax);
    for (const one of batch) {
      clearTimeout(one.timer);
      waiting.delete(one);
    }
    void send(batch);
  };
  /** Requests made in the same tick share a batch. */
  const sendSoon = (): void => {
    if (isUnderway || isComing || waiting.size === 0) return;
    isComing = true;
    const waitMs = spacingMs === 0 ? 0 : sentAt + spacingMs - elapsedMs();
    if (waitMs <= 0) setImmediate(sendNext);
    else setTimeout(sendNext, waitMs);
  };
  return (ask) =>
    new Promise((resolve, reject) => {
      if (waiting.size >= waitingMax)
        return reject(busy('Too many requests are waiting for the database'));
      const timer = setTimeout(() => {
        waiting.delete(entry);
        reject(busy('The database was not free in time'));
      }, acquireMs);
      const entry: Waiting<Ask, Answer> = { ask, resolve, reject, timer };
      waiting.add(entry);
      sendSoon();
    });
}

/** Looks up the value of a key, or null; `find` gets distinct keys. */
export const gatheredByKey = <Key, Value>(
  limits: Gathering,
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): ((key: Key) => Promise<Value | null>) =>
  gathered(limits, async (keys: readonly Key[]) => {
    const found = await find([...new Set(keys)]);
    return keys.map((key) => found.get(key) ?? null);
  });
