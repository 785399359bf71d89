/** What the suite asks of the process with the sandbox. */
import type { OpenMeasured } from '../support/measure.ts';

export interface Load {
  readonly what: 'confirm' | 'balance' | 'history';
  readonly loop:
    | {
        readonly kind: 'closed';
        readonly callers: number;
        readonly warmMs: number;
        readonly measureMs: number;
      }
    | { readonly kind: 'open'; readonly perSecond: number; readonly measureMs: number };
}

export type HostTask =
  /** Confirm cards for coming presses; account numbers in the order of the people. */
  | { readonly kind: 'cards'; readonly count: number; readonly accounts: readonly string[] }
  | { readonly kind: 'load'; readonly load: Load }
  | { readonly kind: 'forget' };

export interface HostReady {
  readonly apiUrl: string;
  readonly botToken: string;
  /** Discord ids. */
  readonly people: readonly string[];
}

export interface LoadResult extends OpenMeasured {
  readonly errors: readonly (readonly [string, number])[];
}
