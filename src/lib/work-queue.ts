/** The queue is full or closed, or the wait took too long: the work was not started. */
export class QueueRefusal extends Error {
  override readonly name = 'QueueRefusal';
}

export interface WorkQueue {
  /** Runs `work` when its turn comes; throws QueueRefusal when it does not. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Refuses new work and waits for the accepted work. */
  close(): Promise<void>;
}

interface Waiting {
  readonly start: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Runs work in the order it arrives, at most `atOnce` at a time. */
export function workQueue(limits: {
  readonly atOnce: number;
  readonly waitingMax: number;
  readonly waitMaxMs: number;
}): WorkQueue {
  const waiting = new Set<Waiting>();
  let running = 0;
  let closed = false;
  let idle: (() => void) | null = null;

  const turn = async (): Promise<void> => {
    if (running < limits.atOnce) {
      running += 1;
      return;
    }
    if (waiting.size >= limits.waitingMax) throw new QueueRefusal('the queue is full');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(entry);
        reject(new QueueRefusal('waited too long'));
      }, limits.waitMaxMs);
      const entry: Waiting = { start: resolve, timer };
      waiting.add(entry);
    });
  };
  /** Starts the next waiting work, or frees the place. */
  const done = (): void => {
    const [next] = waiting;
    if (next === undefined) {
      running -= 1;
      if (running === 0) idle?.();
      return;
    }
    waiting.delete(next);
    clearTimeout(next.timer);
    next.start();
  };
  return {
    run: async (work) => {
      if (closed) throw new QueueRefusal('closed');
      await turn();
      try {
        return await work();
      } finally {
        done();
      }
    },
    close: async () => {
      closed = true;
      if (running === 0) return;
      await new Promise<void>((resolve) => {
        idle = resolve;
      });
    },
  };
}
