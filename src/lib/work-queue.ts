/** Too many wait, the wait took too long, or the queue is closed: the work was not begun. */
export class QueueRefusal extends Error {
  override readonly name = 'QueueRefusal';
}

export interface WorkQueue {
  /** Runs `work` when its turn comes; throws QueueRefusal when it does not. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Refuses new work and waits for what was accepted. */
  close(): Promise<void>;
}

interface Waiting {
  readonly start: () => void;
  readonly timer: NodeJS.Timeout;
}

/** First come, first served, `atOnce` at a time. */
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
    if (waiting.size >= limits.waitingMax) throw new QueueRefusal('too many wait');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(entry);
        reject(new QueueRefusal('waited too long'));
      }, limits.waitMaxMs);
      const entry: Waiting = { start: resolve, timer };
      waiting.add(entry);
    });
  };
  /** Hands the turn on, or gives it back. */
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
