/** Waits for a quiet machine, and repeats disturbed measurements. */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Cores that other processes may use during a measurement. */
export const quietCores = 0.25;
const lookMs = 400;

const busyMs = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

async function busyCores(): Promise<number> {
  const [before, begun] = [busyMs(), performance.now()];
  await sleep(lookMs);
  return (busyMs() - before) / (performance.now() - begun);
}

/**
 * Runs `measure` when the machine is quiet, and again if it was disturbed, for up to
 * `patienceMs`; the least disturbed result counts.
 */
export async function quietly<Result extends { readonly cpu: { readonly othersCores: number } }>(
  patienceMs: number,
  measure: () => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + patienceMs;
  let best: Result | undefined;
  do {
    while (performance.now() < deadline && (await busyCores()) > quietCores);
    const result = await measure();
    if (best === undefined || result.cpu.othersCores < best.cpu.othersCores) best = result;
  } while (best.cpu.othersCores > quietCores && performance.now() < deadline);
  return best;
}
