/** Requests of the suite to the process with the sandbox. */
import type { OpenMeasured } from '../support/measure.ts';

export interface Load {
  readonly what: 'confirm' | 'balance' | 'history';
  /** People before this one are not used. */
  readonly firstPerson?: number;
  readonly loop:
    | {
        readonly kind: 'closed';
        readonly callers: number;
        readonly warmMs: number;
        readonly measureMs: number;
      }
    | {
        readonly kind: 'open';
        readonly perSecond: number;
        readonly warmMs?: number;
        readonly measureMs: number;
      };
}

export interface Repeat {
  readonly what: Load['what'];
  readonly count: number;
  readonly callers: number;
}

export type HostTask =
  /** Confirm cards for later presses; account numbers in the order of the people. */
  | { readonly kind: 'cards'; readonly count: number; readonly accounts: readonly string[] }
  | { readonly kind: 'load'; readonly load: Load }
  /** The first people log in, all at the same moment. */
  | {
      readonly kind: 'logins';
      readonly count: number;
      readonly accounts: readonly string[];
      readonly password: string;
    }
  /** Number of interactions, and how many at a time. */
  | { readonly kind: 'repeat'; readonly repeat: Repeat }
  | { readonly kind: 'forget' };

export interface HostReady {
  readonly apiUrl: string;
  readonly botToken: string;
  /** Discord ids. */
  readonly people: readonly string[];
}

/** From the press to the first answer of any kind: thinking, a form, or the answer itself. */
export interface FirstAnswers {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Without one within Discord's 3 s. */
  readonly missed: number;
}

export interface LoadResult extends OpenMeasured {
  readonly first: FirstAnswers;
  /** Answered that the bank is busy; they count as failed as well. */
  readonly busy: number;
  readonly errors: readonly (readonly [string, number])[];
}

export interface LoginsResult {
  /** From the form's submit to the answer, for successful logins. */
  readonly latenciesMs: readonly number[];
  /** The answers to all others. */
  readonly refused: readonly (readonly [string, number])[];
}
