/** What the suite asks of the process with the sandbox, and what that answers. */
import type { Measured } from '../support/measure.ts';

export type HostTask =
  /** People run `/ping`, so many at a time, each again once they are answered. */
  | {
      readonly kind: 'load';
      readonly callers: number;
      readonly warmMs: number;
      readonly measureMs: number;
    }
  /** So many interactions, then what the process keeps once garbage is collected. */
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
