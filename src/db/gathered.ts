/**
 * What many ask at once goes to the database together: one message and one commit instead of one
 * each. Nothing waits for company; what comes while others are under way goes when those are back.
 */
import { DatabaseError } from './errors.ts';
import type { PoolLimits } from './pool.ts';

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

/** Two keep the server busy while an answer travels; more would only make them smaller. */
const atOnceMax = 2;
const togetherMax = 128;

const busy = (why: string) => new DatabaseError(why, { kind: 'busy' });

/**
 * `work` answers in the order it is asked, and its failure is everybody's who asked with it. Too
 * many that wait, and those who wait too long, are refused like callers of the pool: a
 * DatabaseError of the kind `busy`, and nothing has happened.
 */
export function gathered<Ask, Answer>(
  { waiting: waitingMax, acquireMs }: Pick<PoolLimits, 'waiting' | 'acquireMs'>,
  work: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (ask: Ask) => Promise<Answer> {
  const waiting = new Set<Waiting<Ask, Answer>>();
  let underway = 0;
  let isComing = false;

  const send = async (batch: readonly Waiting<Ask, Answer>[]): Promise<void> => {
    underway += 1;
    try {
      const answers = await work(batch.map(({ ask }) => ask));
      if (answers.length !== batch.length) throw new TypeError('An answer for each that asked');
      for (const [index, one] of batch.entries()) one.resolve(answers[index]!);
    } catch (error) {
      for (const one of batch) one.reject(error);
    } finally {
      underway -= 1;
      sendNext();
    }
  };
  const sendNext = (): void => {
    isComing = false;
    if (underway >= atOnceMax || waiting.size === 0) return;
    const batch = Array.from(waiting).slice(0, togetherMax);
    for (const one of batch) {
      clearTimeout(one.timer);
      waiting.delete(one);
    }
    void send(batch);
    sendNext();
  };
  return async (ask) =>
    new Promise((resolve, reject) => {
      if (waiting.size >= waitingMax) return reject(busy('Too many wait for the database'));
      const timer = setTimeout(() => {
        waiting.delete(entry);
        reject(busy('The database was not free in time'));
      }, acquireMs);
      const entry: Waiting<Ask, Answer> = { ask, resolve, reject, timer };
      waiting.add(entry);
      // What is asked in the same moment goes together.
      if (underway >= atOnceMax || isComing) return;
      isComing = true;
      setImmediate(sendNext);
    });
}

/** Answers the value of a key, or null; `find` is asked for distinct keys. */
export const gatheredByKey = <Key, Value>(
  limits: Pick<PoolLimits, 'waiting' | 'acquireMs'>,
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): ((key: Key) => Promise<Value | null>) =>
  gathered(limits, async (keys: readonly Key[]) => {
    const found = await find([...new Set(keys)]);
    return keys.map((key) => found.get(key) ?? null);
  });
