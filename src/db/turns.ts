import { DatabaseError } from './errors.ts';

/** The statements of a transaction, one after the other. */
interface Turns {
  /** Runs `work` after all before it; not after one that has broken the transaction. */
  readonly take: <Value>(work: (timeoutMs: number) => Promise<Value>) => Promise<Value>;
  /** No later statement is sent, and the transaction ends with this error. */
  readonly breakOff: (error: unknown) => void;
  /** Waits for running statements; throws if one of them broke the transaction. */
  readonly finish: () => Promise<void>;
}

/**
 * After a conflict or a lost connection the server has ended the transaction, and another statement
 * would commit by itself, so all later ones are refused.
 */
export function turns(timeLeftMs: () => number): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  let broken: unknown = null;
  let ended = false;
  const breakOff = (error: unknown) => {
    broken ??= error;
  };
  const take = async <Value>(work: (timeoutMs: number) => Promise<Value>): Promise<Value> => {
    if (ended) throw new TypeError('This database transaction has ended');
    const step = tail.then(async () => {
      if (broken !== null) throw broken;
      const timeoutMs = timeLeftMs();
      if (timeoutMs <= 0) throw new DatabaseError('The work took too long', { kind: 'busy' });
      return work(timeoutMs);
    });
    // Without the answer, which would be kept until the next statement.
    tail = step.then(
      () => undefined,
      (error: unknown) => {
        const survivable =
          error instanceof DatabaseError && ['duplicate', 'constraint'].includes(error.kind);
        if (!survivable) breakOff(error);
      },
    );
    return step;
  };
  const finish = async () => {
    ended = true;
    await tail;
    if (broken !== null) throw broken;
  };
  return { take, breakOff, finish };
}
