/** Loads generated in this process, and the times of their answers. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly count: number;
}

/** The middle of the values, or of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The quantile: `share` of the values are not above it. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, place)] ?? 0;
}

export function summary(latencies: readonly number[], spentMs: number): Measured {
  return {
    perSecond: (latencies.length / spentMs) * 1_000,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    maxMs: quantile(latencies, 1),
    count: latencies.length,
  };
}

/** The median round of several, each figure by itself. */
export function medianOf(rounds: readonly Measured[]): Measured {
  const of = (pick: (round: Measured) => number) => median(rounds.map(pick));
  return {
    perSecond: of((round) => round.perSecond),
    p50Ms: of((round) => round.p50Ms),
    p99Ms: of((round) => round.p99Ms),
    maxMs: of((round) => round.maxMs),
    count: of((round) => round.count),
  };
}

export interface ClosedLoop {
  /** Each caller starts again after its answer. */
  readonly callers: number;
  readonly warmMs: number;
  readonly measureMs: number;
  readonly work: (caller: number) => Promise<unknown>;
  /** Called after the warm-up; the returned function is called at the end. */
  readonly watch?: () => () => void;
}

/** Counts answers between the warm-up and the end; a failure ends the run. */
export async function closedLoop({
  callers,
  warmMs,
  measureMs,
  work,
  watch,
}: ClosedLoop): Promise<Measured> {
  const latencies: number[] = [];
  const from = performance.now() + warmMs;
  const until = from + measureMs;
  let failure: unknown = null;
  const call = async (caller: number) => {
    for (let now = performance.now(); now < until && failure === null;) {
      await work(caller);
      const answered = performance.now();
      if (answered >= from && answered < until) latencies.push(answered - now);
      now = answered;
    }
  };
  let stopWatching: (() => void) | undefined;
  const stop = () => {
    stopWatching?.();
    stopWatching = undefined;
  };
  const timers = [
    setTimeout(() => (stopWatching = watch?.()), warmMs),
    setTimeout(stop, warmMs + measureMs),
  ];
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) =>
      call(caller).catch((error: unknown) => {
        failure ??= error;
      }),
    ),
  );
  for (const timer of timers) clearTimeout(timer);
  // If the timer was late because the machine was busy.
  stop();
  if (failure !== null) throw failure;
  return summary(latencies, measureMs);
}

export interface OpenLoop {
  readonly perSecond: number;
  /**
   * Asked for as long before the measurement; with it, the rate is that of the answers that arrive
   * while it is measured, as in a closed loop. Without it, the rate is that until the last answer.
   */
  readonly warmMs?: number;
  readonly measureMs: number;
  /** Requests start on time, without waiting for earlier answers. */
  readonly work: (number: number) => Promise<unknown>;
}

export interface OpenMeasured extends Measured {
  readonly failed: number;
  /** Number of started requests; a slow machine may not start all of them. */
  readonly asked: number;
}

/** Latency counts from the moment when the request was due, so a queue before us shows as well. */
export async function openLoop(loop: OpenLoop): Promise<OpenMeasured> {
  const { perSecond, warmMs, measureMs, work } = loop;
  const latencies: number[] = [];
  const begun = performance.now();
  const from = begun + (warmMs ?? 0);
  const total = Math.round((perSecond * (measureMs + (warmMs ?? 0))) / 1_000);
  let inTime = 0;
  const answered = (dueAt: number): void => {
    const now = performance.now();
    latencies.push(now - dueAt);
    if (now >= from && now < from + measureMs) inTime += 1;
  };
  const running = new Set<Promise<void>>();
  let failed = 0;
  let asked = 0;
  const ask = (number: number, dueAt: number): void => {
    const one = work(number).then(
      () => answered(dueAt),
      () => void (failed += 1),
    );
    running.add(one);
    void one.finally(() => running.delete(one));
  };
  while (asked < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) * perSecond) / 1_000) + 1);
    for (; asked < due; asked += 1) ask(asked, begun + (asked * 1_000) / perSecond);
    await sleep(1);
  }
  await Promise.all(running);
  const whole = summary(latencies, performance.now() - begun);
  if (warmMs === undefined) return { ...whole, failed, asked };
  return { ...whole, perSecond: (inTime / measureMs) * 1_000, failed, asked };
}
