/** Waits for a quiet machine, and repeats disturbed measurements. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { busyMs } from './cpu.ts';

/** Cores that other processes may use during a measurement. */
export const quietCores = 0.25;
const lookMs = 400;

async function busyCores(): Promise<number> {
  const [before, begun] = [busyMs(), performance.now()];
  await sleep(lookMs);
  return (busyMs() - before) / (performance.now() - begun);
}

/**
 * Runs `measure` when the machine is quiet, and again if it was disturbed, for up to
 * `patienceMs`; the least disturbed result counts. `cores`: what others may use.
 */
export async function quietly<Result extends { readonly cpu: { readonly othersCores: number } }>(
  patienceMs: number,
  measure: () => Promise<Result>,
  cores = quietCores,
): Promise<Result> {
  const deadline = performance.now() + patienceMs;
  let best: Result | undefined;
  do {
    while (performance.now() < deadline && (await busyCores()) > cores);
    const result = await measure();
    if (best === undefined || result.cpu.othersCores < best.cpu.othersCores) best = result;
  } while (best.cpu.othersCores > cores && performance.now() < deadline);
  return best;
}
