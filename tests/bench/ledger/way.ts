/**
 * Each way to book is measured in a process of its own: in one process, the objects of all ways
 * are collected together, and whatever is measured later pays for what ran before.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LedgerMeasured } from './measure.ts';
import type { Pattern } from './workload.ts';

const processFile = fileURLToPath(new URL('way-process.js', import.meta.url));

export interface WayTask {
  /** Of a contender. */
  readonly way: string;
  readonly databaseUrl: string;
  readonly serverPid: number;
  readonly customers: number;
}

export interface WayCase {
  readonly callers: number;
  readonly pattern: Pattern;
  readonly quick: boolean;
}

export type WayAnswer = { readonly value: LedgerMeasured } | { readonly error: string };

interface Way {
  measure(asked: WayCase): Promise<LedgerMeasured>;
  close(): Promise<void>;
}

function startWay(task: WayTask): Way {
  const child = fork(processFile, [JSON.stringify(task)]);
  const exited = once(child, 'exit');
  const died = exited.then(([code]) => {
    throw new Error(`The process of “${task.way}” ended with code ${String(code)}`);
  });
  // Looked at only while something is measured.
  died.catch(() => {});
  return {
    async measure(asked) {
      const answered = once(child, 'message');
      child.send(asked);
      const [answer] = (await Promise.race([answered, died])) as [WayAnswer];
      if ('error' in answer) throw new Error(answer.error);
      return answer.value;
    },
    async close() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

export interface Ways {
  /** Of the contender with this name. */
  measure(name: string, asked: WayCase): Promise<LedgerMeasured>;
  close(): Promise<void>;
}

/** Starts a process for each of these contenders. */
export function startWays(names: readonly string[], about: Omit<WayTask, 'way'>): Ways {
  const ways = new Map([...new Set(names)].map((way) => [way, startWay({ ...about, way })]));
  return {
    measure: async (name, asked) => ways.get(name)!.measure(asked),
    close: async () => {
      await Promise.all([...ways.values()].map(async (way) => way.close()));
    },
  };
}
