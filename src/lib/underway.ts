/** Work that runs, all at the same time and up to a limit, so that a close can wait for it. */
export interface Underway {
  readonly isFull: boolean;
  readonly size: number;
  run(work: Promise<void>): Promise<void>;
  /** Resolves when everything that runs now has ended, also if it failed. */
  idle(): Promise<void>;
}

export function underwayUpTo(max: number): Underway {
  const running = new Set<Promise<void>>();
  return {
    get isFull() {
      return running.size >= max;
    },
    get size() {
      return running.size;
    },
    run: async (work) => {
      running.add(work);
      try {
        await work;
      } finally {
        running.delete(work);
      }
    },
    idle: async () => {
      await Promise.allSettled(running);
    },
  };
}
