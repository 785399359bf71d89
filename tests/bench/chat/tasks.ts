/** What the suite asks of the process with the sandbox. */
import type { OpenMeasured } from '../support/measure.ts';

export interface Load {
  readonly what: 'confirm' | 'balance' | 'history';
  /** People before this one are left alone. */
  readonly firstPerson?: number;
  readonly loop:
    | {
        readonly kind: 'closed';
        readonly callers: number;
        readonly warmMs: number;
        readonly measureMs: number;
      }
    | { readonly kind: 'open'; readonly perSecond: number; readonly measureMs: number };
}

export interface Repeat {
  readonly what: Load['what'];
  readonly count: number;
  readonly callers: number;
}

export type HostTask =
  /** Confirm cards for coming presses; account numbers in the order of the people. */
  | { readonly kind: 'cards'; readonly count: number; readonly accounts: readonly string[] }
  | { readonly kind: 'load'; readonly load: Load }
  /** The first so many people log in, all at the same moment. */
  | {
      readonly kind: 'logins';
      readonly count: number;
      readonly accounts: readonly string[];
      readonly password: string;
    }
  /** So many interactions, by so many at a time. */
  | { readonly kind: 'repeat'; readonly repeat: Repeat }
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

export interface LoginsResult {
  /** From the form's submit to the answer, of those who got in. */
  readonly latenciesMs: readonly number[];
  /** What everybody else was told. */
  readonly refused: readonly (readonly [string, number])[];
}
