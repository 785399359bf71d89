/** The machine of a run: processor, disk and versions. */
import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { median } from './measure.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Median time to write 4 KiB and wait for the disk, in milliseconds. */
  readonly flushMs: number;
}

function flushMs(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'flush');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4_096, 1);
  const times = Array.from({ length: 200 }, (_, index) => {
    const begun = performance.now();
    writeSync(file, block, 0, block.length, index * block.length);
    fdatasyncSync(file);
    return performance.now() - begun;
  });
  closeSync(file);
  rmSync(path);
  return median(times);
}

export function inspectMachine(folder: string): Machine {
  const all = cpus();
  return {
    processor: `${all[0]?.model.trim() ?? 'unknown'} (${arch()})`,
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    flushMs: flushMs(folder),
  };
}
