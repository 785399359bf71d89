/** Processor time used here, in the database server and by other processes (Linux). */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';

/** Clock ticks of /proc are hundredths of a second everywhere Node runs. */
const tickMs = 10;

/** Milliseconds of one process since its start; zero if it is gone or there is no /proc. */
export function processCpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return 0;
  }
}

/** Memory of one process in megabytes. */
export function residentMb(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1_024;
}

/** What the host of a virtual machine gave to other machines while this one wanted it. */
function stolenMs(): number {
  try {
    return Number(readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]!.split(/ +/)[8]) * tickMs;
  } catch {
    return 0;
  }
}

/** Time of all cores in which they worked, here or for other machines. */
export const busyMs = (): number =>
  cpus().reduce(
    (sum, { times }) => sum + times.user + times.nice + times.sys + times.irq,
    stolenMs(),
  );

export interface CpuUse {
  readonly spentMs: number;
  readonly hereMs: number;
  readonly serverMs: number;
  /**
   * Cores used by processes outside this benchmark, or taken by the host; above some tenths,
   * figures are unreliable.
   */
  readonly othersCores: number;
}

/** Starts counting; the returned function stops and reports. `alsoOurs`: more own processes. */
export function watchCpu(serverPid: number, alsoOurs: readonly number[] = []): () => CpuUse {
  const begun = performance.now();
  const here = process.cpuUsage();
  const ours = () => alsoOurs.reduce((sum, pid) => sum + processCpuMs(pid), 0);
  const [server, also, all] = [processCpuMs(serverPid), ours(), busyMs()];
  return () => {
    const spentMs = performance.now() - begun;
    const { user, system } = process.cpuUsage(here);
    const hereMs = (user + system) / 1_000;
    const serverMs = processCpuMs(serverPid) - server;
    const others = busyMs() - all - hereMs - serverMs - (ours() - also);
    return { spentMs, hereMs, serverMs, othersCores: Math.max(0, others / spentMs) };
  };
}
