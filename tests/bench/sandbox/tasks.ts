/** Requests of the suite to the process with the sandbox, and the answers. */
import type { Measured } from '../support/measure.ts';

export type HostTask =
  /** People run `/ping`, several at a time, each again after an answer. */
  | {
      readonly kind: 'load';
      readonly callers: number;
      readonly warmMs: number;
      readonly measureMs: number;
    }
  /** Memory of the process after this many interactions and a garbage collection. */
  | { readonly kind: 'grow'; readonly count: number; readonly callers: number };

export interface HostReady {
  readonly apiUrl: string;
  readonly botToken: string;
}

export interface Kept {
  readonly heapMb: number;
  readonly residentMb: number;
}

export interface HostAnswers {
  readonly load: Measured;
  readonly grow: Kept;
}
