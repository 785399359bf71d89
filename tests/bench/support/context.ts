import type { SuiteResult } from './report.ts';
import type { BenchServer } from './server.ts';

export interface SuiteContext {
  readonly server: BenchServer;
  /** Short and rough, for trying the suite itself. */
  readonly quick: boolean;
  readonly rounds: number;
  /** How long to wait for a quiet machine before each measurement. */
  readonly patienceMs: number;
  /** A part of a suite's cases, for profiling. */
  readonly filters: {
    readonly way?: string | undefined;
    readonly callers?: number | undefined;
    readonly pattern?: string | undefined;
  };
  readonly progress: (line: string) => void;
}

export interface Suite {
  readonly name: string;
  /** What it measures at most; others measure as many rounds as are asked for. */
  readonly roundsMax?: number;
  run(context: SuiteContext): Promise<SuiteResult>;
}
